import { type AnalyseBlobInput, analyseFile } from "./analyse-file.ts";
import { checkSheet, listColumns } from "./check-sheet.ts";
import { composeStudy } from "./compose-study.ts";
import { describeFile } from "./describe-file.ts";
import { draftStudy } from "./draft-study.ts";
import { makeExample } from "./make-example.ts";
import { openPapers } from "./open-papers.ts";

/** What the page's workers can do. Inputs and outputs cross threads: plain data and Blobs. */
export const tasks = {
  "analyse-file": (input: AnalyseBlobInput) => analyseFile(input),
  "check-sheet": checkSheet,
  "compose-study": composeStudy,
  "describe-file": describeFile,
  "draft-study": draftStudy,
  "list-columns": listColumns,
  "make-example": makeExample,
  "open-papers": openPapers,
};

export type Tasks = typeof tasks;

import { type AnalyseBlobInput, analyseFile } from "./analyse-file.ts";
import { composeStudy } from "./compose-study.ts";
import { describeFile } from "./describe-file.ts";
import { draftStudy } from "./draft-study.ts";
import { makeExample } from "./make-example.ts";
import { openPapers } from "./open-papers.ts";
import { packArchive } from "./pack-archive.ts";

/** What the page's workers can do. Inputs and outputs cross threads: plain data and Blobs. */
export const tasks = {
  "analyse-file": (input: AnalyseBlobInput) => analyseFile(input),
  "compose-study": composeStudy,
  "describe-file": describeFile,
  "draft-study": draftStudy,
  "make-example": makeExample,
  "open-papers": openPapers,
  "pack-archive": packArchive,
};

export type Tasks = typeof tasks;

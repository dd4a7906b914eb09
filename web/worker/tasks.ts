import { type AnalyseBlobInput, analyseFile } from "./analyse-file.ts";
import { cloudDensity, cloudHistogram, cloudPeaks, cloudView, openCloud } from "./clouds.ts";
import { composeStudy } from "./compose-study.ts";
import { describeFile } from "./describe-file.ts";
import { draftStudy } from "./draft-study.ts";
import { makeExample } from "./make-example.ts";
import { openPapers } from "./open-papers.ts";
import { answerOperation, listOperations, roomParameters } from "./operations.ts";
import { packArchive } from "./pack-archive.ts";
import { readStudyWords } from "./read-study-words.ts";
import { setParameter } from "./set-parameter.ts";

/** What the page's workers can do. Inputs and outputs cross threads: plain data and Blobs. */
export const tasks = {
  "analyse-file": (input: AnalyseBlobInput) => analyseFile(input),
  "cloud-density": cloudDensity,
  "cloud-histogram": cloudHistogram,
  "cloud-peaks": cloudPeaks,
  "cloud-view": cloudView,
  "compose-study": composeStudy,
  "describe-file": describeFile,
  "draft-study": draftStudy,
  "make-example": makeExample,
  "open-cloud": openCloud,
  "open-papers": openPapers,
  "pack-archive": packArchive,
  "list-operations": listOperations,
  "read-study-words": readStudyWords,
  "room-parameters": roomParameters,
  "run-operation": answerOperation,
  "set-parameter": setParameter,
};

export type Tasks = typeof tasks;

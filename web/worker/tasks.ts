import { type AnalyseBlobInput, analyseFile } from "./analyse-file.ts";
import { cloudDensity, cloudHistogram, cloudPeaks, cloudView, openCloud } from "./clouds.ts";
import { composeStudy, drawOne, loadDrawing, writeResults } from "./compose-study.ts";
import { describeFile } from "./describe-file.ts";
import { draftStudy } from "./draft-study.ts";
import { exampleRooms, joinExample, makeExamplePart } from "./make-example.ts";
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
  "draw-figure": drawOne,
  "example-rooms": exampleRooms,
  "join-example": joinExample,
  "list-operations": listOperations,
  "load-drawing": loadDrawing,
  "make-example-part": makeExamplePart,
  "open-cloud": openCloud,
  "open-papers": openPapers,
  "pack-archive": packArchive,
  "read-study-words": readStudyWords,
  "room-parameters": roomParameters,
  "run-operation": answerOperation,
  "set-parameter": setParameter,
  "write-results": writeResults,
};

export type Tasks = typeof tasks;

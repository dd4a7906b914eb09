import { type AnalyseBlobInput, analyseFile } from "./analyse-file.ts";
import { checkSheet, listColumns } from "./check-sheet.ts";
import { cloudDensity, cloudHistogram, cloudPeaks, cloudView, openCloud } from "./clouds.ts";
import { composeStudy, drawOne, loadDrawing, writeResults } from "./compose-study.ts";
import { describeFile } from "./describe-file.ts";
import { draftStudy } from "./draft-study.ts";
import { editStudyFiles } from "./edit-study-files.ts";
import { filesByPapers } from "./files-by-papers.ts";
import { hashFile } from "./hash-file.ts";
import { listFormats } from "./list-formats.ts";
import { exampleRooms, joinExample, makeExamplePart } from "./make-example.ts";
import { openPapers } from "./open-papers.ts";
import { answerOperation, listOperations, roomParameters } from "./operations.ts";
import { packArchive } from "./pack-archive.ts";
import { readResults } from "./read-results.ts";
import { readStudyWords } from "./read-study-words.ts";
import { setParameter } from "./set-parameter.ts";

/** What the page's workers can do. Inputs and outputs cross threads: plain data and Blobs. */
export const tasks = {
  "analyse-file": (input: AnalyseBlobInput) => analyseFile(input),
  "check-sheet": checkSheet,
  "cloud-density": cloudDensity,
  "cloud-histogram": cloudHistogram,
  "cloud-peaks": cloudPeaks,
  "cloud-view": cloudView,
  "compose-study": composeStudy,
  "describe-file": describeFile,
  "draft-study": draftStudy,
  "draw-figure": drawOne,
  "edit-study-files": editStudyFiles,
  "example-rooms": exampleRooms,
  "files-by-papers": filesByPapers,
  "hash-file": hashFile,
  "join-example": joinExample,
  "list-columns": listColumns,
  "list-formats": (_: null) => listFormats(),
  "list-operations": listOperations,
  "load-drawing": loadDrawing,
  "make-example-part": makeExamplePart,
  "open-cloud": openCloud,
  "open-papers": openPapers,
  "pack-archive": packArchive,
  "read-results": readResults,
  "read-study-words": readStudyWords,
  "room-parameters": roomParameters,
  "run-operation": answerOperation,
  "set-parameter": setParameter,
  "write-results": writeResults,
};

export type Tasks = typeof tasks;

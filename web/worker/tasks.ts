import { type AnalyseBlobInput, analyseFile } from "./analyse-file.ts";
import { checkSheet, listColumns } from "./check-sheet.ts";
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
  "compose-study": composeStudy,
  "draw-figure": drawOne,
  "describe-file": describeFile,
  "draft-study": draftStudy,
  "list-columns": listColumns,
  "edit-study-files": editStudyFiles,
  "files-by-papers": filesByPapers,
  "hash-file": hashFile,
  "list-formats": (_: null) => listFormats(),
  "join-example": joinExample,
  "load-drawing": loadDrawing,
  "make-example-part": makeExamplePart,
  "example-rooms": exampleRooms,
  "open-papers": openPapers,
  "list-operations": listOperations,
  "read-study-words": readStudyWords,
  "room-parameters": roomParameters,
  "run-operation": answerOperation,
  "set-parameter": setParameter,
  "pack-archive": packArchive,
  "write-results": writeResults,
  "read-results": readResults,
};

export type Tasks = typeof tasks;

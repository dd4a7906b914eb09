import type { Domain } from "../../kernel/index.ts";
import { analyseFile } from "./analysis/file.ts";
import { analysisIssues } from "./analysis/issues.ts";
import { proteomeParameters } from "./analysis/parameters.ts";
import { proteomeColumns } from "./analysis/sheet.ts";
import { analyseStudy } from "./analysis/study.ts";
import { vesicleIssues } from "./analysis/vesicle-issues.ts";
import { proteomeFigures } from "./figures/index.ts";
import { proteomeFormatIssues, proteomeFormats } from "./formats/index.ts";
import type { ProteomeMeasurement } from "./measurement.ts";
import { analysisSteps, terms, title } from "./messages.ts";
import { proteomeAnswers } from "./operations/answers.ts";
import { proteomeOperations } from "./operations/index.ts";
import { operationIssues } from "./operations/issues.ts";
import { proteomeRules } from "./rules/index.ts";

export * from "./formats/index.ts";
export * from "./measurement.ts";
export * from "./operations/index.ts";
export * from "./twins/index.ts";

/** The proteome room: which proteins, how different, whose contamination. */
export const proteome: Domain<ProteomeMeasurement> = {
  id: "proteome",
  title,
  version: "1",
  formats: proteomeFormats,
  operations: proteomeOperations,
  answers: proteomeAnswers,
  parameters: proteomeParameters,
  columns: proteomeColumns,
  analysisSteps,
  issues: { ...proteomeFormatIssues, ...analysisIssues.definitions, ...vesicleIssues, ...operationIssues },
  terms,
  headline: [
    "proteome.quantified",
    "proteome.missingFraction",
    "proteome.markedFraction",
    "proteome.libraryFraction",
  ],
  analyseFile,
  analyseStudy,
  rules: proteomeRules,
  figures: proteomeFigures,
};

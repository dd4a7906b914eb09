import type { Domain } from "../../kernel/index.ts";
import { cytometryClouds } from "./analysis/clouds/clouds.ts";
import { cloudIssues } from "./analysis/clouds/issues.ts";
import { analyseFile } from "./analysis/file.ts";
import { analysisIssues } from "./analysis/issues.ts";
import { cytometryParameters } from "./analysis/parameters.ts";
import { cytometryColumns } from "./analysis/sheet.ts";
import { analyseStudy } from "./analysis/study.ts";
import { cytometryFigures } from "./figures/index.ts";
import { cytometryFormats, fcsIssues } from "./formats/index.ts";
import type { CytometryMeasurement } from "./measurement.ts";
import { analysisSteps, terms, title } from "./messages.ts";
import { cytometryOperations } from "./operations/index.ts";
import { operationIssues } from "./operations/issues.ts";
import { cytometryChecklists } from "./rules/checklists.ts";
import { cytometryRules } from "./rules/index.ts";

export { calibratedFcs, type FcsCalibration } from "./analysis/calibrated-fcs.ts";
export * from "./analysis/events/index.ts";
export * from "./formats/index.ts";
export * from "./measurement.ts";
export * from "./operations/index.ts";
export * from "./twins/index.ts";

/** The cytometry room: how many carry this marker, how bright, how large. */
export const cytometry: Domain<CytometryMeasurement> = {
  id: "cytometry",
  title,
  version: "2",
  formats: cytometryFormats,
  operations: cytometryOperations,
  parameters: cytometryParameters,
  columns: cytometryColumns,
  analysisSteps,
  issues: {
    ...fcsIssues.definitions,
    ...operationIssues,
    ...analysisIssues.definitions,
    ...cloudIssues.definitions,
  },
  terms,
  headline: [
    "cytometry.concentration",
    "cytometry.positiveFraction",
    "cytometry.positiveConcentration",
    "cytometry.brightness",
    "cytometry.d50",
    "cytometry.analyteRelative",
    "cytometry.analyteMedian",
  ],
  analyseFile,
  analyseStudy,
  rules: cytometryRules,
  figures: cytometryFigures,
  checklists: cytometryChecklists,
  clouds: cytometryClouds,
};

import type { Domain } from "../../kernel/index.ts";
import { analyseFile } from "./analysis/file.ts";
import { analyseStudy } from "./analysis/study.ts";
import { cytometryFigures } from "./figures/index.ts";
import { cytometryFormats } from "./formats/index.ts";
import type { CytometryMeasurement } from "./measurement.ts";
import { terms, title } from "./messages.ts";
import { cytometryOperations } from "./operations/index.ts";
import { cytometryRules } from "./rules/index.ts";

export * from "./measurement.ts";

/** The cytometry room: how many carry this marker, how bright, how large. */
export const cytometry: Domain<CytometryMeasurement> = {
  id: "cytometry",
  title,
  version: "1",
  formats: cytometryFormats,
  operations: cytometryOperations,
  issues: {},
  terms,
  headline: [],
  analyseFile,
  analyseStudy,
  rules: cytometryRules,
  figures: cytometryFigures,
};

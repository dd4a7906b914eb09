import type { Domain } from "../../kernel/index.ts";
import { analyseFile } from "./analysis/file.ts";
import { analyseStudy } from "./analysis/study.ts";
import { proteomeFigures } from "./figures/index.ts";
import { proteomeFormatIssues, proteomeFormats } from "./formats/index.ts";
import type { ProteomeMeasurement } from "./measurement.ts";
import { terms, title } from "./messages.ts";
import { proteomeOperations } from "./operations/index.ts";
import { proteomeRules } from "./rules/index.ts";

/** The proteome room. */
export const proteome: Domain<ProteomeMeasurement> = {
  id: "proteome",
  title,
  version: "1",
  formats: proteomeFormats,
  operations: proteomeOperations,
  issues: proteomeFormatIssues,
  terms,
  headline: [],
  analyseFile,
  analyseStudy,
  rules: proteomeRules,
  figures: proteomeFigures,
};

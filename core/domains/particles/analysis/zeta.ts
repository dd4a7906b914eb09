import {
  type FileAnalysis,
  type FileContext,
  type Json,
  readStep,
  sampleOfFile,
} from "../../../kernel/index.ts";
import type { Stated, ZetaMeasurement } from "../measurement.ts";
import { numbersOf } from "./positions.ts";
import { finiteStated, statedEstimates, warningSummaries } from "./stated.ts";
import { finiteOrNull, type ZetaSummary } from "./summary.ts";

/** A zeta profile: what the instrument states, and the profile for the figure. */
export function analyseZeta(measurement: ZetaMeasurement, context: FileContext): FileAnalysis {
  const sample = (sampleOfFile(context) ?? measurement.sampleName) || context.file;
  const [position, zeta, fit] = [
    numbersOf(measurement.table, "position"),
    numbersOf(measurement.table, "average"),
    numbersOf(measurement.table, "fit"),
  ];
  const summary: ZetaSummary = {
    kind: "zeta",
    pack: measurement.pack,
    sample,
    zetaPotential: finiteOrNull(measurement.zetaPotential?.value),
    profile: [...position].flatMap((at, i) =>
      Number.isFinite(at) ? [{ position: at, zeta: finiteOrNull(zeta[i]), fit: finiteOrNull(fit[i]) }] : [],
    ),
    instrumentWarnings: warningSummaries(measurement.instrumentWarnings),
  };
  const subject = { level: "file", file: context.file, sample } as const;
  const stated: Record<string, Stated> = {};
  if (measurement.zetaPotential) stated.zetaPotential = measurement.zetaPotential;
  if (measurement.mobility) stated.mobility = measurement.mobility;
  if (measurement.fwhm) stated.zetaFwhm = measurement.fwhm;
  return {
    file: context.file,
    format: measurement.format,
    steps: [readStep(measurement.format, statedEstimates(finiteStated(stated), subject, 1))],
    summary: summary as unknown as Json,
    issues: [],
  };
}

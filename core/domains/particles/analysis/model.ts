import {
  draft,
  type EstimateDraft,
  finiteInterval,
  isAccepted,
  type Subject,
} from "../../../kernel/index.ts";
import { fractionDetected } from "../operations/detected-fraction.ts";
import { fitLognormal, type LognormalFit } from "../operations/lognormal-fit.ts";
import { instrumentQualifier, type PlacedCapture, type SampleCaptures } from "./captures.ts";
import { type Check, check, notApplicable } from "./checks.ts";
import { cellsFor, gridEdges, onGrid } from "./grid.ts";
import type { ParticlesParameters } from "./parameters.ts";
import { neutral, percent, readable } from "./readable.ts";

/** Least diameters in nm that methods see, from the literature: van der Pol 2014, 10.1111/jth.12602 (source not opened). */
export const literatureLimits: Readonly<Record<string, number>> = { NTA: 70, TRPS: 70, MRPS: 70 };

export interface DetectionLimit {
  /** In nm. */
  readonly value: number;
  readonly from: "study" | "file" | "literature";
}

export interface ModelAnswer {
  readonly estimates: readonly EstimateDraft[];
  readonly check: Check;
  readonly detectionLimit: DetectionLimit | null;
}

/** The limit of detection in size of a sample's captures: the study's, else the greatest of the files', else the literature's. */
export function detectionLimitOf(
  { captures }: SampleCaptures,
  parameters: Pick<ParticlesParameters, "detectionLimit">,
): DetectionLimit | null {
  if (parameters.detectionLimit !== undefined) return { value: parameters.detectionLimit, from: "study" };
  const stated = captures.flatMap(({ detectionLimit }) => detectionLimit ?? []);
  if (stated.length > 0) return { value: stated.reduce((a, b) => Math.max(a, b)), from: "file" };
  const value = literatureLimits[captures[0]?.method ?? ""];
  return value === undefined ? null : { value, from: "literature" };
}

/** The assumption that a limit which nobody measured here brings with it. */
export function limitAssumptions(limit: DetectionLimit | null): string[] {
  if (limit === null || limit.from === "file") return [];
  return [limit.from === "literature" ? "detection_limit_from_literature" : "detection_limit_from_study"];
}

/**
 * A truncated log-normal fitted to a sample's captures pooled on the common grid: how much of such a population lies
 * above the limit of detection. Inferred, never in place of what was measured.
 */
export function modelAnswer(
  sample: SampleCaptures,
  concentration: EstimateDraft | null,
  parameters: ParticlesParameters,
): ModelAnswer {
  const limit = detectionLimitOf(sample, parameters);
  const binned = sample.captures.filter(({ bins }) => bins !== null);
  const without = (reason: Check): ModelAnswer => ({ estimates: [], check: reason, detectionLimit: limit });
  if (binned.length === 0) return without(notApplicable("truncated_below_dmin"));
  if (limit === null)
    return without(check("truncated_below_dmin", false, false, () => [neutral(""), neutral("")]));
  const fitted = fitPooled(binned, limit.value, parameters.level);
  if (fitted === null) return without(notApplicable("truncated_below_dmin"));
  const seen = fractionDetected(fitted.median, fitted.sigma, limit.value, parameters.leastDetectedFraction);
  const fraction = isAccepted(seen) ? seen.value.fraction : 0;
  return {
    estimates: modelEstimates(fitted, fraction, limit, sample, concentration),
    check: check("truncated_below_dmin", true, fraction >= parameters.leastDetectedFraction, () => [
      neutral(percent(1 - fraction)),
      neutral(`${readable(limit.value)} nm`),
    ]),
    detectionLimit: limit,
  };
}

/** The fit sees nothing under the limit, nor under the least edge that all captures have. */
function fitPooled(captures: readonly PlacedCapture[], limit: number, level: number): LognormalFit | null {
  const bins = captures.flatMap((capture) => capture.bins ?? []);
  const cells = cellsFor(bins);
  const pooled = new Float64Array(cells);
  for (const own of bins) {
    const grid = onGrid(own, cells);
    const total = grid.reduce((sum, value) => sum + value, 0);
    if (total > 0) for (let i = 0; i < cells; i++) pooled[i]! += grid[i]! / total;
  }
  const tracks = captures.reduce((sum, capture) => sum + (capture.tracks ?? 0), 0);
  const fitted = fitLognormal(gridEdges(cells), pooled, {
    counts: false,
    level,
    detectionLimit: bins.reduce((least, { range }) => Math.max(least, range[0]), limit),
    ...(tracks > 0 ? { tracks } : {}),
  });
  return isAccepted(fitted) ? fitted.value : null;
}

function modelEstimates(
  fitted: LognormalFit,
  fraction: number,
  limit: DetectionLimit,
  sample: SampleCaptures,
  concentration: EstimateDraft | null,
): EstimateDraft[] {
  const subject: Subject = { level: "sample", sample: sample.name };
  const { captures } = sample;
  const smoothed = captures.some((capture) => capture.smoothed);
  const rest = {
    basis: "inferred",
    n: { technical: captures.filter(({ bins }) => bins !== null).length, biological: null },
    assumptions: [
      "lognormal_population",
      "tracks_independent",
      ...(smoothed ? ["distribution_smoothed_by_software"] : []),
      ...limitAssumptions(limit),
    ],
    qualifiers: instrumentQualifier(sample),
  } as const;
  const { median, sigma } = fitted.intervals ?? { median: null, sigma: null };
  const estimates = [
    draft("particles.lognormalMedian", subject, fitted.median, "nm", {
      ...rest,
      interval: finiteInterval(median),
    }),
    draft("particles.lognormalSigma", subject, fitted.sigma, "1", {
      ...rest,
      interval: finiteInterval(sigma),
    }),
  ];
  if (!(fraction > 0)) return estimates;
  estimates.push(draft("particles.detectedFraction", subject, fraction, "1", rest));
  if (concentration === null) return estimates;
  const { qualifiers, flags } = concentration;
  const value = concentration.value / fraction;
  const words = { ...rest, qualifiers, flags };
  return [...estimates, draft("particles.modelConcentration", subject, value, "{particles}/mL", words)];
}

import { type EstimateDraft, isAccepted, type Subject } from "../../../kernel/index.ts";
import { fractionDetected } from "../operations/detected-fraction.ts";
import { fitLognormal } from "../operations/lognormal-fit.ts";
import { instrumentQualifier, type SampleCaptures } from "./captures.ts";
import { type Check, check } from "./checks.ts";
import { draft, finiteInterval } from "./drafts.ts";
import { cellsFor, gridEdges, onGrid } from "./grid.ts";
import type { ParticlesParameters } from "./parameters.ts";

/** Least diameters in nm that methods see, from the literature: van der Pol 2014, 10.1111/jth.12602 (source not opened). */
const literatureLimits: Readonly<Record<string, number>> = { NTA: 70, TRPS: 70, MRPS: 70 };

const mostUnseen = 0.1;

export interface ModelAnswer {
  readonly estimates: readonly EstimateDraft[];
  readonly check: Check;
  readonly detectionLimit: number | null;
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
  const stated = sample.captures.flatMap(({ detectionLimit }) => detectionLimit ?? []);
  const method = sample.captures[0]?.method ?? "";
  const limit = stated.length > 0 ? Math.max(...stated) : (literatureLimits[method] ?? null);
  const bins = sample.captures.flatMap((capture) => capture.bins ?? []);
  const none: ModelAnswer = {
    estimates: [],
    check: {
      flag: "truncated_below_dmin",
      status: "not reported",
      found: "",
      limit: limit === null ? "" : `${limit} nm`,
    },
    detectionLimit: limit,
  };
  if (limit === null || bins.length === 0) return none;
  const fitted = fitPooled(bins, limit, sample, parameters.level);
  if (fitted === null) return none;
  const { estimates, fraction } = modelEstimates(fitted, limit, sample, concentration, stated.length === 0);
  const found = `${(100 * (1 - fraction)).toFixed(1)} %`;
  return {
    estimates,
    check: check("truncated_below_dmin", true, 1 - fraction <= mostUnseen, found, `${limit} nm`),
    detectionLimit: limit,
  };
}

function fitPooled(
  bins: Parameters<typeof cellsFor>[0],
  limit: number,
  sample: SampleCaptures,
  level: number,
) {
  const cells = cellsFor(bins);
  const pooled = new Float64Array(cells);
  for (const own of bins) {
    const grid = onGrid(own, cells);
    const total = grid.reduce((sum, value) => sum + value, 0);
    for (let i = 0; i < cells; i++) pooled[i]! += grid[i]! / total;
  }
  const tracks = sample.captures.reduce((sum, capture) => sum + (capture.tracks ?? 0), 0);
  const fitted = fitLognormal(gridEdges(cells), pooled, {
    counts: false,
    level,
    detectionLimit: limit,
    ...(tracks > 0 ? { tracks } : {}),
  });
  return isAccepted(fitted) ? fitted.value : null;
}

function modelEstimates(
  fitted: NonNullable<ReturnType<typeof fitPooled>>,
  limit: number,
  sample: SampleCaptures,
  concentration: EstimateDraft | null,
  assumedLimit: boolean,
) {
  const subject: Subject = { level: "sample", sample: sample.name };
  const seen = fractionDetected(fitted.median, fitted.sigma, limit);
  const fraction = isAccepted(seen) ? seen.value.fraction : 0;
  const rest = {
    basis: "inferred",
    n: { technical: sample.captures.length, biological: null },
    assumptions: [
      "lognormal_population",
      "tracks_independent",
      ...(assumedLimit ? ["detection_limit_from_literature"] : []),
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
    draft("particles.detectedFraction", subject, fraction, "1", rest),
  ];
  if (concentration !== null && fraction > 0) {
    const qualifiers = { ...concentration.qualifiers };
    const value = concentration.value / fraction;
    estimates.push(
      draft("particles.modelConcentration", subject, value, "{particles}/mL", { ...rest, qualifiers }),
    );
  }
  return { estimates, fraction };
}

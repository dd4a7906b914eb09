import { z } from "zod";
import {
  accepted,
  field,
  type Interval,
  type Issue,
  isAccepted,
  type Result,
  refused,
} from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { tInterval } from "../../../statistics/mean-interval.ts";
import { weightedMoments } from "../../../statistics/moments.ts";
import { histogramQuantile } from "../../../statistics/quantiles.ts";
import type { Values } from "../../../statistics/values.ts";
import { defineFinite } from "./finite-result.ts";
import { fitLognormal, type LognormalFit } from "./lognormal-fit.ts";
import { quantileInterval } from "./order-statistics.ts";
import { edges } from "./schemas.ts";
import { binsIssue, binWidths, occupiedBins } from "./size-bins.ts";
import { sizeMode } from "./size-mode.ts";

export interface SizeOptions {
  /** Whether the weights are particles (SD with n - 1) or any other number per bin (population SD). */
  readonly counts: boolean;
  /** Particles or valid tracks behind the histogram, where known: without them there are no intervals. */
  readonly tracks?: number | undefined;
  readonly fit?: boolean | undefined;
  /** Least diameter in nm that the method sees: lower truncation of the fit. */
  readonly detectionLimit?: number | undefined;
  readonly level?: number | undefined;
}

/** Diameters in nm under one weighting. */
export interface WeightedSizes {
  readonly d10: number;
  readonly d50: number;
  readonly d90: number;
  readonly span: number;
  readonly mean: number;
}

export interface SizeDescription extends WeightedSizes {
  readonly mode: number;
  /** Null where one particle is all there is. */
  readonly sd: number | null;
  readonly sdDivisor: "n - 1" | "n";
  /** Means weighted by surface D[3,2] and by volume D[4,3]. */
  readonly surface: WeightedSizes;
  readonly volume: WeightedSizes;
  readonly intervals: { readonly [name in "d10" | "d50" | "d90" | "mean"]: Interval | null };
  readonly binWidth: { readonly least: number; readonly greatest: number };
  readonly lognormal: LognormalFit | null;
  readonly flags: readonly string[];
}

function centresOf(edges: Values): Float64Array {
  const centres = new Float64Array(edges.length - 1);
  for (let i = 0; i < centres.length; i++) centres[i] = (edges[i]! + edges[i + 1]!) / 2;
  return centres;
}

function product(weights: Values, factors: Values): Float64Array {
  const result = new Float64Array(weights.length);
  for (let i = 0; i < result.length; i++) result[i] = weights[i]! * factors[i]!;
  return result;
}

function sizes(edges: Values, weights: Values, mean: number): WeightedSizes {
  const d10 = histogramQuantile(edges, weights, 0.1);
  const d50 = histogramQuantile(edges, weights, 0.5);
  const d90 = histogramQuantile(edges, weights, 0.9);
  return { d10, d50, d90, span: (d90 - d10) / d50, mean };
}

/** Sizes of weights other than number: the mean is at the bin centres. */
function sizesBy(edges: Values, centres: Values, weights: Values): WeightedSizes {
  return sizes(edges, weights, weightedMoments(centres, weights, "population").mean);
}

/**
 * Sizes of a number-weighted histogram: `edges` in nm, one more than `weights` (particles, or concentration per bin).
 * Quantiles by linear interpolation at the edges, means at the centres, mode by `sizeMode`, intervals of quantiles by
 * order statistics and of the mean by t from `tracks`. Issues: `particles-bins-invalid`, `particles-no-particles`, and
 * as warnings those of the log-normal fit.
 */
export function describeSizes(
  allEdges: Values,
  allWeights: Values,
  options: SizeOptions,
): Result<SizeDescription> {
  const invalid = binsIssue(allEdges, allWeights);
  if (invalid) return refused(invalid);
  const { edges, weights } = occupiedBins(allEdges, allWeights);
  const { counts, level = 0.95 } = options;
  const centres = centresOf(edges);
  const { mean, sd } = weightedMoments(centres, weights, counts ? "frequency" : "population");
  const number = sizes(edges, weights, mean);
  const bySurface = product(product(weights, centres), centres);
  const byVolume = product(bySurface, centres);
  const { mode, atEdge, tie } = sizeMode(edges, weights);

  const n = options.tracks === undefined ? 0 : Math.floor(options.tracks);
  const interval = (p: number) => (n > 0 ? quantileInterval(edges, weights, p, n, level) : null);
  const warnings: Issue[] = [];
  let lognormal: LognormalFit | null = null;
  if (options.fit) {
    const fitted = fitLognormal(allEdges, allWeights, { ...options, level });
    if (isAccepted(fitted)) lognormal = fitted.value;
    else warnings.push(...fitted.issues.map((issue) => ({ ...issue, severity: "warning" as const })));
  }
  return accepted(
    {
      ...number,
      mode,
      sd: Number.isNaN(sd) ? null : sd,
      sdDivisor: counts ? "n - 1" : "n",
      surface: sizesBy(edges, centres, bySurface),
      volume: sizesBy(edges, centres, byVolume),
      intervals: {
        d10: interval(0.1),
        d50: interval(0.5),
        d90: interval(0.9),
        mean: n > 1 && sd > 0 ? tInterval(mean, sd / Math.sqrt(n), n - 1, level, "t-mean") : null,
      },
      binWidth: binWidths(allEdges),
      lognormal,
      flags: [...(atEdge ? ["mode_at_edge"] : []), ...(tie ? ["mode_tie"] : [])],
    },
    warnings,
  );
}

export const sizeDistribution = defineFinite({
  id: "particles.sizeDistribution",
  version: "1",
  title: { en: "Size distribution", ja: "粒子径分布" },
  summary: {
    en: "D10, D50, D90, mode, mean, SD and span of a histogram by number, surface and volume, with intervals and a truncated log-normal fit.",
    ja: "ヒストグラムから個数・表面積・体積基準の D10、D50、D90、最頻径、平均径、標準偏差、スパンを求め、信頼区間と打ち切り対数正規分布の当てはめを示します。",
  },
  input: z.object({
    edges,
    weights: field(
      z.array(z.number()).min(1),
      "1",
      "Particles or concentration per bin",
      "ビンごとの粒子数または濃度",
    ),
    weightsAre: field(
      z.enum(["counts", "concentration"]),
      "",
      "Whether the weights are particles or concentrations",
      "重みの種類（粒子数または濃度）",
    ),
    tracks: field(
      z.number().int().positive().optional(),
      "1",
      "Particles or valid tracks behind the histogram",
      "ヒストグラムの元になった粒子数または有効軌跡数",
    ),
    detectionLimit: field(
      z.number().nonnegative().optional(),
      "nm",
      "Least diameter that the method sees",
      "検出できる最小粒子径",
    ),
  }),
  parameters: z.object({
    level: confidenceLevel,
    fit: field(
      z.boolean().default(true),
      "",
      "Fit a truncated log-normal",
      "打ち切り対数正規分布を当てはめる",
    ),
  }),
  example: {
    input: {
      edges: [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 180, 200, 220, 250],
      weights: [12, 41, 98, 164, 205, 214, 190, 158, 120, 88, 61, 74, 38, 19, 8],
      weightsAre: "counts",
      tracks: 1490,
      detectionLimit: 50,
    },
  },
  run: ({ edges, weights, weightsAre, tracks, detectionLimit }, { level, fit }) =>
    describeSizes(edges, weights, { counts: weightsAre === "counts", tracks, detectionLimit, level, fit }),
});

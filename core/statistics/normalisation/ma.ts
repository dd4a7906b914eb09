import type { Limits } from "../distributions/index.ts";
import { binomialInterval } from "../distributions/index.ts";
import { featureMeans, observedOf, samplesOf } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { quantile, quantiles } from "../quantiles.ts";
import { requireLevel } from "../values.ts";

/** The difference M of two profiles against their mean A, both log2; features missing in one are left out. */
export interface MaStatistics {
  readonly mean: Float64Array;
  readonly difference: Float64Array;
  readonly median: number;
  /** 1.4826 times the median absolute deviation of M from its median. */
  readonly mad: number;
  /** Median of M among the features with the lowest and the highest third of A: they differ where bias depends on abundance. */
  readonly medianOfLow: number;
  readonly medianOfHigh: number;
}

/** M and A of one profile against another, both log2 with NaN missing; Dudoit et al. 2002 (Statistica Sinica 12, 111). */
export function maStatistics(profile: Float64Array, reference: Float64Array): MaStatistics {
  if (profile.length !== reference.length) throw new RangeError("profiles of different lengths");
  const both = Array.from(profile.keys()).filter((i) => !Number.isNaN(profile[i]! - reference[i]!));
  const mean = Float64Array.from(both, (i) => (profile[i]! + reference[i]!) / 2);
  const difference = Float64Array.from(both, (i) => profile[i]! - reference[i]!);
  const median = quantile(difference, 0.5);
  const [low, high] = quantiles(mean, [1 / 3, 2 / 3]);
  return {
    mean,
    difference,
    median,
    mad:
      1.4826 *
      quantile(
        difference.map((m) => Math.abs(m - median)),
        0.5,
      ),
    medianOfLow: quantile(
      difference.filter((_, i) => mean[i]! <= low!),
      0.5,
    ),
    medianOfHigh: quantile(
      difference.filter((_, i) => mean[i]! >= high!),
      0.5,
    ),
  };
}

/** MA statistics of every sample against the mean of all samples. */
export function maOfSamples(data: Matrix): MaStatistics[] {
  const centre = featureMeans(data);
  return samplesOf(data).map((sample) => maStatistics(sample, centre));
}

export interface UnchangedCheck {
  /** Features observed in both groups. */
  readonly n: number;
  /** Features whose difference of group means is within the threshold of the median difference. */
  readonly unchanged: number;
  readonly fraction: number;
  /** Clopper-Pearson limits of the fraction, as if features were independent. */
  readonly limits: Limits;
  /** Among the others, those above and below: where nearly all lie on one side, centring hides a global change. */
  readonly above: number;
  readonly below: number;
  readonly verdict: "most features unchanged" | "most features changed" | "cannot be told";
}

/**
 * Whether most features stay within `threshold` (log2) of the median difference between two sets of samples (columns),
 * as normalisation by a median or quantiles assumes. It is told at the given confidence level of the fraction; it cannot
 * see a change that all features share.
 */
export function mostUnchanged(
  data: Matrix,
  samples: readonly number[],
  reference: readonly number[],
  { threshold = 1, level = 0.95 }: { threshold?: number; level?: number } = {},
): UnchangedCheck {
  requireLevel(level);
  if (!(threshold > 0)) throw new RangeError(`no threshold: ${threshold}`);
  const [a, b] = [samples, reference].map((columns) => featureMeans(columnsOf(data, columns)));
  const differences = observedOf(a!.map((value, i) => value - b![i]!));
  const centre = quantile(differences, 0.5);
  const n = differences.length;
  const above = differences.filter((m) => m - centre > threshold).length;
  const below = differences.filter((m) => centre - m > threshold).length;
  const unchanged = n - above - below;
  const limits = binomialInterval(unchanged, n, level);
  const verdict =
    limits.lower > 0.5
      ? "most features unchanged"
      : limits.upper < 0.5
        ? "most features changed"
        : "cannot be told";
  return { n, unchanged, fraction: unchanged / n, limits, above, below, verdict };
}

function columnsOf({ rows, columns, values }: Matrix, chosen: readonly number[]): Matrix {
  const kept = new Float64Array(rows * chosen.length);
  for (let i = 0; i < rows; i++) {
    chosen.forEach((j, c) => {
      if (!(j >= 0 && j < columns)) throw new RangeError(`no sample ${j}`);
      kept[i * chosen.length + c] = values[i * columns + j]!;
    });
  }
  return { rows, columns: chosen.length, values: kept };
}

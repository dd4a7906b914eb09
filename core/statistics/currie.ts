import { accepted, type Issue, type Result, refused } from "../kernel/index.ts";
import { normalQuantile } from "./distributions/index.ts";
import { statisticsIssues } from "./issues.ts";

/** `unknown`: one blank of equal exposure, its uncertainty counts. `well-known`: the blank's mean is known exactly. */
export type BlankKnowledge = "unknown" | "well-known";

export interface CurrieLimits {
  /** Net counts above which something is there: L_C. */
  readonly criticalLevel: number;
  /** Net counts that are found reliably: L_D. */
  readonly detectionLimit: number;
}

export interface CurrieErrors {
  /** Probability to find what is not there; 0.05. */
  readonly falsePositive?: number;
  /** Probability to miss the detection limit; 0.05. */
  readonly falseNegative?: number;
  /** Exposure of the sample over that of the blank (time, volume, frames); 1. */
  readonly exposureRatio?: number;
}

const leastBlankCounts = 10;

/**
 * Critical level and detection limit in net counts with the constants as Currie (1968, 10.1021/ac60259a007) prints them
 * for errors of 5 %: 1.645, 2.71 (1.645^2 is 2.706) and 3.29. `blankCounts` are of an exposure equal to the sample's.
 * Issues: `statistics-not-finite`, `statistics-negative-count`; warning `statistics-low-blank-count` (below 10, where the
 * stated 5 % of false positives are 8.7 % and more; at 50 they are 6.5 %).
 */
export function currieLimits(blankCounts: number, blank: BlankKnowledge): Result<CurrieLimits> {
  const [error, warnings] = blankIssues(blankCounts);
  if (error) return refused(error);
  const root = Math.sqrt(blank === "unknown" ? 2 * blankCounts : blankCounts);
  return accepted({ criticalLevel: 1.645 * root, detectionLimit: 2.71 + 3.29 * root }, warnings);
}

/**
 * The same for any errors and exposures, with unrounded normal quantiles: for errors of 5 % about 1e-4 below
 * `currieLimits`. With s0^2 = r B (1 + r) (r B where the blank is well known):
 * L_C = z_a s0, and L_D the root of L_D = L_C + z_b sqrt(s0^2 + L_D).
 */
export function currieLimitsAt(
  blankCounts: number,
  blank: BlankKnowledge,
  { falsePositive = 0.05, falseNegative = 0.05, exposureRatio = 1 }: CurrieErrors = {},
): Result<CurrieLimits> {
  const [error, warnings] = blankIssues(blankCounts);
  if (error) return refused(error);
  if (!(exposureRatio > 0)) throw new RangeError(`no exposure ratio: ${exposureRatio}`);
  const expected = exposureRatio * blankCounts;
  const variance = blank === "unknown" ? expected * (1 + exposureRatio) : expected;
  const za = normalQuantile(1 - falsePositive);
  const zb = normalQuantile(1 - falseNegative);
  const criticalLevel = za * Math.sqrt(variance);
  const detectionLimit =
    criticalLevel + (zb * zb) / 2 + zb * Math.sqrt((zb * zb) / 4 + criticalLevel + variance);
  return accepted({ criticalLevel, detectionLimit }, warnings);
}

/** Sample counts less the blank's share: S - r B, with its counting error sqrt(S + r^2 B); may be negative. */
export function netCounts(sample: number, blank: number, exposureRatio = 1): { value: number; se: number } {
  return {
    value: sample - exposureRatio * blank,
    se: Math.sqrt(sample + exposureRatio * exposureRatio * blank),
  };
}

function blankIssues(counts: number): [Issue | undefined, readonly Issue[]] {
  if (!Number.isFinite(counts)) return [statisticsIssues.raise("statistics-not-finite"), []];
  if (counts < 0) return [statisticsIssues.raise("statistics-negative-count", { counts }), []];
  if (counts >= leastBlankCounts) return [undefined, []];
  const parameters = { counts, needed: leastBlankCounts };
  return [undefined, [statisticsIssues.raise("statistics-low-blank-count", parameters)]];
}

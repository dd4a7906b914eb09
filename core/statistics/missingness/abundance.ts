import { type Interval, portable } from "../../kernel/index.ts";
import { tQuantileUpper } from "../distributions/index.ts";
import { featureMeans } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { requireLevel } from "../values.ts";
import { logisticLine } from "./logistic-line.ts";

export type MissingnessVerdict =
  | "consistent with left-censoring"
  | "no relation with abundance seen"
  | "cannot be told";

export interface AbundanceRelation {
  readonly verdict: MissingnessVerdict;
  /** Features seen at least once, and those of them that also miss a value. */
  readonly features: number;
  readonly partlyMissing: number;
  /** Change of the logarithm of the odds of detection per unit of log2 intensity; NaN where no fit exists. */
  readonly slope: number;
  readonly intercept: number;
  readonly se: number;
  /** Pearson's chi-squared over its degrees of freedom; the errors are widened by its root where it exceeds 1. */
  readonly dispersion: number;
  readonly interval: Interval | null;
}

const leastPartlyMissing = 10;
/** A factor of 1.5 in the odds of detection per doubling of intensity: slopes below are taken for no relation. */
const smallSlope = 0.4054651081081644;

/**
 * Whether detection depends on abundance: logistic regression of how often each feature was seen on the mean of its
 * observed log2 values, features x samples with NaN missing. Left-censoring where the interval of the slope lies above 0;
 * no relation where it holds 0 and lies within a factor of 1.5 in the odds per doubling; otherwise, below 10 features that
 * are partly missing, or without a finite fit, it cannot be told. It is no proof of a mechanism: a mean of observed values
 * is itself raised by censoring. McCullagh and Nelder 1989, 4.5 (extra-binomial variation).
 */
export function missingnessByAbundance(data: Matrix, level = 0.95): AbundanceRelation {
  requireLevel(level);
  const means = featureMeans(data);
  const x: number[] = [];
  const seen: number[] = [];
  means.forEach((mean, i) => {
    if (Number.isNaN(mean)) return;
    const row = data.values.subarray(i * data.columns, (i + 1) * data.columns);
    x.push(mean);
    seen.push(row.filter((value) => !Number.isNaN(value)).length);
  });
  const partlyMissing = seen.filter((count) => count < data.columns).length;
  const line = x.length > 2 && partlyMissing > 0 ? logisticLine(x, seen, data.columns) : null;
  if (line === null) {
    const nan = Number.NaN;
    return {
      verdict: "cannot be told",
      features: x.length,
      partlyMissing,
      slope: nan,
      intercept: nan,
      se: nan,
      dispersion: nan,
      interval: null,
    };
  }
  const se = line.se * Math.sqrt(Math.max(1, line.dispersion));
  const reach = tQuantileUpper((1 - level) / 2, x.length - 2) * se;
  const [lower, upper] = [line.slope - reach, line.slope + reach];
  return {
    verdict: partlyMissing < leastPartlyMissing ? "cannot be told" : verdictOf(lower, upper),
    features: x.length,
    partlyMissing,
    slope: line.slope,
    intercept: line.intercept,
    se,
    dispersion: line.dispersion,
    interval: { kind: "confidence", level, lower, upper, method: "t-regression" },
  };
}

function verdictOf(lower: number, upper: number): MissingnessVerdict {
  if (lower > 0) return "consistent with left-censoring";
  const small = lower > -smallSlope && upper < smallSlope;
  return upper >= 0 && small ? "no relation with abundance seen" : "cannot be told";
}

/** Probability of detection at a log2 intensity by a fitted relation. */
export function detectionAt(relation: AbundanceRelation, log2Intensity: number): number {
  return 1 / (1 + portable.exp(-(relation.intercept + relation.slope * log2Intensity)));
}

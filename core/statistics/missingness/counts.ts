import type { Matrix } from "../linear-algebra/index.ts";
import { requireLength } from "../values.ts";
import { fisherExact } from "./fisher-exact.ts";

export interface MissingFractions {
  readonly ofSamples: Float64Array;
  readonly ofFeatures: Float64Array;
  readonly overall: number;
  /** Features seen in every sample, and in none. */
  readonly complete: number;
  readonly neverSeen: number;
}

/** Fractions of missing values of a matrix (features x samples, NaN missing). */
export function missingFractions({ rows, columns, values }: Matrix): MissingFractions {
  const ofSamples = new Float64Array(columns);
  const ofFeatures = new Float64Array(rows);
  values.forEach((value, k) => {
    if (!Number.isNaN(value)) return;
    ofSamples[k % columns]! += 1;
    ofFeatures[Math.floor(k / columns)]! += 1;
  });
  const total = ofFeatures.reduce((sum, count) => sum + count, 0);
  return {
    ofSamples: ofSamples.map((count) => count / rows),
    ofFeatures: ofFeatures.map((count) => count / columns),
    overall: total / (rows * columns),
    complete: ofFeatures.filter((count) => count === 0).length,
    neverSeen: ofFeatures.filter((count) => count === columns).length,
  };
}

export interface GroupDetection {
  readonly groups: readonly string[];
  /** Features x groups: samples in which the feature was seen. */
  readonly seen: Matrix;
  /** Samples per group. */
  readonly sizes: Float64Array;
  /** Fraction of missing values per group. */
  readonly missing: Float64Array;
}

/** In how many samples of each group a feature was seen; `groupOf` names each sample's group. */
export function detectionByGroup(data: Matrix, groupOf: readonly string[]): GroupDetection {
  requireLength("groups", groupOf, data.columns);
  const groups = [...new Set(groupOf)];
  const index = groupOf.map((group) => groups.indexOf(group));
  const sizes = new Float64Array(groups.length);
  for (const group of index) sizes[group]! += 1;
  const seen = new Float64Array(data.rows * groups.length);
  const totals = new Float64Array(groups.length);
  data.values.forEach((value, k) => {
    if (Number.isNaN(value)) return;
    const group = index[k % data.columns]!;
    seen[Math.floor(k / data.columns) * groups.length + group]! += 1;
    totals[group]! += 1;
  });
  return {
    groups,
    seen: { rows: data.rows, columns: groups.length, values: seen },
    sizes,
    missing: totals.map((total, g) => 1 - total / (sizes[g]! * data.rows)),
  };
}

/** A feature seen in one group and never in the other. */
export interface OnOffFeature {
  readonly row: number;
  readonly onlyIn: string;
  readonly seen: number;
  /** Two-sided P value of Fisher's exact test of detection in the two groups, not adjusted. */
  readonly p: number;
}

export interface GroupPairDetection {
  /** Features seen fewer than twice in both groups: no difference of means can be estimated. */
  readonly tooFewInBoth: number;
  readonly onOff: readonly OnOffFeature[];
}

/**
 * What detection says of two groups: features with fewer than two observations in both, and on/off features, seen in at
 * least `least` samples of one group and in none of the other.
 */
export function detectionOfPair(
  data: Matrix,
  groupOf: readonly string[],
  pair: readonly [string, string],
  least: number,
): GroupPairDetection {
  if (!(least >= 1)) throw new RangeError(`no number of samples: ${least}`);
  const { groups, seen, sizes } = detectionByGroup(data, groupOf);
  const [a, b] = pair.map((group) => groups.indexOf(group));
  if (a === undefined || b === undefined || a < 0 || b < 0 || a === b)
    throw new RangeError(`no pair: ${pair}`);
  let tooFewInBoth = 0;
  const onOff: OnOffFeature[] = [];
  for (let row = 0; row < data.rows; row++) {
    const [inA, inB] = [seen.values[row * groups.length + a]!, seen.values[row * groups.length + b]!];
    if (inA < 2 && inB < 2) tooFewInBoth++;
    if (Math.min(inA, inB) > 0 || Math.max(inA, inB) < least) continue;
    const p = fisherExact(inA, sizes[a]! - inA, inB, sizes[b]! - inB);
    onOff.push({ row, onlyIn: inA > 0 ? groups[a]! : groups[b]!, seen: Math.max(inA, inB), p });
  }
  return { tooFewInBoth, onOff };
}

import { accepted, createRandom, type Random, type Result } from "../../kernel/index.ts";
import { matrixOfSamples, samplesOf, withUsable } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { normalisationIssues } from "../normalisation/issues.ts";

/** A matrix with missing values filled in, which were drawn or averaged and never measured. */
export interface Imputed {
  readonly data: Matrix;
  /** 1 where a value was imputed, in the order of the matrix. */
  readonly mask: Uint8Array;
}

/** A normal distribution cut above at `upper`, Infinity for not cut; what a sample's missing values were drawn from. */
export interface DrawnFrom {
  readonly mean: number;
  readonly sd: number;
  readonly upper: number;
}

export interface RandomlyImputed extends Imputed {
  /** Per sample; NaN where the sample has too few values. */
  readonly drawnFrom: readonly DrawnFrom[];
  readonly seed: number;
}

/** Fills each sample by `draw` from its own distribution; a sample's draws depend on the seed and its index alone. */
export function drawnPerSample(
  data: Matrix,
  seed: number,
  key: string,
  distribution: (sample: Float64Array, index: number) => DrawnFrom,
  draw: (random: Random, from: DrawnFrom) => number = (random, { mean, sd }) => random.normal(mean, sd),
): Result<RandomlyImputed> {
  return withUsable(data, () => {
    const samples = samplesOf(data);
    const drawnFrom = samples.map(distribution);
    const root = createRandom(seed).split(key);
    const filled = samples.map((sample, j) => {
      const from = drawnFrom[j]!;
      if (Number.isNaN(from.mean) || Number.isNaN(from.sd)) return sample;
      const random = root.split("sample", j);
      return sample.map((value) => (Number.isNaN(value) ? draw(random, from) : value));
    });
    const result = matrixOfSamples(data.rows, filled);
    const untold = filled.filter((sample) => sample.some((value) => Number.isNaN(value))).length;
    const warnings = untold > 0 ? [normalisationIssues.raise("imputation-too-few", { n: untold })] : [];
    return accepted({ data: result, mask: maskOf(data, result), drawnFrom, seed }, warnings);
  });
}

/** Where a value is missing before and there after. */
export function maskOf(before: Matrix, after: Matrix): Uint8Array {
  return Uint8Array.from(before.values, (value, k) =>
    Number.isNaN(value) && !Number.isNaN(after.values[k]!) ? 1 : 0,
  );
}

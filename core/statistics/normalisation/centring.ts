import { accepted, portable, type Result, refused } from "../../kernel/index.ts";
import { observedOf, samplesOf, withUsable } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { mean } from "../moments.ts";
import { quantile } from "../quantiles.ts";
import { requireLength } from "../values.ts";
import { normalisationIssues } from "./issues.ts";
import { lessOffsets, type Normalised } from "./normalised.ts";

/**
 * Log2 values (features x samples, NaN missing) with every sample's median brought to the mean of the medians.
 * Assumes that most features do not change. Issues: `matrix-infinite`, `matrix-nothing-observed`, `matrix-empty-samples`.
 */
export function medianNormalised(data: Matrix): Result<Normalised> {
  return withUsable(data, () => {
    const offsets = centred(samplesOf(data).map((sample) => quantile(observedOf(sample), 0.5)));
    return accepted({ data: lessOffsets(data, offsets), offsets, assumes: ["most-features-unchanged"] });
  });
}

/**
 * Log2 values with the median of the given rows (such as an EV core set) brought to the same level in every sample.
 * Assumes that these features do not change. RangeError for a row outside the matrix. Issues: as `medianNormalised`,
 * and `normalisation-empty-subset` where a sample with values has none in these rows.
 */
export function subsetNormalised(data: Matrix, rows: Int32Array | readonly number[]): Result<Normalised> {
  const chosen = Array.from(rows);
  for (const row of chosen) {
    if (!(Number.isInteger(row) && row >= 0 && row < data.rows)) throw new RangeError(`no row ${row}`);
  }
  return withUsable(data, () => {
    const samples = samplesOf(data);
    const medians = samples.map((sample) =>
      quantile(observedOf(Float64Array.from(chosen, (row) => sample[row]!)), 0.5),
    );
    const empty = medians.filter((m, j) => Number.isNaN(m) && observedOf(samples[j]!).length > 0).length;
    if (empty > 0) return refused(normalisationIssues.raise("normalisation-empty-subset", { n: empty }));
    const offsets = centred(medians);
    return accepted({ data: lessOffsets(data, offsets), offsets, assumes: ["subset-unchanged"] });
  });
}

/**
 * Log2 values less the log2 of a positive factor per sample, such as its particle number; relative to the factors'
 * geometric mean, so that the general level is kept. Issues: as `medianNormalised`, and `normalisation-factor`.
 */
export function factorNormalised(data: Matrix, perSampleFactor: Float64Array): Result<Normalised> {
  requireLength("factors", perSampleFactor, data.columns);
  const bad = perSampleFactor.filter((factor) => !(factor > 0 && Number.isFinite(factor))).length;
  if (bad > 0) return refused(normalisationIssues.raise("normalisation-factor", { n: bad }));
  return withUsable(data, () => {
    const offsets = centred(Array.from(perSampleFactor, (factor) => portable.log2(factor)));
    return accepted({ data: lessOffsets(data, offsets), offsets, assumes: ["factor-proportional"] });
  });
}

/** Each number less their mean; NaN (an empty sample) becomes 0. */
function centred(levels: readonly number[]): Float64Array {
  const centre = mean(levels.filter((level) => !Number.isNaN(level)));
  return Float64Array.from(levels, (level) => (Number.isNaN(level) ? 0 : level - centre));
}

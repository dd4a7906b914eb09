import { accepted, portable, type Result, refused } from "../../kernel/index.ts";
import { featureMeans, matrixOfSamples, samplesOf, withUsable } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { normalisationIssues } from "./issues.ts";
import { lowess } from "./lowess.ts";
import type { Normalised } from "./normalised.ts";

export interface CyclicLoessOptions {
  /**
   * Fraction of the features in each local fit; 0.7 where it is not given. `adaptive`: 0.3 + 0.7 (50 / features)^(1/3),
   * at most 1, which is what recent limma does unless told otherwise.
   */
  readonly span?: number | "adaptive";
  /** Times that all samples are passed; 3 where it is not given. */
  readonly rounds?: number;
}

/**
 * Log2 values (features x samples, NaN missing) less a smooth curve of each sample's difference from the mean of all
 * samples against that mean ("fast" cyclic loess): Ballman et al. 2004 (10.1093/bioinformatics/bth327), Ritchie et al.
 * 2015 (10.1093/nar/gkv007). Assumes that at each abundance most features are unchanged.
 * Issues: as `medianNormalised`, and `normalisation-one-sample`.
 */
export function cyclicLoessNormalised(data: Matrix, options: CyclicLoessOptions = {}): Result<Normalised> {
  if (data.columns < 2) return refused(normalisationIssues.raise("normalisation-one-sample"));
  const span = options.span === "adaptive" ? adaptiveSpan(data.rows) : (options.span ?? 0.7);
  if (!(span > 0 && span <= 1)) throw new RangeError(`no span: ${span}`);
  return withUsable(data, () => {
    let now = data;
    for (let round = 0; round < (options.rounds ?? 3); round++) {
      const centre = featureMeans(now);
      now = matrixOfSamples(
        data.rows,
        samplesOf(now).map((sample) => lessCurve(sample, centre, span)),
      );
    }
    return accepted({
      data: now,
      offsets: null,
      assumes: ["most-features-unchanged", "bias-depends-on-abundance"],
    });
  });
}

function adaptiveSpan(features: number): number {
  return Math.min(1, 0.3 + 0.7 * portable.cbrt(50 / features));
}

function lessCurve(sample: Float64Array, centre: Float64Array, span: number): Float64Array {
  const order = Array.from(sample.keys()).filter((i) => !Number.isNaN(sample[i]!));
  order.sort((a, b) => centre[a]! - centre[b]!);
  const x = Float64Array.from(order, (i) => centre[i]!);
  const y = Float64Array.from(order, (i) => sample[i]! - centre[i]!);
  const delta = x.length > 0 ? 0.01 * (x[x.length - 1]! - x[0]!) : 0;
  const curve = lowess(x, y, { span, robustRounds: 3, delta });
  const result = Float64Array.from(sample);
  order.forEach((i, k) => {
    result[i]! -= curve[k]!;
  });
  return result;
}

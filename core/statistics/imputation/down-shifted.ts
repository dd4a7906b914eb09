import type { Result } from "../../kernel/index.ts";
import { observedOf } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { mean, standardDeviation } from "../moments.ts";
import { drawnPerSample, type RandomlyImputed } from "./imputed.ts";

export interface DownShiftOptions {
  readonly seed: number;
  /** SDs below the sample's mean; 1.8 where it is not given. */
  readonly shift?: number;
  /** Width in SDs of the sample; 0.3 where it is not given. */
  readonly width?: number;
}

/**
 * Log2 values (features x samples, NaN missing) with missing ones drawn from N(mean - shift sd, (width sd)^2) of the
 * sample: left-censoring as Perseus fills it in, Tyanova et al. 2016 (10.1038/nmeth.3901). Needs two values per sample.
 * Issues: `matrix-infinite`, `matrix-nothing-observed`, `matrix-empty-samples`, `imputation-too-few`.
 */
export function downShifted(data: Matrix, options: DownShiftOptions): Result<RandomlyImputed> {
  const { seed, shift = 1.8, width = 0.3 } = options;
  if (!(Number.isFinite(shift) && width >= 0)) throw new RangeError(`shift ${shift}, width ${width}`);
  return drawnPerSample(data, seed, "down-shifted", (sample) => {
    const observed = observedOf(sample);
    const sd = standardDeviation(observed);
    return { mean: mean(observed) - shift * sd, sd: width * sd, upper: Number.POSITIVE_INFINITY };
  });
}

import type { Result } from "../../kernel/index.ts";
import { observedOf } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { standardDeviation } from "../moments.ts";
import { quantile } from "../quantiles.ts";
import { requireProbability } from "../values.ts";
import { drawnPerSample, type RandomlyImputed } from "./imputed.ts";

export interface MinProbOptions {
  readonly seed: number;
  /** Quantile of the sample at which missing values are centred; 0.01 where it is not given. */
  readonly q?: number;
  /** Factor of the SD; 1 where it is not given. */
  readonly tune?: number;
}

/**
 * Log2 values (features x samples, NaN missing) with missing ones drawn about the sample's low quantile `q`; the SD is
 * `tune` times the median SD of the features that were seen in more than half of the samples. Lazar et al. 2016
 * (10.1021/acs.jproteome.5b00981). Issues: as `downShifted`.
 */
export function minProb(data: Matrix, options: MinProbOptions): Result<RandomlyImputed> {
  const { seed, q = 0.01, tune = 1 } = options;
  requireProbability(q);
  if (!(tune >= 0)) throw new RangeError(`no factor of the SD: ${tune}`);
  const sd = tune * typicalFeatureSd(data);
  return drawnPerSample(data, seed, "min-prob", (sample) => ({
    mean: quantile(observedOf(sample), q),
    sd,
    upper: Number.POSITIVE_INFINITY,
  }));
}

function typicalFeatureSd({ rows, columns, values }: Matrix): number {
  const sds: number[] = [];
  for (let i = 0; i < rows; i++) {
    const observed = observedOf(values.subarray(i * columns, (i + 1) * columns));
    if (observed.length > columns / 2 && observed.length > 1) sds.push(standardDeviation(observed));
  }
  return quantile(sds, 0.5);
}

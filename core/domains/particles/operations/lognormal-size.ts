import { portable } from "../../../kernel/index.ts";
import { normalQuantile } from "../../../statistics/distributions/index.ts";

/** Diameters in nm that follow from a number-weighted log-normal. */
export interface LognormalSizes {
  readonly median: number;
  readonly mode: number;
  readonly mean: number;
  /** SD / mean. */
  readonly cv: number;
  /** Geometric standard deviation, e^sigma. */
  readonly gsd: number;
  readonly d10: number;
  readonly d90: number;
  readonly span: number;
  /** Surface-weighted mean D[3,2]. */
  readonly d32: number;
  /** Volume-weighted mean D[4,3]. */
  readonly d43: number;
  readonly volumeMedian: number;
}

/** Sizes of a log-normal with mean `mu` and SD `sigma` of ln(d / nm). Source: Hatch and Choate 1929 (not opened); ISO 9276-5 (not opened). */
export function lognormalSizes(mu: number, sigma: number): LognormalSizes {
  const variance = sigma * sigma;
  const at = (k: number) => portable.exp(mu + k * variance);
  const z90 = normalQuantile(0.9);
  const median = portable.exp(mu);
  const d10 = portable.exp(mu - z90 * sigma);
  const d90 = portable.exp(mu + z90 * sigma);
  return {
    median,
    mode: at(-1),
    mean: at(0.5),
    cv: Math.sqrt(portable.expm1(variance)),
    gsd: portable.exp(sigma),
    d10,
    d90,
    span: (d90 - d10) / median,
    d32: at(2.5),
    d43: at(3.5),
    volumeMedian: at(3),
  };
}

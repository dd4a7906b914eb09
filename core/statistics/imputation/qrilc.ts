import type { Random, Result } from "../../kernel/index.ts";
import { normalCdf, normalQuantile } from "../distributions/index.ts";
import { observedOf } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { mean } from "../moments.ts";
import { quantiles } from "../quantiles.ts";
import { type DrawnFrom, drawnPerSample, type RandomlyImputed } from "./imputed.ts";

export interface QrilcOptions {
  readonly seed: number;
  /** Factor of the SD that is drawn with; 1 where it is not given. */
  readonly tune?: number;
}

const upperQuantile = 0.99;
const margin = 0.001;
const points = 100;

/**
 * Log2 values (features x samples, NaN missing) with missing ones drawn from the part of a normal distribution that was
 * cut off: its mean and SD are the line of 100 sample quantiles against the normal quantiles from pNA + 0.001 to
 * 0.991, and it is cut at its own pNA + 0.001 quantile (quantile regression for left-censored data, Lazar et al. 2016,
 * 10.1021/acs.jproteome.5b00981). `tune` scales the SD of the draws. Samples with fewer than two values, without
 * spread, or with 99 % missing and more are left. Issues: as `downShifted`.
 */
export function qrilc(data: Matrix, { seed, tune = 1 }: QrilcOptions): Result<RandomlyImputed> {
  if (!(tune > 0)) throw new RangeError(`no factor of the SD: ${tune}`);
  return drawnPerSample(data, seed, "qrilc", (sample) => censoredNormal(sample, tune), drawBelow);
}

function censoredNormal(sample: Float64Array, tune: number): DrawnFrom {
  const observed = observedOf(sample);
  const missing = 1 - observed.length / sample.length;
  const none = { mean: Number.NaN, sd: Number.NaN, upper: Number.NaN };
  if (observed.length < 2 || missing >= upperQuantile) return none;
  const step = (upperQuantile - missing) / (points - 1);
  const normal = Float64Array.from({ length: points }, (_, k) => normalQuantile(missing + margin + k * step));
  const seen = quantiles(
    observed,
    Float64Array.from({ length: points }, (_, k) => margin + k / 100),
  );
  const [x, y] = [mean(normal), mean(seen)];
  let xy = 0;
  let xx = 0;
  for (let k = 0; k < points; k++) {
    xy += (normal[k]! - x) * (seen[k]! - y);
    xx += (normal[k]! - x) * (normal[k]! - x);
  }
  const slope = xy / xx;
  if (!(slope > 0)) return none;
  const centre = y - slope * x;
  return { mean: centre, sd: slope * tune, upper: centre + slope * normalQuantile(missing + margin) };
}

function drawBelow(random: Random, { mean, sd, upper }: DrawnFrom): number {
  return mean + sd * normalQuantile(random.uniform() * normalCdf((upper - mean) / sd));
}

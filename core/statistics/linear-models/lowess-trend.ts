import { portable } from "../../kernel/index.ts";
import { lowess } from "../normalisation/lowess.ts";
import { sortedQuantile } from "./ranks.ts";
import { weightedLowess } from "./weighted-lowess.ts";

const fewForLowess = 5;

/**
 * Smooth curve of `effects` along their finite `covariate` by local lines with `weights`, over more of them the fewer
 * there are; a line through fewer than five. Weights are lifted to 1e-8 of their third quartile. Span and bounds as in
 * limma 3.68.5, found from its numbers.
 */
export function weightedTrend(
  covariate: Float64Array,
  effects: Float64Array,
  weights: Float64Array,
): Float64Array {
  const n = covariate.length;
  const least = 1e-8 * sortedQuantile(weights.slice().sort(), 0.75);
  const lifted = weights.map((weight) => Math.max(weight, least));
  if (n < fewForLowess) return line(covariate, effects, lifted);
  const span = Math.min(1, 0.3 + 0.7 * portable.pow(500 / n, 1 / 3));
  return along(covariate, (x, order) =>
    weightedLowess(x, picked(effects, order), picked(lifted, order), span),
  );
}

/** Cleveland's lowess over 0.4 of the points with three robust rounds, as limma's robust prior takes it. */
export function robustTrend(covariate: Float64Array, effects: Float64Array): Float64Array {
  return along(covariate, (x, order) => {
    const delta = 0.01 * (x[x.length - 1]! - x[0]!);
    return lowess(x, picked(effects, order), { span: 0.4, robustRounds: 3, delta });
  });
}

/** The curve through `fitted` at `places`, straight between its points and level beyond them. */
export function interpolated(
  covariate: Float64Array,
  fitted: Float64Array,
  places: Float64Array,
): Float64Array {
  const order = ascending(covariate);
  const x = picked(covariate, order);
  const y = picked(fitted, order);
  const last = x.length - 1;
  return places.map((place) => {
    if (Number.isNaN(place)) return place;
    if (place <= x[0]!) return y[0]!;
    if (place >= x[last]!) return y[last]!;
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (x[middle]! <= place) low = middle;
      else high = middle;
    }
    return y[low]! + ((place - x[low]!) / (x[high]! - x[low]!)) * (y[high]! - y[low]!);
  });
}

function along(
  covariate: Float64Array,
  smooth: (x: Float64Array, order: Int32Array) => Float64Array,
): Float64Array {
  const order = ascending(covariate);
  const sorted = smooth(picked(covariate, order), order);
  const fitted = new Float64Array(order.length);
  order.forEach((i, at) => {
    fitted[i] = sorted[at]!;
  });
  return fitted;
}

function ascending(values: Float64Array): Int32Array {
  return Int32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]! || i - j);
}

function picked(values: Float64Array, order: Int32Array): Float64Array {
  return Float64Array.from(order, (i) => values[i]!);
}

function line(x: Float64Array, y: Float64Array, weights: Float64Array): Float64Array {
  let [total, meanX, meanY, spread, product] = [0, 0, 0, 0, 0];
  weights.forEach((weight, i) => {
    total += weight;
    meanX += weight * x[i]!;
    meanY += weight * y[i]!;
  });
  meanX /= total;
  meanY /= total;
  weights.forEach((weight, i) => {
    spread += weight * (x[i]! - meanX) * (x[i]! - meanX);
    product += weight * (x[i]! - meanX) * y[i]!;
  });
  const slope = spread > 0 ? product / spread : 0;
  return x.map((value) => meanY + slope * (value - meanX));
}

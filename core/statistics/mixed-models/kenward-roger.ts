import type { GroupedDesign } from "./grouped-design.ts";
import { productOf, quadratic, type RatioState } from "./variance-ratio.ts";

/** What Kenward and Roger's test needs at a ratio, for a residual variance of 1. */
export interface KenwardRoger {
  /** Covariance of the coefficients in the basis, corrected for the estimated variances. */
  readonly covariance: Float64Array;
  /** F P F of residual and between-group variance, F = (X'V^-1 X)^-1 and P = -X'V^-1 G V^-1 X. */
  readonly changes: readonly [Float64Array, Float64Array];
  /** Covariance of residual and between-group variance by their expected information. */
  readonly information: readonly [number, number, number];
}

/**
 * Kenward and Roger 1997 (doi:10.2307/2533558) for V = residual I + between ZZ'. With v = n/(1 + ratio n), x a group's mean
 * and W the products within groups, sums over groups: X'V^-1 G V^-1 X is W + sum v^2/n xx' for the residual variance and
 * sum v^2 xx' for the other; X'V^-1 G V^-1 G V^-1 X is W + sum v^3/n^2 xx', sum v^3/n xx', sum v^3 xx'.
 */
export function kenwardRoger(design: GroupedDesign, state: RatioState): KenwardRoger {
  const { sizes, within, fixed } = design;
  const { weights, inverse } = state;
  const p = fixed.rank;
  const over = (power: number, root: number) =>
    sizes.map((n, g) => {
      let weight = 1;
      for (let k = 0; k < power; k++) weight *= weights[g]!;
      for (let k = 0; k < root; k++) weight /= n;
      return weight;
    });
  const cross = (weight: Float64Array, start: Float64Array | null) => crossOf(design, weight, start);
  const first = [cross(over(2, 1), within), cross(over(2, 0), null)] as const;
  const second = [cross(over(3, 2), within), cross(over(3, 1), null), cross(over(3, 0), null)] as const;
  const squares = over(2, 2);
  const traces = [
    sizes.reduce((sum, n, g) => sum + n - 1 + squares[g]!, 0),
    over(2, 1).reduce((sum, one) => sum + one, 0),
    over(2, 0).reduce((sum, one) => sum + one, 0),
  ];
  const shares = first.map((one) => productOf(inverse, one, p));
  const pairs = [
    [0, 0],
    [0, 1],
    [1, 1],
  ] as const;
  const [ee, eu, uu] = pairs.map(
    ([i, j], k) => traces[k]! - 2 * traceOf(inverse, second[k]!, p) + traceOf(shares[i]!, shares[j]!, p),
  ) as [number, number, number];
  const determinant = ee * uu - eu * eu;
  const information = [(2 * uu) / determinant, (-2 * eu) / determinant, (2 * ee) / determinant] as const;
  const correction = new Float64Array(p * p);
  pairs.forEach(([i, j], k) => {
    const twice = productOf(first[i]!, shares[j]!, p);
    const times = information[k]! * (i === j ? 1 : 2);
    for (let cell = 0; cell < p * p; cell++) correction[cell]! += times * (second[k]![cell]! - twice[cell]!);
  });
  const around = (middle: Float64Array) => productOf(productOf(inverse, middle, p), inverse, p);
  const added = around(correction);
  return {
    covariance: inverse.map((value, cell) => value + 2 * added[cell]!),
    changes: [around(first[0]), around(first[1])],
    information,
  };
}

/** Degrees of freedom of a contrast: for one dimension Kenward and Roger's scale is 1 and their approximation 2 / A. */
export function kenwardRogerDf(
  state: RatioState,
  { changes, information }: KenwardRoger,
  m: Float64Array,
): number {
  const size = quadratic(state.inverse, m, m);
  const [e, u] = changes.map((change) => quadratic(change, m, m) / size) as [number, number];
  return 2 / (information[0] * e * e + 2 * information[1] * e * u + information[2] * u * u);
}

function crossOf({ sizes, means, fixed }: GroupedDesign, weights: Float64Array, start: Float64Array | null) {
  const p = fixed.rank;
  const sum = start ? Float64Array.from(start) : new Float64Array(p * p);
  for (let g = 0; g < sizes.length; g++) {
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) sum[a * p + b]! += weights[g]! * means[g * p + a]! * means[g * p + b]!;
    }
  }
  return sum;
}

function traceOf(a: Float64Array, b: Float64Array, p: number): number {
  let sum = 0;
  for (let i = 0; i < p; i++) for (let k = 0; k < p; k++) sum += a[i * p + k]! * b[k * p + i]!;
  return sum;
}

import { portable } from "../../../../kernel/index.ts";

/** One multivariate normal of a mixture; `covariance` by rows. */
export interface NormalComponent {
  readonly weight: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** Normals over an even background that holds doublets and debris. */
export interface Mixture {
  readonly components: readonly NormalComponent[];
  readonly background: number;
  /** Density of the background: 1 / volume. */
  readonly backgroundDensity: number;
  readonly logLikelihood: number;
}

const iterations = 60;
const tolerance = 1e-7;

/** Lower Cholesky factor by rows with the logarithm of the normal's constant; a floor on the diagonal keeps it positive. */
interface Factored {
  readonly mean: Float64Array;
  readonly lower: Float64Array;
  readonly constant: number;
}

function factored({ weight, mean, covariance }: NormalComponent): Factored {
  const d = mean.length;
  const lower = new Float64Array(d * d);
  let constant = portable.log(weight) - (d / 2) * portable.log(2 * Math.PI);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = covariance[i * d + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * d + k]! * lower[j * d + k]!;
      lower[i * d + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j * d + j]!;
    }
    constant -= portable.log(lower[i * d + i]!);
  }
  return { mean, lower, constant };
}

/** Writes the probability of each component (and last the background) for events; gives the log density. */
export function responsibilities(
  mixture: Pick<Mixture, "components" | "background" | "backgroundDensity">,
): (columns: readonly Float64Array[], i: number, out: Float64Array) => number {
  const factors = mixture.components.map(factored);
  const d = mixture.components[0]?.mean.length ?? 0;
  const z = new Float64Array(d);
  const flat = mixture.background * mixture.backgroundDensity;
  return (columns, i, out) => {
    let total = flat;
    out[factors.length] = flat;
    for (let c = 0; c < factors.length; c++) {
      const { mean, lower, constant } = factors[c]!;
      let square = 0;
      for (let r = 0; r < d; r++) {
        let value = columns[r]![i]! - mean[r]!;
        for (let k = 0; k < r; k++) value -= lower[r * d + k]! * z[k]!;
        z[r] = value / lower[r * d + r]!;
        square += z[r]! * z[r]!;
      }
      const density = portable.exp(constant - square / 2);
      out[c] = density;
      total += density;
    }
    for (let c = 0; c <= factors.length; c++) out[c]! /= total || 1;
    return portable.log(total || Number.MIN_VALUE);
  };
}

/**
 * Maximum likelihood by EM (Dempster, Laird and Rubin 1977) from `start`, on columns of equal length; `floors` are
 * variances added to each axis, so that a population on one value keeps a width.
 */
export function fitMixture(
  columns: readonly Float64Array[],
  start: Mixture,
  floors: readonly number[],
): Mixture {
  let current = start;
  for (let round = 0; round < iterations; round++) {
    const next = step(columns, current, floors);
    const gain = next.logLikelihood - current.logLikelihood;
    current = next;
    if (round > 0 && Math.abs(gain) <= tolerance * Math.abs(next.logLikelihood)) break;
  }
  return current;
}

function step(columns: readonly Float64Array[], mixture: Mixture, floors: readonly number[]): Mixture {
  const d = columns.length;
  const n = columns[0]!.length;
  const count = mixture.components.length;
  const assign = responsibilities(mixture);
  const shares = new Float64Array(count + 1);
  const mass = new Float64Array(count + 1);
  const sums = new Float64Array(count * d);
  const products = new Float64Array(count * d * d);
  let logLikelihood = 0;
  for (let i = 0; i < n; i++) {
    logLikelihood += assign(columns, i, shares);
    mass[count]! += shares[count]!;
    for (let c = 0; c < count; c++) {
      const share = shares[c]!;
      if (share < 1e-9) continue;
      const { mean } = mixture.components[c]!;
      mass[c]! += share;
      for (let r = 0; r < d; r++) {
        const deviation = columns[r]![i]! - mean[r]!;
        sums[c * d + r]! += share * deviation;
        for (let k = 0; k <= r; k++) {
          products[(c * d + r) * d + k]! += share * deviation * (columns[k]![i]! - mean[k]!);
        }
      }
    }
  }
  const components = mixture.components.map((component, c) =>
    mass[c]! < d + 1
      ? { ...component, weight: mass[c]! / n }
      : moved(component, c, mass[c]!, sums, products, floors, n),
  );
  return { ...mixture, components, background: Math.max(mass[count]! / n, 1e-6), logLikelihood };
}

function moved(
  { mean }: NormalComponent,
  c: number,
  mass: number,
  sums: Float64Array,
  products: Float64Array,
  floors: readonly number[],
  n: number,
): NormalComponent {
  const d = mean.length;
  const shift = Float64Array.from(mean, (_, r) => sums[c * d + r]! / mass);
  const covariance = new Float64Array(d * d);
  for (let r = 0; r < d; r++) {
    for (let k = 0; k <= r; k++) {
      const value =
        products[(c * d + r) * d + k]! / mass - shift[r]! * shift[k]! + (r === k ? floors[r]! : 0);
      covariance[r * d + k] = value;
      covariance[k * d + r] = value;
    }
  }
  return { weight: mass / n, mean: mean.map((value, r) => value + shift[r]!), covariance };
}

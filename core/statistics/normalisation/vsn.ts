import { accepted, portable, type Result, refused } from "../../kernel/index.ts";
import { observedOf, sampleOf, withUsable } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { mean } from "../moments.ts";
import { quantile } from "../quantiles.ts";
import { normalisationIssues } from "./issues.ts";
import { minimised, type Sloped } from "./minimise.ts";
import type { Normalised } from "./normalised.ts";

export interface VsnNormalised extends Normalised {
  /** a_i of asinh(a_i + b_i x), per sample. */
  readonly shift: Float64Array;
  /** b_i of asinh(a_i + b_i x), per sample, in 1 / intensity. */
  readonly scale: Float64Array;
  /** SD about the features' means on the asinh scale, divisor N as the likelihood has it. */
  readonly sd: number;
  /** -N/2 log(sum of squares) + sum log(b_i / sqrt(1 + (a_i + b_i x)^2)), without constants. */
  readonly logLikelihood: number;
}

const leastFeatures = 10;
const mostIterations = 1000;
/** asinh of numbers beyond differs from a logarithm by less than 3e-5. */
const farFromZero = 100;
const ln2 = Math.LN2;

/**
 * Variance-stabilised values of linear intensities (features x samples, NaN missing, negative ones allowed): maximum
 * likelihood of asinh(a_i + b_i x) with one mean per feature and one variance. Returned on a log2 scale on which great
 * intensities are log2 of x times b_i over the geometric mean of all b. Features seen in fewer than two samples do not
 * take part in the fit. Huber et al. 2002 (10.1093/bioinformatics/18.suppl_1.s96), all features used, none trimmed.
 * Issues: as `medianNormalised`, `normalisation-one-sample`, `normalisation-too-few-features` (below 10 seen in a
 * sample), `normalisation-not-converged`; warns with `normalisation-no-additive-noise` where asinh is a logarithm throughout.
 */
export function vsnNormalised(intensities: Matrix): Result<VsnNormalised> {
  if (intensities.columns < 2) return refused(normalisationIssues.raise("normalisation-one-sample"));
  return withUsable(intensities, () => {
    const { rows, columns, values } = intensities;
    const used = sharedRows(intensities);
    const least = Math.min(...samplesSeen(used));
    if (least < leastFeatures) {
      const counts = { n: least, needed: leastFeatures };
      return refused(normalisationIssues.raise("normalisation-too-few-features", counts));
    }
    const units = Float64Array.from({ length: columns }, (_, j) => {
      const size = quantile(
        observedOf(sampleOf(used, j)).map((x) => Math.abs(x)),
        0.5,
      );
      return size > 0 ? size : 1;
    });
    const inUnits = used.values.map((x, k) => x / units[k % columns]!);
    const n = observedOf(used.values).length;
    const fit = minimised(
      (at) => lossOf({ ...used, values: inUnits }, at),
      new Float64Array(2 * columns),
      1e-8 * n,
      mostIterations,
    );
    if (!fit.converged) {
      return refused(
        normalisationIssues.raise("normalisation-not-converged", { iterations: fit.iterations }),
      );
    }
    const shift = fit.at.slice(0, columns);
    const logScale = fit.at.slice(columns).map((beta, j) => beta - portable.log(units[j]!));
    const scale = logScale.map((beta) => portable.exp(beta));
    const level = ln2 + mean(logScale);
    const stable = values.map((x, k) => {
      const j = k % columns;
      return (portable.asinh(shift[j]! + scale[j]! * x) - level) / ln2;
    });
    const { squares } = lossOf({ ...used, values: inUnits }, fit.at);
    const asLogarithm = used.values.every((x, k) => {
      const j = k % columns;
      return !(Math.abs(shift[j]! + scale[j]! * x) < farFromZero);
    });
    const warnings = asLogarithm ? [normalisationIssues.raise("normalisation-no-additive-noise")] : [];
    const found: VsnNormalised = {
      data: { rows, columns, values: stable },
      offsets: null,
      assumes: ["most-features-unchanged", "affine-response"],
      shift,
      scale,
      sd: Math.sqrt(squares / n),
      logLikelihood: -fit.value - logUnits(used, units),
    };
    return accepted(found, warnings);
  });
}

/** The rows that were seen in two samples or more. */
function sharedRows({ rows, columns, values }: Matrix): Matrix {
  const kept: number[] = [];
  for (let i = 0; i < rows; i++) {
    const row = values.subarray(i * columns, (i + 1) * columns);
    if (observedOf(row).length > 1) kept.push(...row);
  }
  return { rows: kept.length / columns, columns, values: Float64Array.from(kept) };
}

function samplesSeen(data: Matrix): number[] {
  return Array.from({ length: data.columns }, (_, j) => observedOf(sampleOf(data, j)).length);
}

function logUnits(used: Matrix, units: Float64Array): number {
  return samplesSeen(used).reduce((sum, seen, j) => sum + seen * portable.log(units[j]!), 0);
}

/** Minus the profile log-likelihood of (a_1.., log b_1..), its gradient and the sum of squares. */
function lossOf({ rows, columns, values }: Matrix, at: Float64Array): Sloped & { squares: number } {
  const scale = at.slice(columns).map((beta) => portable.exp(beta));
  const u = values.map((x, k) => at[k % columns]! + scale[k % columns]! * x);
  const residuals = u.map((value) => portable.asinh(value));
  let squares = 0;
  let n = 0;
  let value = 0;
  for (let i = 0; i < rows; i++) {
    const row = residuals.subarray(i * columns, (i + 1) * columns);
    const centre = mean(observedOf(row));
    for (let j = 0; j < columns; j++) {
      row[j]! -= centre;
      if (Number.isNaN(row[j]!)) continue;
      squares += row[j]! * row[j]!;
      n++;
      value += 0.5 * portable.log1p(u[i * columns + j]! * u[i * columns + j]!) - at[columns + j]!;
    }
  }
  const gradient = new Float64Array(2 * columns);
  for (let k = 0; k < u.length; k++) {
    if (Number.isNaN(u[k]!)) continue;
    const j = k % columns;
    const root = 1 + u[k]! * u[k]!;
    const slope = ((n / squares) * residuals[k]!) / Math.sqrt(root) + u[k]! / root;
    gradient[j]! += slope;
    gradient[columns + j]! += slope * scale[j]! * values[k]! - 1;
  }
  return { value: value + 0.5 * n * portable.log(squares), gradient, squares };
}

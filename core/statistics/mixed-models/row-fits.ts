import { portable } from "../../kernel/index.ts";
import { dot, estimableWeights, norm } from "../design/column-basis.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { type GroupedDesign, groupCodes, groupedDesign } from "./grouped-design.ts";
import { kenwardRoger, kenwardRogerDf } from "./kenward-roger.ts";
import { bestRatio, searchStates } from "./restricted-likelihood.ts";
import { satterthwaite, varianceUncertainty } from "./satterthwaite.ts";
import { quadratic, type RatioState, splitValues } from "./variance-ratio.ts";

export interface FitOfRow {
  readonly n: number;
  readonly groups: number;
  readonly rank: number;
  readonly between: number;
  readonly residual: number;
  readonly deviance: number;
  /** By contrast; NaN where it cannot be estimated. */
  readonly estimate: Float64Array;
  readonly se: Float64Array;
  readonly df: Float64Array;
}

export interface RefusedRow {
  readonly refusal: "mixed-model-unreplicated-groups" | "mixed-model-no-residual-spread";
  readonly n: number;
  readonly groups: number;
}

/** What all rows with the same missing values share. */
interface Pattern {
  readonly design: GroupedDesign;
  readonly weights: readonly (Float64Array | null)[];
  readonly logScale: number;
  readonly states: readonly RatioState[];
}

export type DegreesOfFreedom = "satterthwaite" | "kenward-roger";

const kept = 64;

/** A function that fits one row of `data`, and remembers the last patterns of missing values. */
export function fitRows(
  data: Matrix,
  design: Matrix,
  groups: Int32Array | readonly string[],
  contrasts: Matrix,
  method: DegreesOfFreedom,
): (row: number) => FitOfRow | RefusedRow {
  const codes = groupCodes(groups);
  const patterns = new Map<string, Pattern>();
  return (row) => {
    const y = data.values.subarray(row * data.columns, (row + 1) * data.columns);
    const used = usedOf(codes, y);
    const key = used.length === y.length ? "" : used.join();
    let pattern = patterns.get(key);
    if (!pattern) {
      if (patterns.size >= kept) patterns.delete(patterns.keys().next().value!);
      pattern = patternOf(design, codes, used, contrasts);
      patterns.set(key, pattern);
    }
    return fitRow(
      pattern,
      method,
      Float64Array.from(used, (i) => y[i]!),
    );
  };
}

function usedOf(codes: Int32Array, y: Float64Array): Int32Array {
  const used = new Int32Array(y.length);
  let count = 0;
  for (let i = 0; i < y.length; i++) if (codes[i]! >= 0 && Number.isFinite(y[i]!)) used[count++] = i;
  return used.slice(0, count);
}

function patternOf(design: Matrix, codes: Int32Array, used: Int32Array, contrasts: Matrix): Pattern {
  const grouped = groupedDesign(design, codes, used);
  const { fixed } = grouped;
  const weights = Array.from({ length: contrasts.rows }, (_, k) =>
    estimableWeights(fixed, contrasts.values.subarray(k * contrasts.columns, (k + 1) * contrasts.columns)),
  );
  let logScale = fixed.rank === design.columns ? 0 : Number.NaN;
  fixed.chosen.forEach((column, k) => {
    logScale += 2 * portable.log(Math.abs(fixed.coordinates[column]![k]!));
  });
  return { design: grouped, weights, logScale, states: identified(grouped) ? searchStates(grouped) : [] };
}

/** Groups are repeated, and the fixed effects leave something of them and something within them. */
function identified(design: GroupedDesign): boolean {
  const n = design.used.length;
  const { rank } = design.fixed;
  if (n <= rank || n <= design.sizes.length || rank === 0) return false;
  let left = 0;
  design.sizes.forEach((size, g) => {
    const mean = design.means.subarray(g * rank, (g + 1) * rank);
    left += size * (1 - size * dot(mean, mean));
  });
  return left > 1e-9 * n;
}

function fitRow(
  { design, weights, logScale, states }: Pattern,
  method: DegreesOfFreedom,
  y: Float64Array,
): FitOfRow | RefusedRow {
  const n = y.length;
  const groups = design.sizes.length;
  if (states.length === 0) return { refusal: "mixed-model-unreplicated-groups", n, groups };
  const size = norm(y);
  const values = splitValues(design, y);
  // rounding of the values alone leaves about 1e-16 of their length
  const spread = values.withinSquares > 1e-28 * size * size;
  const fit = spread ? bestRatio(design, values, states) : null;
  if (!fit) return { refusal: "mixed-model-no-residual-spread", n, groups };
  const { rank } = design.fixed;
  const residual = fit.squares / (n - rank);
  const { state } = fit;
  const exact = method === "kenward-roger" ? kenwardRoger(design, state) : null;
  const uncertainty = exact ? null : varianceUncertainty(design, fit);
  const covariance = exact?.covariance ?? state.inverse;
  const dfOf = (m: Float64Array) =>
    exact ? kenwardRogerDf(state, exact, m) : satterthwaite(design, fit, uncertainty, m);
  const coefficients = values.ordinary.map((value, k) => value + fit.shift[k]!);
  return {
    n,
    groups,
    rank,
    between: fit.state.ratio * residual,
    residual,
    deviance:
      (n - rank) * (1 + portable.log(2 * Math.PI) + portable.log(residual)) +
      fit.state.logDeterminant +
      logScale,
    estimate: Float64Array.from(weights, (m) => (m ? dot(m, coefficients) : Number.NaN)),
    se: Float64Array.from(weights, (m) =>
      m ? Math.sqrt(residual * quadratic(covariance, m, m)) : Number.NaN,
    ),
    df: Float64Array.from(weights, (m) => (m ? dfOf(m) : Number.NaN)),
  };
}

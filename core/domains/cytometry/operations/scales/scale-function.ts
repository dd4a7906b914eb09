import { accepted, portable, type Result, refused } from "../../../../kernel/index.ts";
import { hyperlogCurve, logicleCurve } from "./biexponential.ts";
import { type PlaceArray, placeArray } from "./bit-table.ts";
import { scalesIssues } from "./issues.ts";
import { arcsinhCurve, type OddCurve, place, valueAt } from "./odd-curve.ts";
import type { Scale } from "./scale.ts";
import { brokenRules, parameterWords } from "./validity.ts";

/** A scale made ready: linear values to places (0 to 1 is the axis; `cofactor` has no axis) and back. */
export interface ScaleFunction {
  readonly scale: Scale;
  /** Place of a linear value. On a log scale 0 is at -Infinity and negative values have none (NaN). */
  forward(x: number): number;
  /** Linear value of a place. */
  inverse(y: number): number;
  /** Places of a column, within 1e-12 of `forward`, without garbage; `out` is at least as long and may be `values`. */
  readonly forwardArray: PlaceArray;
}

/**
 * The exact functions of a scale as Gating-ML 2.0 defines them (logicle: Moore and Parks 2012; hyperlog: Bagwell 2005),
 * values beyond the top included. Issues: `cytometry-scale-parameter`, `cytometry-scale-overflow`.
 */
export function makeScale(scale: Scale): Result<ScaleFunction> {
  const broken = brokenRules(scale);
  if (broken.length > 0) return refused(...broken);
  const made = functionsOf(scale);
  const [bottom, top] = scale.kind === "cofactor" ? [0, 1] : [made.inverse(0), made.forward(scale.t)];
  if (!Number.isFinite(bottom) || !(Math.abs(top - 1) < 1e-9)) {
    const given = parameterWords(scale);
    return refused(scalesIssues.raise("cytometry-scale-overflow", { kind: scale.kind, given }));
  }
  return accepted(made);
}

/** Places of a column in `out` (`values.length` numbers), within 1e-12 of `scale.forward`; makes no garbage. */
export function scaleArray(
  scale: ScaleFunction,
  values: Float64Array | Float32Array,
  out: Float64Array | Float32Array,
): void {
  if (out.length < values.length) throw new RangeError(`${out.length} places for ${values.length} values`);
  scale.forwardArray(values, out);
}

function functionsOf(scale: Scale): ScaleFunction {
  switch (scale.kind) {
    case "linear": {
      const { t, a } = scale;
      return each(
        scale,
        (x) => (x + a) / (t + a),
        (y) => y * (t + a) - a,
      );
    }
    case "log": {
      const { t, m } = scale;
      const rate = m * Math.LN10;
      return each(
        scale,
        (x) => 1 + portable.log10(x / t) / m,
        (y) => t * portable.exp(rate * (y - 1)),
      );
    }
    default: {
      const curve = curveOf(scale);
      return {
        scale,
        forward: (x) => place(curve, x),
        inverse: (y) => valueAt(curve, y),
        forwardArray: placeArray(curve),
      };
    }
  }
}

function curveOf(scale: Exclude<Scale, { kind: "linear" | "log" }>): OddCurve {
  switch (scale.kind) {
    case "logicle":
      return logicleCurve(scale);
    case "hyperlog":
      return hyperlogCurve(scale);
    case "arcsinh": {
      const { t, m, a } = scale;
      return arcsinhCurve(t / portable.sinh(m * Math.LN10), (m + a) * Math.LN10, a / (m + a), t);
    }
    default:
      return arcsinhCurve(scale.cofactor, 1, 0, scale.cofactor * 2 ** 20);
  }
}

function each(scale: Scale, forward: (x: number) => number, inverse: (y: number) => number): ScaleFunction {
  return {
    scale,
    forward,
    inverse,
    forwardArray(values, out) {
      for (let i = 0; i < values.length; i++) out[i] = forward(values[i]!);
    },
  };
}

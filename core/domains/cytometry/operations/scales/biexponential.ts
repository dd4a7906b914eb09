import { portable } from "../../../../kernel/index.ts";
import type { OddCurve } from "./odd-curve.ts";

interface Width {
  readonly t: number;
  readonly w: number;
  readonly m: number;
  readonly a: number;
}

/** x = p (e^(b u) - 1) + line u + q (1 - e^(-d u)) for u >= 0, u the place less that of 0: free of cancellation. */
interface Terms {
  readonly p: number;
  readonly b: number;
  readonly line: number;
  readonly q: number;
  readonly d: number;
}

/** Constants of B(y) = a e^(b y) - c e^(-d y) + f. */
export interface LogicleConstants {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly f: number;
}

const mostSteps = 100;

/** d / b of 2 (ln d - ln b) + w (b + d) = 0, from k = w b / 2: s + k (1 + e^s) = 0 is convex and rising in s = ln(d / b). */
function ratioOfRates(k: number): number {
  let s = -k;
  for (let step = 0; step < mostSteps; step++) {
    const e = portable.exp(s);
    const next = s - (s + k * (1 + e)) / (1 + k * e);
    if (!(next < s)) break;
    s = next;
  }
  return portable.exp(s);
}

/** Solves the terms for u; Newton's steps from above never pass the root, since x is convex and rising in u. */
function solve({ p, b, line, q, d }: Terms, x: number, from: number): number {
  let u = from;
  for (let step = 0; step < mostSteps; step++) {
    const up = portable.expm1(b * u);
    const down = q === 0 ? 0 : portable.expm1(-d * u);
    const change = (p * up + line * u - q * down - x) / (p * b * (up + 1) + line + q * d * (down + 1));
    u -= change;
    if (!(Math.abs(change) > 1e-16 + 1e-8 * Math.abs(u))) break;
  }
  return u;
}

function curveOf(terms: Terms, zero: number, top: number): OddCurve {
  const { p, b, line, q, d } = terms;
  const slopeAtZero = p * b + line + q * d;
  return {
    zero,
    b,
    top,
    rise(x, from) {
      if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return x === 0 ? 0 : x;
      return solve(terms, x, from ?? Math.min(portable.log1p(x / p) / b, x / slopeAtZero));
    },
    value: (u) => p * portable.expm1(b * u) + line * u - (q === 0 ? 0 : q * portable.expm1(-d * u)),
    slope: (u) => p * b * portable.exp(b * u) + line + (q === 0 ? 0 : q * d * portable.exp(-d * u)),
  };
}

function shape({ w, m, a }: Width) {
  const b = (m + a) * Math.LN10;
  const zero = (a + w) / (m + a);
  return { b, zero, span: (m - w) / (m + a), halfDecades: (w * Math.LN10) / 2 };
}

/**
 * Logicle by Moore and Parks (2012, 10.1002/cyto.a.22030). With p = k / b^2 and q = k / d^2 the second derivative
 * vanishes at 0, and k puts `t` at place 1. Parameters have to be valid.
 */
export function logicleCurve(width: Width): OddCurve {
  const { b, zero, span, halfDecades } = shape(width);
  const d = b * ratioOfRates(halfDecades);
  const k = width.t / (portable.expm1(b * span) / (b * b) - portable.expm1(-d * span) / (d * d));
  return curveOf({ p: k / (b * b), b, line: 0, q: k / (d * d), d }, zero, width.t);
}

/** The constants in the form in which they are published; parameters have to be valid. */
export function logicleConstants(width: Width): LogicleConstants {
  const { b, zero, span, halfDecades } = shape(width);
  const d = b * ratioOfRates(halfDecades);
  const k = width.t / (portable.expm1(b * span) / (b * b) - portable.expm1(-d * span) / (d * d));
  const [p, q] = [k / (b * b), k / (d * d)];
  return { a: p * portable.exp(-b * zero), b, c: q * portable.exp(d * zero), d, f: q - p };
}

/** Hyperlog of Bagwell (2005, 10.1002/cyto.a.20114) as Gating-ML 2.0 defines it: a e^(b y) + c y - f, c = a e^(b x0) / w. */
export function hyperlogCurve(width: Width): OddCurve {
  const { b, zero, span } = shape(width);
  const w = width.w / (width.m + width.a);
  const steep = portable.exp(b * w) / w;
  const p = width.t / (portable.expm1(b * span) + steep * span);
  return curveOf({ p, b, line: p * steep, q: 0, d: 0 }, zero, width.t);
}

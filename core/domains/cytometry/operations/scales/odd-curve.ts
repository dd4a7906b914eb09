import { portable } from "../../../../kernel/index.ts";

/** A scale that is odd about the place of 0: place(x) = `zero` + sign(x) `rise(|x|)`. */
export interface OddCurve {
  /** Place of the value 0. */
  readonly zero: number;
  /** Rate of the exponential growth: ln 10 per decade of places. */
  readonly b: number;
  /** Greatest value that an axis shows; where tables end is measured by it. */
  readonly top: number;
  /** Place above `zero` of a value x >= 0; `from`, where given, is a place near it to start from. */
  rise(x: number, from?: number): number;
  /** Value x >= 0 of a place above `zero`. */
  value(rise: number): number;
  /** dx / d rise. */
  slope(rise: number): number;
}

/** Place of any value on an odd curve. */
export function place(curve: OddCurve, x: number): number {
  return x < 0 ? curve.zero - curve.rise(-x) : curve.zero + curve.rise(x);
}

/** Value at any place of an odd curve. */
export function valueAt(curve: OddCurve, y: number): number {
  const rise = y - curve.zero;
  return rise < 0 ? -curve.value(-rise) : curve.value(rise);
}

/** rise = asinh(x / cofactor) / b. */
export function arcsinhCurve(cofactor: number, b: number, zero: number, top: number): OddCurve {
  return {
    zero,
    b,
    top,
    rise: (x) => portable.asinh(x / cofactor) / b,
    value: (rise) => cofactor * portable.sinh(b * rise),
    slope: (rise) => cofactor * b * portable.cosh(b * rise),
  };
}

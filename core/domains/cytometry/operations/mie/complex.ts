import { portable } from "../../../../kernel/index.ts";

/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const complex = (re: number, im = 0): Complex => ({ re, im });
export const plus = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
export const minus = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
export const scaled = (a: Complex, factor: number): Complex => ({ re: a.re * factor, im: a.im * factor });
export const times = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});
export const modulus = (a: Complex): number => portable.hypot(a.re, a.im);

/** a / b by scaling with the modulus of b; a denominator of exactly 0 stands for 1e-30. */
export function over(a: Complex, b: Complex): Complex {
  const size = portable.hypot(b.re, b.im) || 1e-30;
  const re = (b.re || (b.im ? 0 : 1e-30)) / size;
  const im = b.im / size;
  return { re: (a.re * re + a.im * im) / size, im: (a.im * re - a.re * im) / size };
}

/** e^(iz). */
export function expI(z: Complex): Complex {
  const size = portable.exp(-z.im);
  return { re: size * portable.cos(z.re), im: size * portable.sin(z.re) };
}

export const one = complex(1);

import { portable } from "../kernel/index.ts";

/** Numbers in order; statistics never change what they are given. */
export type Values = Float64Array | readonly number[];

/** Whether every value is a finite number. */
export function allFinite(values: Values): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) return false;
  return true;
}

/** Throws a RangeError where two columns that belong together differ in length: a fault of the caller. */
export function requireLength(name: string, values: ArrayLike<unknown>, length: number): void {
  if (values.length !== length) throw new RangeError(`${name}: ${values.length} values, ${length} expected`);
}

/** Throws a RangeError where `p` is no probability: a fault of the caller. */
export function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`no probability: ${p}`);
}

/** Throws a RangeError where `level` is not strictly between 0 and 1: a fault of the caller. */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`no interval level: ${level}`);
}

/** Natural logarithm of each value. */
export function logarithms(values: Values): Float64Array {
  const logs = new Float64Array(values.length);
  for (let i = 0; i < logs.length; i++) logs[i] = portable.log(values[i]!);
  return logs;
}

/** Whether the values differ by no more than rounding: by at most 10 units in the last place of the greatest. */
export function identical(values: Values): boolean {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]!);
    greatest = Math.max(greatest, values[i]!);
  }
  return greatest - least <= 10 * Number.EPSILON * Math.max(Math.abs(least), Math.abs(greatest));
}

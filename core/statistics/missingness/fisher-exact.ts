import { portable } from "../../kernel/index.ts";
import { logGamma } from "../special/index.ts";

/**
 * Two-sided P value of Fisher's exact test of [[a, b], [c, d]]: the sum over all tables with these margins that are no
 * likelier than this one, up to rounding of 1e-7. RangeError unless all are counts.
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  for (const count of [a, b, c, d]) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`no count: ${count}`);
  }
  const [row, column, n] = [a + b, a + c, a + b + c + d];
  const logMass = (k: number) => logChoose(row, k) + logChoose(n - row, column - k) - logChoose(n, column);
  const limit = logMass(a) + 1e-7;
  let p = 0;
  for (let k = Math.max(0, row + column - n); k <= Math.min(row, column); k++) {
    const mass = logMass(k);
    if (mass <= limit) p += portable.exp(mass);
  }
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

import { portable } from "../../../kernel/index.ts";

/** A decimal number as instruments print it, with a point or a comma. */
const numberPattern = /[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?/g;

/** Half a unit in the last printed digit of `printed`: 0.005e4 for `1.00e4`; null where it is not one number. */
function halfUnitInLastDigit(printed: string): number | null {
  const match = /^\s*[+-]?\d+(?:[.,](\d+))?(?:[eE]([+-]?\d+))?\s*$/.exec(printed);
  if (!match) return null;
  return 0.5 * portable.pow(10, Number(match[2] ?? 0) - (match[1]?.length ?? 0));
}

/**
 * How far from `value` another number may lie and still be the same as printed: half a unit in the last digit of
 * the first number in `words` that is `value`, or a relative 1e-9 where `words` does not hold it.
 */
export function roundingOf(value: number, words: string): number {
  const exact = Math.abs(value) * 1e-9;
  for (const [token] of words.matchAll(numberPattern)) {
    if (Math.abs(Number(token.replace(",", ".")) - value) <= exact) {
      return Math.max(halfUnitInLastDigit(token) ?? 0, exact);
    }
  }
  return exact;
}

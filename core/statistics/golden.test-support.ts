import type { Result } from "../kernel/index.ts";

/** For tests: the value of a result that has to be accepted. */
export function value<T>(result: Result<T>): T {
  if (!("value" in result)) throw new Error(result.issues.map((issue) => issue.code).join(", "));
  return result.value;
}

/** For tests: the codes of a result's issues or warnings. */
export function codes(result: Result<unknown>): string[] {
  return ("issues" in result ? result.issues : result.warnings).map((issue) => issue.code);
}

/**
 * For tests: the worst relative error of `actual` against `expected`, absolute where 0 is expected; NaN against NaN
 * and infinities of one sign agree; lengths that differ give Infinity.
 */
export function worstError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    if (Object.is(actual[i], expected[i])) continue;
    const error = Math.abs(actual[i]! - expected[i]!) / (Math.abs(expected[i]!) || 1);
    worst = Math.max(worst, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
  }
  return worst;
}

export { code, run, value } from "../../../testing/results.test-support.ts";

/** Distance of `found` from `want` relative to `want`. */
export function relativeError(found: number, want: number): number {
  return Math.abs(found / want - 1);
}

import type { Tail } from "../special/tail.ts";

/** Two limits of an interval. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

export const noLimits: Limits = { lower: Number.NaN, upper: Number.NaN };

export type Side = Tail["side"];

/** True for 0, 1, 2, ... up to 2^53. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

import type { Column } from "./axis.ts";

/** Values that a channel cannot pass; null where the events show none. */
export interface DetectorLimits {
  readonly top: number | null;
  readonly floor: number | null;
}

const leastPiled = 5;
const leastPiledShare = 0.005;

/**
 * Top and floor of a channel, where at least 0.5 % of the events (and 5) have exactly the greatest or the least value;
 * `maximum`, the detector's greatest value where it is known, is the top if it is reached.
 */
export function detectorLimits(values: Column, maximum: number | null): DetectorLimits {
  let high = Number.NEGATIVE_INFINITY;
  let low = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! > high) high = values[i]!;
    if (values[i]! < low) low = values[i]!;
  }
  let atHigh = 0;
  let atLow = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === high) atHigh++;
    if (values[i] === low) atLow++;
  }
  const least = Math.max(leastPiled, leastPiledShare * values.length);
  const top = maximum ?? (atHigh >= least && low < high ? high : null);
  return { top, floor: atLow >= least && low < high ? low : null };
}

/** Whether a value stands at the top: within a part in 10^6, since files round. */
export function isPiled(value: number, top: number): boolean {
  return value >= top * (1 - 1e-6);
}

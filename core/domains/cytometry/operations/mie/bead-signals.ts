import { portable } from "../../../../kernel/index.ts";
import type { ScatterBead } from "./scatter-fit.ts";

/** Logarithms of bead signals above the offset, with relative weights that sum to their number, in the design's order. */
export interface BeadSignals {
  readonly log: Float64Array;
  readonly weight: Float64Array;
}

export function isWeighted(beads: readonly ScatterBead[]): boolean {
  return beads.every(({ sd }) => sd !== undefined);
}

/** Weights are (signal / SD)^2 where every bead has an SD, else equal; they sum to the number of beads. */
export function signalsOf(beads: readonly ScatterBead[], offset: number): BeadSignals {
  const raw = beads.map(({ median, sd }) =>
    isWeighted(beads) ? portable.square((median - offset) / sd!) : 1,
  );
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return {
    log: Float64Array.from(beads, ({ median }) => portable.log(median - offset)),
    weight: Float64Array.from(raw, (weight) => (weight * beads.length) / total),
  };
}

/** R^2 of ln(signal) by the fit with `sum` of squares left, and the slope of ln(signal) on ln(theory). */
export function qualityOf(
  { log, weight }: BeadSignals,
  theory: readonly number[],
  sum: number,
): { readonly rSquared: number | null; readonly slope: number | null } {
  const n = log.length;
  const mean = (values: ArrayLike<number>) =>
    Array.from(weight).reduce((total, w, i) => total + w * values[i]!, 0) / n;
  const [y, x] = [mean(log), mean(theory)];
  let yy = 0;
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    yy += weight[i]! * portable.square(log[i]! - y);
    xx += weight[i]! * portable.square(theory[i]! - x);
    xy += weight[i]! * (log[i]! - y) * (theory[i]! - x);
  }
  return { rSquared: yy > 0 ? 1 - sum / yy : null, slope: xx > 0 ? xy / xx : null };
}

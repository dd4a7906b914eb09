import { accepted, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { quantile } from "../../../../statistics/quantiles.ts";
import { compensationIssues } from "./issues.ts";
import type { Column } from "./mix-columns.ts";

/** Gated events of the controls over the same detectors, one detector for each dye. */
export interface StainControls {
  /** Names of the detectors; the control of dye i has its own light in detector i. */
  readonly detectors: readonly string[];
  /** Unstained events: one column for each detector. */
  readonly negative: readonly Column[];
  /** `positive[dye][detector]`: the stained events of each dye's control. */
  readonly positive: readonly (readonly Column[])[];
}

const leastEvents = 100;

const median = (column: Column) => quantile(Float64Array.from(column), 0.5);

/**
 * Spillover of one dye over the detectors: (median of the stained in detector j - median of the unstained there) over
 * the same in its own detector (`own`, index). Refused: `cytometry-control-few-events` (under 100 events),
 * `cytometry-control-not-brighter`.
 */
export function spilloverRow(
  negative: readonly Column[],
  positive: readonly Column[],
  own: number,
  channel: string,
): Result<number[]> {
  const n = Math.min(...[...negative, ...positive].map((column) => column.length));
  if (n < leastEvents) {
    return refused(
      compensationIssues.raise("cytometry-control-few-events", { channel, n, needed: leastEvents }),
    );
  }
  const light = positive.map((column, j) => median(column) - median(negative[j]!));
  if (!(light[own]! > 0)) {
    return refused(compensationIssues.raise("cytometry-control-not-brighter", { channel }));
  }
  return accepted(light.map((value, j) => (j === own ? 1 : value / light[own]!)));
}

/**
 * Spillover matrix from single-stain controls, a row for each dye as `spilloverRow`. Refused: its issues, and
 * `cytometry-spillover-shape` where detectors and controls do not pair.
 */
export function spilloverOfControls({ detectors, negative, positive }: StainControls): Result<number[][]> {
  const n = detectors.length;
  if (n === 0 || negative.length !== n || positive.length !== n || positive.some((one) => one.length !== n)) {
    const shape = `${positive.length} x ${positive[0]?.length ?? 0}`;
    return refused(compensationIssues.raise("cytometry-spillover-shape", { channels: n, shape }));
  }
  const rows: number[][] = [];
  for (const [i, columns] of positive.entries()) {
    const row = spilloverRow(negative, columns, i, detectors[i]!);
    if (isRefused(row)) return row;
    rows.push(row.value);
  }
  return accepted(rows);
}

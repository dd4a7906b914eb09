import { accepted, type Result, refused } from "../../../../kernel/index.ts";
import { quantile } from "../../../../statistics/quantiles.ts";
import { compensationIssues } from "../issues-compensation.ts";
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
 * Spillover from single-stain controls: S[i][j] = (median of dye i in detector j - median of the unstained there) over
 * the same in detector i. Refused: `cytometry-control-few-events` (under 100), `cytometry-control-not-brighter`,
 * `cytometry-spillover-shape`.
 */
export function spilloverOfControls({ detectors, negative, positive }: StainControls): Result<number[][]> {
  const n = detectors.length;
  if (negative.length !== n || positive.length !== n || positive.some((one) => one.length !== n)) {
    const shape = `${positive.length} x ${positive[0]?.length ?? 0}`;
    return refused(compensationIssues.raise("cytometry-spillover-shape", { channels: n, shape }));
  }
  const few = [negative, ...positive].findIndex((columns) =>
    columns.some((column) => column.length < leastEvents),
  );
  if (few >= 0) {
    const events = Math.min(...(few === 0 ? negative : positive[few - 1]!).map((column) => column.length));
    const told = { channel: few === 0 ? "-" : detectors[few - 1]!, n: events, needed: leastEvents };
    return refused(compensationIssues.raise("cytometry-control-few-events", told));
  }
  const dark = negative.map(median);
  const light = positive.map((columns) => columns.map((column, j) => median(column) - dark[j]!));
  const dim = light.findIndex((row, i) => !(row[i]! > 0));
  if (dim >= 0) {
    return refused(compensationIssues.raise("cytometry-control-not-brighter", { channel: detectors[dim]! }));
  }
  return accepted(light.map((row, i) => row.map((value, j) => (i === j ? 1 : value / row[i]!))));
}

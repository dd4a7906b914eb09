import { type Column, scaled } from "../beads/axis.ts";
import { responsibilities } from "../beads/normal-mixture.ts";
import { populationsOf } from "../beads/populations.ts";

/** Classes of events: for each event its class from 0, or -1 for doublets and debris. */
export interface Classes {
  readonly labels: Int32Array;
  readonly found: number;
}

/**
 * Deterministic classes of events in one or two dimensions (linear units), by the hills of the density on asinh axes and
 * a normal mixture over an even background; each event goes to its most likely class. Sorted from dim to bright: by the
 * only axis, or by the sum of both. No classes where nothing varies.
 */
export function classesOf(columns: readonly Column[], expected: number): Classes {
  const n = columns[0]!.length;
  const labels = new Int32Array(n).fill(-1);
  const populations = populationsOf(columns, expected, false);
  if (populations === null) return { labels, found: 0 };
  const { mixture, cofactors } = populations;
  const count = mixture.components.length;
  const axes = columns.map((column, c) => scaled(column, cofactors[c]!));
  const share = new Float64Array(count + 1);
  const assign = responsibilities(mixture);
  for (let i = 0; i < n; i++) {
    assign(axes, i, share);
    let best = count;
    for (let c = 0; c < count; c++) if (share[c]! > share[best]!) best = c;
    if (best < count) labels[i] = best;
  }
  return { labels, found: count };
}

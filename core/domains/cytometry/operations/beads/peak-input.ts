import type { Issue } from "../../../../kernel/index.ts";
import type { Column } from "./axis.ts";
import { beadIssues } from "./issues.ts";

/** Limits of a peak in its channel's units: `lower <= x < upper`. */
export type PeakWindow = readonly [lower: number, upper: number];

const leastEvents = 20;

/** Why bead events or windows cannot be used, or null. */
export function peakInputIssue(
  columns: readonly Column[],
  windows: readonly PeakWindow[] | null,
): Issue | null {
  const n = columns[0]?.length ?? 0;
  if (columns.length === 0 || columns.some((column) => column.length !== n)) {
    return beadIssues.raise("cytometry-bead-no-columns");
  }
  for (const column of columns) {
    for (let i = 0; i < n; i++) {
      if (!Number.isFinite(column[i]!)) {
        return beadIssues.raise("cytometry-bead-not-finite", { event: i + 1 });
      }
    }
  }
  if (n < leastEvents) return beadIssues.raise("cytometry-bead-too-few-events", { n, needed: leastEvents });
  const sorted = [...(windows ?? [])].sort((a, b) => a[0] - b[0]);
  const bad = sorted.find(([lower, upper], k) => !(lower < upper && (k === 0 || sorted[k - 1]![1] <= lower)));
  return bad ? beadIssues.raise("cytometry-bead-window-invalid", { lower: bad[0], upper: bad[1] }) : null;
}

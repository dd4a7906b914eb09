import { accepted, type Interval, type Result, refused } from "../../../../kernel/index.ts";
import { gridLower, gridQuantileInterval, type SparseHistogram } from "./grid.ts";
import { gatesIssues } from "./issues.ts";

export interface ControlThreshold {
  /** A lower edge of the grid: an event is positive where its value is at least this. */
  readonly threshold: number;
  /** Of the control's true quantile at 1 - fraction, by order statistics; null where the control is too small for it. */
  readonly interval: Interval | null;
  readonly events: number;
  /** Events of the control at or above the threshold. */
  readonly above: number;
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
}

/**
 * The smallest edge of the grid of 32 bins per octave at or above which at most `fraction` of a control's events lie, with the
 * distribution-free interval of that quantile: P(X(l) <= q < X(u)) >= level with l and u from the binomial distribution.
 * `histogram` comes from `gridHistogram`, in any order. Issues: `cytometry-auto-gate-parameter`, `cytometry-control-empty`,
 * `cytometry-control-off-scale`. Source: David and Nagaraja, Order Statistics, 3rd ed., section 7.1.
 */
export function controlThreshold(
  histogram: SparseHistogram,
  fraction: number,
  level: number,
): Result<ControlThreshold> {
  if (!(fraction > 0 && fraction < 1))
    return refused(gatesIssues.raise("cytometry-auto-gate-parameter", { name: "fraction", value: fraction }));
  const bins = histogram.filter(({ count }) => count > 0).sort((a, b) => a.index - b.index);
  const events = bins.reduce((sum, { count }) => sum + count, 0);
  if (events === 0) return refused(gatesIssues.raise("cytometry-control-empty"));
  const allowed = Math.floor(events * fraction * (1 + 4 * Number.EPSILON));
  let above = 0;
  let at = bins.length;
  while (at > 0 && above + bins[at - 1]!.count <= allowed) above += bins[--at]!.count;
  const threshold = at === 0 ? gridLower(bins[0]!.index) : gridLower(bins[at - 1]!.index + 1);
  if (!Number.isFinite(threshold))
    return refused(gatesIssues.raise("cytometry-control-off-scale", { events: bins.at(-1)!.count }));
  const interval = gridQuantileInterval(bins, 1 - fraction, level);
  return accepted({
    threshold,
    interval,
    events,
    above,
    assumptions: ["control_like_sample"],
    flags: [
      ...(allowed === 0 ? ["few_control_events"] : []),
      ...(interval === null ? ["threshold_interval_open"] : []),
    ],
  });
}

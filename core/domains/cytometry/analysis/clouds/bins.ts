import {
  type AxisView,
  accepted,
  type CloudOptions,
  cloudFault,
  type Density,
  type DensityRequest,
  type Histogram,
  type HistogramRequest,
  type Issue,
  isRefused,
  type Result,
  refused,
  viewScale,
} from "../../../../kernel/index.ts";
import { type EventAxis, runEvents, scaleTable } from "../events/index.ts";
import { gatedCounts, gatedPlan } from "./gated.ts";
import { cloudIssues } from "./issues.ts";
import { type CloudSource, channelOf } from "./source.ts";

/** What keeps views and bins from being drawn. Issues: `cytometry-cloud-axis-unknown`, `-view-invalid`, `-bins`. */
function faultOf({ axes }: CloudSource, views: readonly AxisView[], bins: number): Issue | null {
  const fault = cloudFault(axes, views, bins);
  return fault && cloudIssues.raise(`cytometry-cloud-${fault.code}`, fault.parameters);
}

/** A view as the events take it: the axis, and the places of its limits. */
function eventAxis(source: CloudSource, view: AxisView): { axis: EventAxis; from: number; to: number } {
  const { place, from, to } = viewScale(view);
  const scale = place && scaleTable(place, -1, 1);
  return { axis: { channel: channelOf(source, view.axis), compensated: true, scale }, from, to };
}

/** Events of a gate in the bins of two axes, in one pass. Issues: those of views, bins and `gatedPlan`. */
export async function densityIn(
  source: CloudSource,
  { x, y, bins, within, gates }: DensityRequest,
  options: CloudOptions = {},
): Promise<Result<Density>> {
  const fault = faultOf(source, [x, y], bins);
  if (fault) return refused(fault);
  const plan = gatedPlan(source, gates, within);
  if (isRefused(plan)) return plan;
  const [column, row] = [eventAxis(source, x), eventAxis(source, y)];
  const request = {
    gate: plan.value.within,
    x: column.axis,
    y: row.axis,
    bins,
    xRange: [column.from, column.to] as const,
    yRange: [row.from, row.to] as const,
  };
  const tally = await runEvents(
    source.dataSet.data,
    { ...plan.value.base, histograms2d: [request] },
    options,
  );
  const counted = gatedCounts(plan.value, tally, source);
  if (isRefused(counted)) return counted;
  const { counts, outside } = tally.histograms2d[0]!;
  return accepted({ counts, outside, ...counted.value }, plan.value.warnings);
}

/** Events of a gate in the bins of one axis, in one pass. Issues: those of views, bins and `gatedPlan`. */
export async function histogramIn(
  source: CloudSource,
  { x, bins, within, gates }: HistogramRequest,
  options: CloudOptions = {},
): Promise<Result<Histogram>> {
  const fault = faultOf(source, [x], bins);
  if (fault) return refused(fault);
  const plan = gatedPlan(source, gates, within);
  if (isRefused(plan)) return plan;
  const profile = { gate: plan.value.within, slices: bins, ...eventAxis(source, x) };
  const tally = await runEvents(source.dataSet.data, { ...plan.value.base, profiles: [profile] }, options);
  const counted = gatedCounts(plan.value, tally, source);
  if (isRefused(counted)) return counted;
  const { counts, below, above } = tally.profiles[0]!;
  return accepted({ counts, below, above, ...counted.value }, plan.value.warnings);
}

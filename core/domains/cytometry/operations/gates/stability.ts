import { accepted, type Result, refused } from "../../../../kernel/index.ts";
import type { Gate } from "./gate.ts";
import { gatesIssues } from "./issues.ts";
import { median, medianAndMad } from "./robust.ts";

/** A stretch of the acquisition between two times in the channel's unit; the last includes its end. */
export interface TimeSlice {
  readonly from: number;
  readonly to: number;
  readonly events: number;
  /** Of the watched channel; null where none is watched or the slice is empty. */
  readonly median: number | null;
}

export interface JudgedSlice extends TimeSlice {
  /** Robust z of the rate and of the median against all slices. */
  readonly rateZ: number;
  readonly medianZ: number | null;
  readonly dropped: "rate" | "median" | null;
}

export interface StabilityGate {
  readonly slices: readonly JudgedSlice[];
  readonly events: number;
  readonly droppedEvents: number;
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
}

const fewestSlices = 10;

/**
 * Judges slices of equal duration: dropped where the rate or the median is more than `limit` robust deviations from the median
 * of all slices. The rate's deviation is at least that of counting, the square root of the median count. Issues:
 * `cytometry-auto-gate-parameter`, `cytometry-auto-gate-too-few`. Assumption: `stable_flow`; flags: `events_dropped_in_time`,
 * `drift_not_judged`.
 */
export function judgeSlices(slices: readonly TimeSlice[], limit: number): Result<StabilityGate> {
  if (!(limit > 0))
    return refused(gatesIssues.raise("cytometry-auto-gate-parameter", { name: "limit", value: limit }));
  const events = slices.reduce((sum, slice) => sum + slice.events, 0);
  const needed = fewestSlices * fewestSlices;
  if (slices.length < fewestSlices || events < needed)
    return refused(gatesIssues.raise("cytometry-auto-gate-too-few", { needed, events }));
  const rate = medianAndMad(slices.map((slice) => slice.events));
  const rateSpread = Math.max(rate.spread, Math.sqrt(Math.max(1, rate.center)));
  const medians = slices.flatMap((slice) => (slice.median === null ? [] : [slice.median]));
  const drift = medianAndMad(medians);
  const judgesDrift = drift.spread > 0;
  const judged = slices.map((slice): JudgedSlice => {
    const rateZ = (slice.events - rate.center) / rateSpread;
    const medianZ =
      judgesDrift && slice.median !== null ? (slice.median - drift.center) / drift.spread : null;
    const byMedian = medianZ !== null && Math.abs(medianZ) > limit ? "median" : null;
    return { ...slice, rateZ, medianZ, dropped: Math.abs(rateZ) > limit ? "rate" : byMedian };
  });
  const droppedEvents = judged.reduce((sum, slice) => sum + (slice.dropped ? slice.events : 0), 0);
  const dropsAny = judged.some(({ dropped }) => dropped !== null);
  return accepted({
    slices: judged,
    events,
    droppedEvents,
    assumptions: ["stable_flow"],
    flags: [
      ...(dropsAny ? ["events_dropped_in_time"] : []),
      ...(medians.length > 0 && !judgesDrift ? ["drift_not_judged"] : []),
    ],
  });
}

/** The slice that holds `time`, by the edges themselves. */
function sliceOf(time: number, edges: Float64Array): number {
  const slices = edges.length - 1;
  const near = Math.floor(((time - edges[0]!) / (edges[slices]! - edges[0]!)) * slices);
  const at = Math.min(slices - 1, Math.max(0, near));
  if (time < edges[at]!) return at - 1;
  return at < slices - 1 && time >= edges[at + 1]! ? at + 1 : at;
}

/**
 * Cuts the acquisition into `slices` of equal duration, judges them and marks the events of those that are kept with 1; events
 * without a finite time are not kept. `watched` is a channel whose median has to stay, or null. Issues: those of `judgeSlices`.
 */
export function stabilityGate(
  time: ArrayLike<number>,
  watched: ArrayLike<number> | null,
  slices: number,
  limit: number,
): Result<StabilityGate & { readonly mask: Uint8Array }> {
  if (!(Number.isInteger(slices) && slices >= fewestSlices && slices <= 10_000))
    return refused(gatesIssues.raise("cytometry-auto-gate-parameter", { name: "slices", value: slices }));
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < time.length; i++) {
    if (!Number.isFinite(time[i]!)) continue;
    first = Math.min(first, time[i]!);
    last = Math.max(last, time[i]!);
  }
  const edges = Float64Array.from({ length: slices + 1 }, (_, i) => first + ((last - first) * i) / slices);
  edges[slices] = last;
  if (!(last > first)) return refused(gatesIssues.raise("cytometry-auto-gate-no-spread", { what: "time" }));
  const members: number[][] = Array.from({ length: slices }, () => []);
  for (let i = 0; i < time.length; i++) {
    if (Number.isFinite(time[i]!)) members[sliceOf(time[i]!, edges)]!.push(i);
  }
  const made = members.map((inside, at): TimeSlice => {
    const values = watched === null ? [] : inside.map((i) => watched[i]!).filter(Number.isFinite);
    const from = edges[at]!;
    const to = edges[at + 1]!;
    return { from, to, events: inside.length, median: values.length === 0 ? null : median(values) };
  });
  const judged = judgeSlices(made, limit);
  if (!("value" in judged)) return judged;
  const mask = new Uint8Array(time.length);
  for (const [at, slice] of judged.value.slices.entries()) {
    if (slice.dropped === null) for (const i of members[at]!) mask[i] = 1;
  }
  return accepted({ ...judged.value, mask });
}

/**
 * The kept time as gates of the linear time channel: a rectangle for each stretch and, where there are several, their OR under
 * the name `id`. The first stretch is open before and the last one after. Empty where nothing is kept.
 */
export function stabilityGates(
  { slices }: StabilityGate,
  channel: string,
  id: string,
  parent: string | null,
): readonly Gate[] {
  const axis = { channel, compensated: false, scale: null };
  const stretches: { min: number | null; max: number | null }[] = [];
  for (const [at, { from, to, dropped }] of slices.entries()) {
    if (dropped !== null) continue;
    const max = at === slices.length - 1 ? null : to;
    const follows = at > 0 && slices[at - 1]!.dropped === null ? stretches.at(-1) : undefined;
    if (follows) follows.max = max;
    else stretches.push({ min: at === 0 ? null : from, max });
  }
  const rectangles = stretches.map((stretch, i): Gate => {
    const name = stretches.length === 1 ? id : `${id} ${i + 1}`;
    return { kind: "rectangle", id: name, parent, bounds: [{ axis, ...stretch }] };
  });
  if (rectangles.length < 2) return rectangles;
  const operands = rectangles.map((gate) => ({ gate: gate.id, complement: false }));
  return [...rectangles, { kind: "boolean", id, parent, operator: "or", operands }];
}

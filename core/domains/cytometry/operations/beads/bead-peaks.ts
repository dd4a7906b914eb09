import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import { beadIssues } from "../issues-beads.ts";
import type { Column } from "./axis.ts";
import { type DetectorLimits, detectorLimits } from "./detector-limits.ts";
import { assigned, type PeakMembers, windowed } from "./peak-members.ts";
import { type PeakStatistics, peakStatistics } from "./peak-statistics.ts";
import { populationsOf } from "./populations.ts";

/** `merged`: holds more than one population by its events; `unresolved`: overlaps another without a valley. */
export type PeakFlag = "saturated" | "near_saturation" | "at_floor" | "unresolved" | "merged" | "few_events";

/** One bead population in one channel. */
export interface ChannelPeak extends PeakStatistics {
  readonly flags: readonly PeakFlag[];
}

export interface BeadPeak {
  /** Events; a sum of probabilities where populations overlap. */
  readonly n: number;
  /** Of all events given. */
  readonly share: number;
  /** One for each channel given. */
  readonly channels: readonly ChannelPeak[];
}

export interface BeadPeaks {
  /** From dim to bright. */
  readonly peaks: readonly BeadPeak[];
  readonly expected: number | null;
  readonly events: number;
  /** Share of events in no peak: doublets and debris. */
  readonly outside: number;
  readonly method: "mixture" | "windows";
}

export interface PeakOptions {
  /** Populations of the bead set, the blank included; null: not known. */
  readonly expected?: number | null;
  /** For each channel the greatest value that the detector can write, where known. */
  readonly maxima?: readonly (number | null)[];
  /** A person's limits of each peak in the first channel, in its units; they replace the automatic ones. */
  readonly windows?: readonly (readonly [number, number])[] | null;
  readonly level?: number;
}

const leastEvents = 20;
const fewEvents = 50;
/** Bead sets are mixed evenly: a peak with this many times the median number of events holds two. */
const mergedPart = 1.6;
/** A population has to end this many robust SDs within the limits of the detector (as FlowCal's selection). */
const clearance = 2.5;
/** Above this part of the detector's greatest value amplifiers are not trusted (FlowCal: 98.5 % of a logicle axis). */
const trustedPart = 0.856;

/**
 * Bead populations in one or more channels (`columns`: one per channel, linear units, events in the same order, clustered
 * together), from dim to bright with median, robust SD and the median's interval in each channel. Refused:
 * `cytometry-bead-no-columns`, `cytometry-bead-not-finite`, `cytometry-bead-too-few-events`, `cytometry-bead-no-spread`,
 * `cytometry-bead-window-invalid`, `cytometry-bead-window-empty`. Warned: `cytometry-bead-peaks-fewer`,
 * `cytometry-bead-peaks-more`, `cytometry-bead-peaks-unresolved`, `cytometry-bead-peaks-saturated`.
 */
export function findBeadPeaks(columns: readonly Column[], options: PeakOptions = {}): Result<BeadPeaks> {
  const { expected = null, windows = null, level = 0.95 } = options;
  const wrong = unusable(columns, windows);
  if (wrong) return refused(wrong);
  const limits = columns.map((column, c) => detectorLimits(column, options.maxima?.[c] ?? null));
  const found = windows === null ? automatic(columns, expected, limits) : windowed(columns, windows);
  if (found === null) return refused(beadIssues.raise("cytometry-bead-no-spread"));
  const empty = found.findIndex(({ n }) => n < 1);
  if (empty >= 0 && windows !== null) {
    const [lower, upper] = windows[empty]!;
    return refused(beadIssues.raise("cytometry-bead-window-empty", { lower, upper }));
  }
  const events = columns[0]!.length;
  const most = mergedAbove(found, windows === null ? expected : null);
  const peaks = found
    .filter(({ n }) => n >= 1)
    .map((members) => described(members, limits, events, level, most))
    .sort((a, b) => a.channels[0]!.median - b.channels[0]!.median);
  const inside = peaks.reduce((sum, { share }) => sum + share, 0);
  const method = windows === null ? "mixture" : "windows";
  const outside = Math.max(0, 1 - inside);
  return accepted({ peaks, expected, events, outside, method }, warningsOf(peaks, expected));
}

/** Whether a peak of this channel can take part in a calibration. */
export function isUsable({ flags, median }: ChannelPeak): boolean {
  return median > 0 && flags.every((flag) => flag === "few_events");
}

function automatic(
  columns: readonly Column[],
  expected: number | null,
  limits: readonly DetectorLimits[],
): readonly PeakMembers[] | null {
  // populations that are missing may all be in the pile at the top: then none is split
  const isPiled = columns.some((column, c) => piled(column, limits[c]!.top) > 1.5 / (expected ?? 1));
  const populations = populationsOf(columns, expected, !isPiled);
  return populations && assigned(columns, populations);
}

function piled(column: Column, top: number | null): number {
  let n = 0;
  for (let i = 0; i < column.length; i++) if (top !== null && column[i]! >= top) n++;
  return n / column.length;
}

/** Events above which a peak is taken for more than one population, where fewer peaks than `expected` were found. */
function mergedAbove(found: readonly PeakMembers[], expected: number | null): number {
  if (expected === null || found.length >= expected || found.length < 3) return Number.POSITIVE_INFINITY;
  const sizes = Float64Array.from(found, ({ n }) => n).sort();
  return mergedPart * sizes[Math.floor((sizes.length - 1) / 2)]!;
}

function unusable(columns: readonly Column[], windows: PeakOptions["windows"]): Issue | null {
  const n = columns[0]?.length ?? 0;
  if (columns.length === 0 || columns.some((column) => column.length !== n)) {
    return beadIssues.raise("cytometry-bead-no-columns");
  }
  for (const column of columns) {
    for (let i = 0; i < n; i++) {
      if (!Number.isFinite(column[i]!))
        return beadIssues.raise("cytometry-bead-not-finite", { event: i + 1 });
    }
  }
  if (n < leastEvents) return beadIssues.raise("cytometry-bead-too-few-events", { n, needed: leastEvents });
  const sorted = [...(windows ?? [])].sort((a, b) => a[0] - b[0]);
  const bad = sorted.find(([lower, upper], k) => !(lower < upper && (k === 0 || sorted[k - 1]![1] <= lower)));
  return bad ? beadIssues.raise("cytometry-bead-window-invalid", { lower: bad[0], upper: bad[1] }) : null;
}

function described(
  { n, split, values, weights }: PeakMembers,
  limits: readonly DetectorLimits[],
  events: number,
  level: number,
  most: number,
): BeadPeak {
  const channels = values.map((column, c): ChannelPeak => {
    const statistics = peakStatistics({ values: column, weights }, level);
    const { median, robustSd } = statistics;
    const { top, floor } = limits[c]!;
    const flags: PeakFlag[] = [];
    if (top !== null && median >= top) flags.push("saturated");
    else if (top !== null && median + clearance * robustSd >= trustedPart * top)
      flags.push("near_saturation");
    if (floor !== null && median - clearance * robustSd <= floor) flags.push("at_floor");
    if (split) flags.push("unresolved");
    if (n > most) flags.push("merged");
    if (n < fewEvents) flags.push("few_events");
    return { ...statistics, flags };
  });
  return { n, share: n / events, channels };
}

function warningsOf(peaks: readonly BeadPeak[], expected: number | null): Issue[] {
  const warnings: Issue[] = [];
  const found = peaks.length;
  if (expected !== null && found !== expected) {
    const code = found < expected ? "cytometry-bead-peaks-fewer" : "cytometry-bead-peaks-more";
    warnings.push(beadIssues.raise(code, { found, expected }));
  }
  const having = (flag: PeakFlag) =>
    peaks.filter(({ channels }) => channels.some(({ flags }) => flags.includes(flag))).length;
  const unresolved = having("unresolved") + having("merged");
  if (unresolved > 0) warnings.push(beadIssues.raise("cytometry-bead-peaks-unresolved", { n: unresolved }));
  const saturated = having("saturated") + having("near_saturation");
  if (saturated > 0) warnings.push(beadIssues.raise("cytometry-bead-peaks-saturated", { n: saturated }));
  return warnings;
}

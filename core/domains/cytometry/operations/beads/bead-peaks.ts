import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import type { Column } from "./axis.ts";
import { type DetectorLimits, detectorLimits, isPiled } from "./detector-limits.ts";
import { beadIssues } from "./issues.ts";
import { type BeadPeak, clearance, describedPeaks, mergedPart, type PeakFlag } from "./peak-flags.ts";
import { type PeakWindow, peakInputIssue } from "./peak-input.ts";
import { assigned, joinedMembers, membersAt, type PeakMembers, windowed } from "./peak-members.ts";
import { peakStatistics } from "./peak-statistics.ts";
import { leastShare, populationsOf } from "./populations.ts";

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
  readonly windows?: readonly PeakWindow[] | null;
  readonly level?: number;
}

/**
 * Bead populations in one or more channels (`columns`: one per channel, linear units, events in the same order, clustered
 * together), from dim to bright with median, robust SD and the median's interval in each channel. Refused:
 * `cytometry-bead-no-columns`, `cytometry-bead-not-finite`, `cytometry-bead-too-few-events`, `cytometry-bead-no-spread`,
 * `cytometry-bead-no-peaks`, `cytometry-bead-window-invalid`, `cytometry-bead-window-empty`. Warned: `cytometry-bead-peaks-fewer`,
 * `cytometry-bead-peaks-more`, `cytometry-bead-peaks-unresolved`, `cytometry-bead-peaks-saturated`.
 */
export function findBeadPeaks(columns: readonly Column[], options: PeakOptions = {}): Result<BeadPeaks> {
  const { windows = null, level = 0.95 } = options;
  const expected = windows === null ? (options.expected ?? null) : null;
  const wrong = peakInputIssue(columns, windows);
  if (wrong) return refused(wrong);
  const limits = columns.map((column, c) => detectorLimits(column, options.maxima?.[c] ?? null));
  const found = windows === null ? automatic(columns, expected, limits) : byHand(columns, windows);
  if (found === null) return refused(beadIssues.raise("cytometry-bead-no-spread"));
  if (found.length === 0) return refused(beadIssues.raise("cytometry-bead-no-peaks"));
  const empty = found.findIndex(({ n }) => n === 0);
  if (empty >= 0 && windows !== null) {
    const [lower, upper] = [...windows].sort((a, b) => a[0] - b[0])[empty]!;
    return refused(beadIssues.raise("cytometry-bead-window-empty", { lower, upper }));
  }
  const events = columns[0]!.length;
  const used = found.filter(({ n }) => n >= 1);
  const peaks = describedPeaks(used, limits, { events, expected, level });
  const outside = Math.max(0, 1 - peaks.reduce((sum, { share }) => sum + share, 0));
  const method = windows === null ? "mixture" : "windows";
  return accepted({ peaks, expected, events, outside, method }, warningsOf(peaks, expected));
}

function byHand(columns: readonly Column[], windows: readonly PeakWindow[]): PeakMembers[] {
  return windowed(
    columns,
    [...windows].sort((a, b) => a[0] - b[0]),
  );
}

const leastRest = 5;

/** Where one channel is piled up at its top, the pile is a peak of its own and the others are looked for below it. */
function automatic(
  columns: readonly Column[],
  expected: number | null,
  limits: readonly DetectorLimits[],
): readonly PeakMembers[] | null {
  const [only] = columns;
  const top = columns.length === 1 ? limits[0]!.top : null;
  const piled: number[] = [];
  const below: number[] = [];
  if (top !== null) for (let i = 0; i < only!.length; i++) (isPiled(only![i]!, top) ? piled : below).push(i);
  const share = piled.length / only!.length;
  if (share < leastShare(expected)) return populated(columns, expected);
  const pile = membersAt(columns, piled);
  if (below.length < leastRest) return [pile];
  const rest = Float64Array.from(below, (i) => only![i]!);
  const without = (left: number | null) =>
    populated([rest], left) ?? [membersAt([rest], Array.from(rest.keys()))];
  const inPile = expected === null ? 1 : Math.round(share * expected);
  const others = without(expected === null ? null : Math.max(1, expected - inPile));
  if (others.length === 0 || (inPile > 0 && !isCutOff(others, pile, top!))) return [...others, pile];
  // the pile is the tail of the brightest population
  const whole = expected === null || inPile === 0 ? others : without(expected);
  const last = whole.at(-1) ?? others.at(-1)!;
  return [...whole.slice(0, -1), joinedMembers(last, pile)];
}

/** Whether the brightest population reaches the top and is, together with the pile, no more than one population. */
function isCutOff(others: readonly PeakMembers[], pile: PeakMembers, top: number): boolean {
  const last = others.at(-1)!;
  const sizes = Float64Array.from(others.slice(0, -1), ({ n }) => n).sort();
  if (sizes.length < 2) return false;
  const { median, robustSd } = peakStatistics({ values: last.values[0]!, weights: last.weights }, 0.95);
  const single = sizes[Math.floor(sizes.length / 2)]!;
  return median + clearance * robustSd >= top && last.n + pile.n <= mergedPart * single;
}

function populated(columns: readonly Column[], expected: number | null): PeakMembers[] | null {
  const populations = populationsOf(columns, expected);
  return populations && assigned(columns, populations);
}

function warningsOf(peaks: readonly BeadPeak[], expected: number | null): Issue[] {
  const warnings: Issue[] = [];
  const found = peaks.length;
  if (expected !== null && found !== expected) {
    const code = found < expected ? "cytometry-bead-peaks-fewer" : "cytometry-bead-peaks-more";
    warnings.push(beadIssues.raise(code, { found, expected }));
  }
  const having = (...wanted: PeakFlag[]) =>
    peaks.filter(({ channels }) => channels.some(({ flags }) => wanted.some((flag) => flags.includes(flag))))
      .length;
  const unresolved = having("unresolved", "merged");
  if (unresolved > 0) warnings.push(beadIssues.raise("cytometry-bead-peaks-unresolved", { n: unresolved }));
  const saturated = having("saturated", "near_saturation");
  if (saturated > 0) warnings.push(beadIssues.raise("cytometry-bead-peaks-saturated", { n: saturated }));
  return warnings;
}

import type { DetectorLimits } from "./detector-limits.ts";
import type { PeakMembers } from "./peak-members.ts";
import { type PeakStatistics, peakStatistics } from "./peak-statistics.ts";

/**
 * Doubts about a peak in one channel. `unresolved`: less than 2 SD from another, `overlapping`: less than 3 SD; `merged`: holds the events of more
 * than one population; `imprecise`: the median's interval is wider than a fifth of the median.
 */
export type PeakFlag =
  | "saturated"
  | "near_saturation"
  | "at_floor"
  | "unresolved"
  | "overlapping"
  | "merged"
  | "imprecise"
  | "few_events";

/** One bead population in one channel. */
export interface ChannelPeak extends PeakStatistics {
  readonly flags: readonly PeakFlag[];
}

export interface BeadPeak {
  /** Events; a sum of probabilities where populations overlap. */
  readonly n: number;
  /** Of all events given. */
  readonly share: number;
  /** Populations that it holds, taking the beads as evenly mixed; 1 unless fewer peaks than expected were found. */
  readonly populations: number;
  /** One for each channel given. */
  readonly channels: readonly ChannelPeak[];
}

/** Two normals closer than 2 SD do not stand apart (Ashman, Bird and Zepf 1994); closer than 3 their medians draw together. */
const resolvedDistance = 2;
const clearDistance = 3;
const fewEvents = 50;
/** A population has to end this many robust SDs within the limits of the detector (as FlowCal's selection). */
export const clearance = 2.5;
/** Above this part of the detector's greatest value amplifiers are not trusted (FlowCal: 98.5 % of a logicle axis). */
const trustedPart = 0.856;
const imprecisePart = 0.2;
/** Bead sets are mixed evenly: from this many times the median number of events on, a peak holds two. */
export const mergedPart = 1.6;

/** Statistics and flags of each population in each channel. */
export function describedPeaks(
  found: readonly PeakMembers[],
  limits: readonly DetectorLimits[],
  options: { readonly events: number; readonly expected: number | null; readonly level: number },
): BeadPeak[] {
  const single = singleSize(found, options.expected);
  return found.map((members) => {
    const { n } = members;
    const populations = n > mergedPart * single ? Math.round(n / single) : 1;
    const channels = members.values.map((values, c): ChannelPeak => {
      const statistics = peakStatistics({ values, weights: members.weights }, options.level);
      const flags = flagsOf(statistics, limits[c]!);
      if (members.distance < resolvedDistance) flags.push("unresolved");
      else if (members.distance < clearDistance) flags.push("overlapping");
      if (populations > 1) flags.push("merged");
      if (n < fewEvents) flags.push("few_events");
      return { ...statistics, flags };
    });
    return { n, share: n / options.events, populations, channels };
  });
}

/** Whether a peak of this channel can take part in a calibration. */
export function isUsable({ flags, median }: ChannelPeak): boolean {
  return median > 0 && flags.every((flag) => flag === "few_events" || flag === "overlapping");
}

function flagsOf({ median, robustSd, interval }: PeakStatistics, { top, floor }: DetectorLimits): PeakFlag[] {
  const flags: PeakFlag[] = [];
  if (top !== null && median >= top) flags.push("saturated");
  else if (top !== null && median + clearance * robustSd >= trustedPart * top) flags.push("near_saturation");
  if (floor !== null && median - clearance * robustSd <= floor) flags.push("at_floor");
  if (interval !== null && interval.upper - interval.lower > imprecisePart * median) flags.push("imprecise");
  return flags;
}

/** Events of one population: the median number, where fewer peaks than `expected` were found; else without limit. */
function singleSize(found: readonly PeakMembers[], expected: number | null): number {
  if (expected === null || found.length >= expected || found.length < 3) return Number.POSITIVE_INFINITY;
  const sizes = Float64Array.from(found, ({ n }) => n).sort();
  return sizes[Math.floor((sizes.length - 1) / 2)]!;
}

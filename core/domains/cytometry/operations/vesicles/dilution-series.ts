import { accepted, isRefused, portable, type Result, refused } from "../../../../kernel/index.ts";
import { type Counted, eventsPerMillilitre, usable } from "./exposure.ts";
import { difference, normalOf } from "./intervals.ts";
import { vesicleIssues } from "./issues.ts";
import { type LogSlope, slopeOfKnown } from "./log-line.ts";
import type { MedianBrightness } from "./median.ts";

/** One file of the series. */
export interface SeriesPoint extends Counted {
  readonly dilution: number;
  /** Medians in the gate by channel, linear units, background not subtracted. */
  readonly medians: Readonly<Record<string, MedianBrightness>>;
}

export interface SeriesOptions {
  /** Buffer-only control in the same gate. */
  readonly buffer?: Counted | undefined;
  /** Relative standard uncertainty of one dilution and of one tube's brightness against the next. */
  readonly relativeUncertainty?: number;
  /** How far the slope of log rate may lie from -1, and that of log brightness from 0. */
  readonly tolerance?: number;
  /** Points where the buffer's share of the events is over this are left out. */
  readonly bufferLimit?: number;
  readonly leastDilutions?: number;
  /** Highest over lowest dilution that a verdict needs. */
  readonly leastSpan?: number;
  readonly level?: number;
}

export const seriesDefaults = {
  relativeUncertainty: 0.05,
  tolerance: 0.15,
  bufferLimit: 0.1,
  leastDilutions: 3,
  leastSpan: 4,
  level: 0.95,
} as const;

export interface SeriesDilution {
  readonly dilution: number;
  /** Events per mL of the acquired tube, buffer subtracted. */
  readonly rate: number;
  /** The same x dilution. */
  readonly original: number;
  /** Null without a buffer control or events. */
  readonly bufferShare: number | null;
  /** False: not above the buffer limit or without events, left out of the slopes. */
  readonly used: boolean;
}

/** `stable` or `linear`: the whole interval is within the tolerance; `unclear`: it is across its edge. */
export type BrightnessTrend = "stable" | "falls" | "rises" | "unclear";
export type RateTrend = "linear" | "flatter" | "steeper" | "unclear";

export interface DilutionVerdict {
  /** `single`: supports single particles; `swarm`: supports several particles per event. */
  readonly verdict: "single" | "swarm" | "undecided";
  /** Codes, from the terms of this room. */
  readonly reasons: readonly string[];
  /** Of log event rate on log dilution; -1 is ideal. Null with fewer than three usable dilutions. */
  readonly rate: { readonly slope: LogSlope; readonly trend: RateTrend } | null;
  /** Of log median on log dilution, by channel; 0 is ideal. */
  readonly brightness: readonly {
    readonly channel: string;
    readonly slope: LogSlope;
    readonly trend: BrightnessTrend;
  }[];
  readonly dilutions: readonly SeriesDilution[];
  readonly assumptions: readonly string[];
}

type Settings = Required<Omit<SeriesOptions, "buffer">> & Pick<SeriesOptions, "buffer">;

interface Judged extends SeriesDilution {
  readonly point: SeriesPoint;
  /** Standard deviation of the natural logarithm of `rate`. */
  readonly logSd: number;
}

function judgePoint(point: SeriesPoint, settings: Settings): Judged {
  const { buffer, level, bufferLimit, relativeUncertainty } = settings;
  const gross = eventsPerMillilitre(point, level);
  const background = buffer ? eventsPerMillilitre(buffer, level) : null;
  const net = background ? difference(gross, background) : gross;
  const share = background && gross.value > 0 ? background.value / gross.value : null;
  const used = net.lower > 0 && (share === null || share <= bufferLimit);
  const counting = used ? portable.log(net.upper / net.lower) / (2 * normalOf(level)) : 0;
  return {
    point,
    dilution: point.dilution,
    rate: Math.max(0, net.value),
    original: Math.max(0, net.value) * point.dilution,
    bufferShare: share,
    used,
    logSd: portable.hypot(counting, relativeUncertainty),
  };
}

function rateTrend({ interval }: LogSlope, tolerance: number): RateTrend {
  if (interval.lower >= -1 - tolerance && interval.upper <= -1 + tolerance) return "linear";
  if (interval.lower > -1 + tolerance) return "flatter";
  return interval.upper < -1 - tolerance ? "steeper" : "unclear";
}

function brightnessTrend({ interval }: LogSlope, tolerance: number): BrightnessTrend {
  if (interval.lower >= -tolerance && interval.upper <= tolerance) return "stable";
  if (interval.upper < -tolerance) return "falls";
  return interval.lower > tolerance ? "rises" : "unclear";
}

function brightnessSlopes(judged: readonly Judged[], settings: Settings): DilutionVerdict["brightness"] {
  const names = [...new Set(judged.flatMap(({ point }) => Object.keys(point.medians)))].sort();
  return names.flatMap((channel) => {
    const points = judged.flatMap(({ point, dilution }) => {
      const found = Object.hasOwn(point.medians, channel) ? point.medians[channel]! : null;
      if (found === null || !(found.median > 0) || found.logSd === null) return [];
      const sd = portable.hypot(found.logSd, settings.relativeUncertainty);
      return [{ x: portable.log(dilution), y: portable.log(found.median), sd }];
    });
    const slope = slopeOfKnown(points, settings.level);
    return slope === null ? [] : [{ channel, slope, trend: brightnessTrend(slope, settings.tolerance) }];
  });
}

function concluded(
  found: Pick<DilutionVerdict, "rate" | "brightness">,
  used: readonly SeriesDilution[],
  all: number,
  settings: Settings,
): Pick<DilutionVerdict, "verdict" | "reasons"> {
  const factors = [...new Set(used.map(({ dilution }) => dilution))];
  const span = factors.length === 0 ? 1 : Math.max(...factors) / Math.min(...factors);
  const lacking = [
    ...(factors.length < settings.leastDilutions ? ["too_few_dilutions"] : []),
    ...(span < settings.leastSpan ? ["dilution_span_too_small"] : []),
  ];
  const excluded = used.length < all ? ["dilutions_near_buffer_left_out"] : [];
  if (lacking.length > 0 || found.rate === null)
    return { verdict: "undecided", reasons: [...lacking, ...excluded] };
  const trends = found.brightness.map(({ trend }) => trend);
  if (trends.includes("falls"))
    return { verdict: "swarm", reasons: ["brightness_falls_with_dilution", ...excluded] };
  const doubts = [
    ...(found.rate.trend === "linear" ? [] : [`event_rate_${found.rate.trend}`]),
    ...(trends.length === 0 ? ["brightness_not_given"] : []),
    ...(trends.includes("rises") ? ["brightness_rises_with_dilution"] : []),
    ...(trends.includes("unclear") ? ["brightness_unclear"] : []),
  ];
  if (doubts.length > 0) return { verdict: "undecided", reasons: [...doubts, ...excluded] };
  return { verdict: "single", reasons: ["rate_linear_and_brightness_stable", ...excluded] };
}

/**
 * Whether events of a dilution series are single particles (van der Pol 2012, 10.1111/j.1538-7836.2012.04683.x): the
 * rate falls in proportion to the dilution and the median brightness stays. Slopes are of logarithms, weighted by
 * counting and by the stated uncertainty of one dilution. Brightness that falls supports a swarm; what the intervals do
 * not settle stays `undecided` with its reasons. Issues: `cytometry-value-invalid`, `cytometry-no-counting-beads`,
 * `cytometry-too-few-dilutions` (no point at all).
 */
export function judgeDilutionSeries(
  points: readonly SeriesPoint[],
  options: SeriesOptions = {},
): Result<DilutionVerdict> {
  const settings: Settings = { ...seriesDefaults, ...options };
  for (const one of settings.buffer ? [...points, settings.buffer] : points) {
    const check = usable(one);
    if (isRefused(check)) return check;
  }
  for (const { dilution: value } of points) {
    if (!(value >= 1 && Number.isFinite(value)))
      return refused(vesicleIssues.raise("cytometry-value-invalid", { name: "dilution", value }));
  }
  if (!points.some(({ events }) => events > 0))
    return refused(vesicleIssues.raise("cytometry-too-few-dilutions"));
  const judged = points
    .map((point) => judgePoint(point, settings))
    .sort((a, b) => a.dilution - b.dilution || a.rate - b.rate);
  const used = judged.filter((one) => one.used);
  const line = slopeOfKnown(
    used.map(({ dilution, rate, logSd }) => ({
      x: portable.log(dilution),
      y: portable.log(rate),
      sd: logSd,
    })),
    settings.level,
  );
  const found = {
    rate: line && { slope: line, trend: rateTrend(line, settings.tolerance) },
    brightness: brightnessSlopes(used, settings),
  };
  return accepted({
    ...concluded(found, used, judged.length, settings),
    ...found,
    dilutions: judged.map(({ point: _point, logSd: _logSd, ...told }) => told),
    assumptions: ["dilution_uncertainty_stated", ...(settings.buffer ? [] : ["no_buffer_subtracted"])],
  });
}

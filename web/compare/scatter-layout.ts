import type { Frame } from "../chart/axes.tsx";
import { fittingScale, type Scale } from "../chart/scale.ts";
import { extentOf, type SamplePoint } from "./quantities.ts";

/** A sample's point on the drawing, its interval beside it. */
export interface PlacedPoint {
  readonly point: SamplePoint;
  readonly sample: string;
  readonly x: number;
  readonly y: number;
  /** Ends of the intervals; null where there is none. */
  readonly acrossX: readonly [number, number] | null;
  readonly acrossY: readonly [number, number] | null;
}

export interface ScatterLayout {
  readonly x: Scale;
  readonly y: Scale;
  readonly placed: readonly PlacedPoint[];
}

/** Conditions beside each other, the samples of one spread over its width in their order. */
function strip(points: readonly SamplePoint[], shown: readonly (string | null)[]): readonly number[] {
  const counts = new Map<string | null, number>();
  for (const { condition } of points) counts.set(condition, (counts.get(condition) ?? 0) + 1);
  const seen = new Map<string | null, number>();
  return points.map(({ condition }) => {
    const index = seen.get(condition) ?? 0;
    seen.set(condition, index + 1);
    const among = counts.get(condition)!;
    const within = among === 1 ? 0 : (index / (among - 1) - 0.5) * Math.min(0.6, 0.12 * among);
    return (shown.indexOf(condition) + 0.5 + within) / shown.length;
  });
}

/** Where every point stands; `shown` are the conditions that have points, in their order. */
export function scatterLayout(
  points: readonly SamplePoint[],
  shown: readonly (string | null)[],
  frame: Frame,
): ScatterLayout {
  const y = fittingScale(points.flatMap(({ y: own }) => extentOf(own)));
  const horizontal = points.flatMap(({ x: own }) => (own ? extentOf(own) : []));
  const isStrip = horizontal.length === 0;
  const x: Scale = isStrip
    ? { place: (value) => value, value: (place) => place, ticks: [] }
    : fittingScale(horizontal);
  const strips = isStrip ? strip(points, shown) : [];
  const across = (place: number) => frame.left + Math.min(1, Math.max(0, place)) * frame.width;
  const up = (place: number) => frame.top + (1 - Math.min(1, Math.max(0, place))) * frame.height;
  const limits = (interval: SamplePoint["y"]["interval"], scale: Scale, to: (place: number) => number) =>
    interval === null ? null : ([to(scale.place(interval.lower)), to(scale.place(interval.upper))] as const);
  const placed = points.map((point, index): PlacedPoint => {
    return {
      point,
      sample: point.sample,
      x: point.x ? across(x.place(point.x.value)) : across(strips[index]!),
      y: up(y.place(point.y.value)),
      acrossX: point.x ? limits(point.x.interval, x, across) : null,
      acrossY: limits(point.y.interval, y, up),
    };
  });
  return { x, y, placed };
}

import { type Interval, portable } from "../../../../kernel/index.ts";
import { normalOf } from "./intervals.ts";

/** One point of a line of logarithms with the standard deviation that is known of its ordinate. */
export interface KnownPoint {
  readonly x: number;
  readonly y: number;
  readonly sd: number;
}

export interface LogSlope {
  readonly value: number;
  readonly se: number;
  readonly interval: Interval;
  /** sqrt(chi-square / df) of the residuals; where over 1 the standard error is widened by it (Birge). */
  readonly birge: number;
}

/**
 * Slope of y on x by least squares weighted with known standard deviations, widened where the points scatter more than
 * these say (Birge ratio). Null with fewer than three points or without spread in x.
 */
export function slopeOfKnown(points: readonly KnownPoint[], level: number): LogSlope | null {
  if (points.length < 3) return null;
  const weights = points.map(({ sd }) => 1 / (sd * sd));
  const total = sum(weights);
  const meanX = sum(points.map(({ x }, i) => weights[i]! * x)) / total;
  const meanY = sum(points.map(({ y }, i) => weights[i]! * y)) / total;
  const square = sum(points.map(({ x }, i) => weights[i]! * portable.square(x - meanX)));
  if (!(square > 0)) return null;
  const value = sum(points.map(({ x, y }, i) => weights[i]! * (x - meanX) * (y - meanY))) / square;
  const chiSquare = sum(
    points.map(({ x, y }, i) => weights[i]! * portable.square(y - meanY - value * (x - meanX))),
  );
  const birge = Math.sqrt(chiSquare / (points.length - 2));
  const se = Math.max(1, birge) / Math.sqrt(square);
  const half = normalOf(level) * se;
  const interval: Interval = {
    kind: "confidence",
    level,
    lower: value - half,
    upper: value + half,
    method: "weighted-line-birge",
  };
  return { value, se, interval, birge };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import { portable } from "../../../../kernel/index.ts";
import { createCollector } from "./collect.ts";
import { type Optics, waveNumber } from "./optics.ts";
import { hasContrast, type ParticleModel } from "./particle.ts";

/** Diameters that a curve runs over, nm. */
export interface DiameterRange {
  readonly from: number;
  readonly to: number;
}

/**
 * ln(collected cross-section / nm^2) against ln(diameter / nm) as cubic pieces, each rising or falling throughout: knots
 * `x`, values `y`, slopes `slope`.
 */
export interface ScatterCurve {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly slope: Float64Array;
  /** Knots between which the curve only rises or only falls: the first, those where it turns, the last. */
  readonly turns: readonly number[];
}

/** Fewest knots of a curve. */
const fewest = 512;

/** Knots enough for the ripples of the largest sphere, of size parameter `x`, which get narrower as it grows. */
function knotsFor(x: number, span: number): number {
  return Math.max(fewest, Math.ceil((span * x) / Math.min(0.08, 1.6 / x)));
}

/** Collected cross-sections in nm^2 of `model` at `diameters` (nm). */
export function collectedAt(
  optics: Optics,
  model: ParticleModel,
  diameters: ArrayLike<number>,
): Float64Array {
  const collect = createCollector(optics);
  return Float64Array.from(diameters, (diameter) => collect(model, diameter));
}

/** The curve of `model` from diameters evenly spaced in the logarithm; null where one of them is outside what is computed, or scatters nothing. */
export function scatterCurve(
  optics: Optics,
  model: ParticleModel,
  range: DiameterRange,
  collect = createCollector(optics),
): ScatterCurve | null {
  if (!hasContrast(model, optics.mediumIndex)) return null;
  const start = portable.log(range.from);
  const span = portable.log(range.to) - start;
  const points = knotsFor((waveNumber(optics) * range.to) / 2, span);
  const step = span / (points - 1);
  const at = (i: number) => start + step * i;
  const collected = Float64Array.from({ length: points + 4 }, (_, i) =>
    collect(model, portable.exp(at(i - 2))),
  );
  if (!collected.every((value) => value > 0 && value < Number.POSITIVE_INFINITY)) return null;
  const y = collected.map(portable.log);
  const knots: number[][] = [];
  for (let i = 0; i < points; i++) {
    // five-point central difference
    const slope = (8 * (y[i + 3]! - y[i + 1]!) - (y[i + 4]! - y[i]!)) / (12 * step);
    knots.push([at(i), y[i + 2]!, slope]);
  }
  return split(knots);
}

/** Puts a knot at each turning point between two knots. */
function split(knots: readonly (readonly number[])[]): ScatterCurve {
  const all: (readonly number[])[] = [];
  knots.forEach((knot, i) => {
    all.push(knot);
    const next = knots[i + 1];
    if (next === undefined) return;
    for (const t of turningPoints(knot, next)) {
      all.push([knot[0]! + t * (next[0]! - knot[0]!), cubic(knot, next, t), 0]);
    }
  });
  const column = (k: number) => Float64Array.from(all, (knot) => knot[k]!);
  const y = column(1);
  const turns = [0];
  for (let i = 1; i + 1 < y.length; i++) {
    if (y[i + 1]! > y[i]! !== y[i]! > y[i - 1]!) turns.push(i);
  }
  return { x: column(0), y, slope: column(2), turns: [...turns, y.length - 1] };
}

/** Hermite cubic between two knots [x, y, slope] at t from 0 to 1. */
function cubic(from: readonly number[], to: readonly number[], t: number): number {
  const width = to[0]! - from[0]!;
  const rest = 1 - t;
  return (
    from[1]! * rest * rest * (1 + 2 * t) +
    to[1]! * t * t * (3 - 2 * t) +
    width * t * rest * (from[2]! * rest - to[2]! * t)
  );
}

function turningPoints(from: readonly number[], to: readonly number[]): readonly number[] {
  const width = to[0]! - from[0]!;
  const m0 = from[2]! * width;
  const m1 = to[2]! * width;
  const rise = to[1]! - from[1]!;
  // derivative a t^2 + b t + c
  const a = 3 * (m0 + m1 - 2 * rise);
  const b = 2 * (3 * rise - 2 * m0 - m1);
  const discriminant = b * b - 4 * a * m0;
  if (discriminant <= 0) return [];
  const q = -0.5 * (b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant));
  return [q / a, m0 / q].filter((t) => t > 1e-9 && t < 1 - 1e-9).sort((u, v) => u - v);
}

/** ln(cross-section) at ln(diameter) `x` inside the curve. */
export function curveValue(curve: ScatterCurve, x: number): number {
  let low = 0;
  let high = curve.x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (curve.x[middle]! <= x) low = middle;
    else high = middle;
  }
  const width = curve.x[high]! - curve.x[low]!;
  return cubic(knot(curve, low), knot(curve, high), (x - curve.x[low]!) / width);
}

function knot({ x, y, slope }: ScatterCurve, i: number): readonly [number, number, number] {
  return [x[i]!, y[i]!, slope[i]!];
}

/** Where piece `i` passes `level`, which lies between the values at its ends: ln(diameter). */
export function crossingInside({ x, y, slope }: ScatterCurve, i: number, level: number): number {
  const width = x[i + 1]! - x[i]!;
  const rise = y[i + 1]! - y[i]!;
  const c0 = y[i]! - level;
  const c1 = slope[i]! * width;
  const c3 = c1 + slope[i + 1]! * width - 2 * rise;
  const c2 = rise - c1 - c3;
  const rising = rise > 0;
  let low = 0;
  let high = 1;
  let t = -c0 / rise;
  for (let step = 0; step < 60; step++) {
    const value = c0 + t * (c1 + t * (c2 + t * c3));
    if (value > 0 === rising) high = t;
    else low = t;
    const next = t - value / (c1 + t * (2 * c2 + 3 * c3 * t));
    const moved = next >= low && next <= high ? next : (low + high) / 2;
    const done = Math.abs(moved - t) < 1e-13;
    t = moved;
    if (done) break;
  }
  return x[i]! + t * width;
}

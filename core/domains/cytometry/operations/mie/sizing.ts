import { portable } from "../../../../kernel/index.ts";
import { createCollector } from "./collect.ts";
import { type DiameterRange, type ScatterCurve, scatterCurve } from "./curve.ts";
import { crossings, withinReach } from "./levels.ts";
import type { Optics } from "./optics.ts";
import type { ParticleModel } from "./particle.ts";

/** How a signal becomes a collected cross-section: cross-section = (signal - offset) / gain. */
export interface ScatterScale {
  /** a.u. per nm^2. */
  readonly gain: number;
  /** Signal of the medium alone, a.u. */
  readonly offset: number;
}

/** `flat`: one diameter, but less certain than the signal: the tolerance of the signal spans more than itself in diameter; `multivalued`: several; `below`, `above`: outside the curve; `unknown`: the signal is no number. */
export const sizeStates = ["unique", "flat", "multivalued", "below", "above", "unknown"] as const;
export type SizeState = (typeof sizeStates)[number];

/** What a signal says of a diameter, in nm; NaN where it says nothing on that side. */
export interface Size {
  /** NaN unless unique or flat. */
  readonly diameter: number;
  /** All diameters that give the signal within the tolerance. */
  readonly lower: number;
  readonly upper: number;
  /** The same under every index of the models' interval. */
  readonly rangeLower: number;
  readonly rangeUpper: number;
  readonly state: SizeState;
}

export interface Sizing {
  readonly optics: Optics;
  readonly model: ParticleModel;
  /** The model with the lowest and the highest index that is assumed possible. */
  readonly alternatives: readonly ParticleModel[];
  readonly range: DiameterRange;
  readonly scale: ScatterScale;
  /** Relative, of the signal: 0.05 for 5 %. */
  readonly tolerance: number;
}

export interface Sizer {
  readonly curve: ScatterCurve;
  readonly curves: readonly ScatterCurve[];
  /** Of a signal in a.u. */
  sizeOf(signal: number): Size;
  /** ln(cross-section) of a signal; -Infinity where it is not above the offset, NaN where it is no number. */
  levelOf(signal: number): number;
  /** Of ln(cross-section / nm^2). */
  sizeAt(level: number): Size;
}

/** Turns signals into diameters; null where a model does not scatter. Exact and slow: tables are made from it. */
export function createSizer(sizing: Sizing): Sizer | null {
  const { optics, model, alternatives, range, scale, tolerance } = sizing;
  const collect = createCollector(optics);
  const curve = scatterCurve(optics, model, range, collect);
  const others = alternatives.map((other) => scatterCurve(optics, other, range, collect));
  if (curve === null || others.some((other) => other === null)) return null;
  const possible = others.filter((other) => other !== null);
  const reach = portable.log1p(tolerance);
  const sizeAt = (level: number): Size => {
    const size = sizeOn(curve, level, reach);
    let rangeLower = size.lower;
    let rangeUpper = size.upper;
    for (const other of possible) {
      const { lower, upper } = sizeOn(other, level, reach);
      rangeLower = Math.min(rangeLower, lower);
      rangeUpper = Math.max(rangeUpper, upper);
    }
    return { ...size, rangeLower, rangeUpper };
  };
  const levelOf = (signal: number) => {
    const net = (signal - scale.offset) / scale.gain;
    return net <= 0 ? Number.NEGATIVE_INFINITY : portable.log(net);
  };
  return {
    curve,
    curves: [curve, ...possible],
    sizeAt,
    levelOf,
    sizeOf: (signal) => sizeAt(levelOf(signal)),
  };
}

function sizeOn(curve: ScatterCurve, level: number, reach: number): Omit<Size, "rangeLower" | "rangeUpper"> {
  const { x, y } = curve;
  if (Number.isNaN(level)) {
    return { diameter: Number.NaN, lower: Number.NaN, upper: Number.NaN, state: "unknown" };
  }
  const found = crossings(curve, level);
  const ranges = withinReach(curve, level, reach);
  const first = ranges[0]?.[0] ?? Number.NaN;
  const end = ranges[ranges.length - 1]?.[1] ?? Number.NaN;
  const nearest = { lower: portable.exp(first), upper: portable.exp(end) };
  if (found.length === 0) {
    const below = !(level > y[0]!) && !(level > y[y.length - 1]!);
    // outside the curve the diameter is open on one side
    return below
      ? {
          diameter: Number.NaN,
          lower: Number.NaN,
          upper: portable.exp(Number.isNaN(end) ? x[0]! : end),
          state: "below",
        }
      : {
          diameter: Number.NaN,
          lower: portable.exp(Number.isNaN(first) ? x[x.length - 1]! : first),
          upper: Number.NaN,
          state: "above",
        };
  }
  if (found.length > 1 || ranges.length > 1) {
    return { diameter: Number.NaN, ...nearest, state: "multivalued" };
  }
  return {
    diameter: portable.exp(found[0]!),
    ...nearest,
    state: end - first > 2 * reach ? "flat" : "unique",
  };
}

/** Smallest diameter above which every particle of the curve gives at least `signal`, and where the curve first reaches it; null where it never does; `bound` where the curve starts above it. */
export function detectionDiameter(
  sizer: Sizer,
  signal: number,
): { readonly diameter: number; readonly first: number; readonly bound: "below" | null } | null {
  const level = sizer.levelOf(signal);
  const { x, y } = sizer.curve;
  const found = crossings(sizer.curve, level);
  if (!(y[y.length - 1]! >= level)) return null;
  if (found.length === 0)
    return { diameter: portable.exp(x[0]!), first: portable.exp(x[0]!), bound: "below" };
  const first = y[0]! >= level ? x[0]! : found[0]!;
  return { diameter: portable.exp(found[found.length - 1]!), first: portable.exp(first), bound: null };
}

import { portable } from "../../../../kernel/index.ts";
import { aperture } from "./aperture.ts";
import { nodesFor, summedPower } from "./collect.ts";
import { type Optics, waveNumber } from "./optics.ts";
import { type ParticleModel, particleSeries } from "./particle.ts";
import { angularBreadth, createSeries } from "./series.ts";

/** What beads of known size scatter into apertures of every half-angle of a range. */
export interface BeadDesign {
  readonly optics: Optics;
  readonly lower: number;
  readonly upper: number;
  /** ln(cross-section / nm^2) of bead `bead` at `halfAngle` (degrees): cubic between points even in ln(half-angle). */
  at(halfAngle: number, bead: number): number;
  /** Half-angles in degrees at which the design was computed. */
  readonly halfAngles: Float64Array;
}

const most = 128;

/** Computes the design of beads given as models with diameters in nm, for half-angles from `lower` to `upper` degrees (one, where they are equal). */
export function beadDesign(
  beads: readonly { readonly model: ParticleModel; readonly diameter: number }[],
  optics: Optics,
  lower: number,
  upper: number,
): BeadDesign {
  const points = lower === upper ? 1 : most;
  const start = portable.log(lower);
  const step = points === 1 ? 1 : portable.log(upper / lower) / (points - 1);
  const halfAngles = Float64Array.from({ length: points }, (_, i) => portable.exp(start + step * i));
  const k = waveNumber(optics);
  const table = beads.map(({ model, diameter }) => {
    const series = createSeries(angularBreadth);
    particleSeries(model, diameter, optics.wavelength, optics.mediumIndex, series);
    const nodes = nodesFor(series.order);
    return halfAngles.map((halfAngle) =>
      portable.log(summedPower(series, aperture({ ...optics, halfAngle }, nodes), k)),
    );
  });
  return {
    optics,
    lower,
    upper,
    halfAngles,
    at: (halfAngle, bead) =>
      points === 1 ? table[bead]![0]! : lagrange(table[bead]!, (portable.log(halfAngle) - start) / step),
  };
}

/** Cubic through the four points about `place`. */
function lagrange(values: Float64Array, place: number): number {
  const i = Math.max(1, Math.min(values.length - 3, Math.floor(place)));
  const t = place - i;
  return (
    (-t * (t - 1) * (t - 2) * values[i - 1]!) / 6 +
    ((t + 1) * (t - 1) * (t - 2) * values[i]!) / 2 -
    ((t + 1) * t * (t - 2) * values[i + 1]!) / 2 +
    ((t + 1) * t * (t - 1) * values[i + 2]!) / 6
  );
}

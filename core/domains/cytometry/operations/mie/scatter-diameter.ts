import { z } from "zod";
import { accepted, field, type Interval, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { defineFinite } from "../define-finite.ts";
import { scatterIssues } from "./issues.ts";
import { waveNumber } from "./optics.ts";
import { vesicleCoreIndices } from "./particle.ts";
import { direction, halfAngle, illumination, modelOf, offset, opticsOf, particle } from "./schemas.ts";
import { createSizer, detectionDiameter, type Size, type Sizer, type Sizing } from "./sizing.ts";

/** Largest size parameter of a curve: beyond it the ripples of the curve are finer than any signal tells apart. */
const largestSized = 60;

/** A sizer whose settings were looked at; gives `cytometry-scatter-range`, `-gain`, `-diameter` and `-no-contrast`. */
export function checkedSizer(sizing: Sizing): Result<Sizer> {
  const { range, scale, tolerance, optics } = sizing;
  const wrongRange = !(range.from >= 5 && range.from < range.to && range.to <= 10_000);
  if (wrongRange || !(tolerance > 0 && tolerance < 1)) {
    const [lower, upper] = wrongRange ? [range.from, range.to] : [-tolerance, tolerance];
    return refused(scatterIssues.raise("cytometry-scatter-range", { lower, upper }));
  }
  if (!(scale.gain > 0 && scale.gain < Number.POSITIVE_INFINITY)) {
    return refused(scatterIssues.raise("cytometry-scatter-gain", { gain: scale.gain }));
  }
  if ((waveNumber(optics) * range.to) / 2 > largestSized) {
    return refused(scatterIssues.raise("cytometry-scatter-diameter", { diameter: range.to }));
  }
  const sizer = createSizer(sizing);
  if (sizer !== null) return accepted(sizer);
  return refused(scatterIssues.raise("cytometry-scatter-no-contrast", { mediumIndex: optics.mediumIndex }));
}

export interface SizedSignal {
  readonly signal: number;
  /** In nm; null where the signal does not single one out. */
  readonly diameter: number | null;
  /** All diameters that give the signal within the tolerance; null where it is open on a side. */
  readonly interval: Interval | null;
  /** The same over the indices assumed possible. */
  readonly range: Interval | null;
  readonly bound: { readonly side: "below" | "above"; readonly diameter: number } | null;
  readonly flags: readonly string[];
}

const flagOf = {
  unique: null,
  flat: "scatter_flat",
  multivalued: "scatter_multivalued",
  below: "scatter_below_curve",
  above: "scatter_above_curve",
  unknown: "scatter_no_number",
} as const;

/** A size as it is told: intervals with their methods, no NaN. */
export function toldSize(signal: number, size: Size): SizedSignal {
  const { diameter, lower, upper, rangeLower, rangeUpper, state } = size;
  const flag = flagOf[state];
  return {
    signal,
    diameter: Number.isNaN(diameter) ? null : diameter,
    interval: intervalOf(lower, upper, "scatter-tolerance"),
    range: intervalOf(rangeLower, rangeUpper, "refractive-index-range"),
    bound:
      state === "below"
        ? { side: "below", diameter: upper }
        : state === "above"
          ? { side: "above", diameter: lower }
          : null,
    flags: flag === null ? [] : [flag],
  };
}

function intervalOf(lower: number, upper: number, method: string): Interval | null {
  if (Number.isNaN(lower) || Number.isNaN(upper)) return null;
  return { kind: "range", level: 1, lower, upper, method };
}

const index = (value: number, en: string, ja: string) =>
  field(z.number().positive().default(value), "1", en, ja);

export const scatterDiameter = defineFinite({
  id: "cytometry.scatterDiameter",
  version: "1",
  title: { en: "Diameter from scatter", ja: "散乱光からの粒子径" },
  summary: {
    en: "Diameters of particles from calibrated scatter signals for an assumed refractive index, with the range that the index leaves open.",
    ja: "校正済みの散乱光信号から、仮定した屈折率での粒子径と、屈折率の不確かさによる範囲を求めます。",
  },
  input: z.object({
    signals: field(z.array(z.number()).max(100_000), "{a.u.}", "Scatter signals", "散乱光信号"),
    threshold: field(
      z.number().optional(),
      "{a.u.}",
      "Signal from which particles are detected",
      "粒子を検出する信号の閾値",
    ),
  }),
  parameters: z.object({
    ...illumination,
    ...direction,
    halfAngle,
    gain: field(z.number(), "{a.u.}/nm2", "Gain of the calibration", "校正で得たゲイン"),
    offset,
    ...particle,
    lowestCoreIndex: index(
      vesicleCoreIndices.lower,
      "Lowest core index assumed possible",
      "仮定するコア屈折率の下限",
    ),
    highestCoreIndex: index(
      vesicleCoreIndices.upper,
      "Highest core index assumed possible",
      "仮定するコア屈折率の上限",
    ),
    from: field(z.number().default(30), "nm", "Smallest diameter computed", "計算する直径の下限"),
    to: field(z.number().default(1000), "nm", "Largest diameter computed", "計算する直径の上限"),
    tolerance: field(z.number().default(0.05), "1", "Relative tolerance of the signal", "信号の相対許容差"),
  }),
  example: {
    input: { signals: [3, 11, 29, 100, 196], threshold: 2 },
    parameters: { wavelength: 405, halfAngle: 45, gain: 9 },
  },
  run({ signals, threshold }, parameters) {
    const { wavelength, mediumIndex, angle, polarisation, stop, halfAngle: half } = parameters;
    const optics = opticsOf({ wavelength, mediumIndex, angle, polarisation, stop, halfAngle: half });
    if (isRefused(optics)) return optics;
    const { lowestCoreIndex, highestCoreIndex, coreIndex, gain, from, to, tolerance } = parameters;
    if (!(lowestCoreIndex <= coreIndex && coreIndex <= highestCoreIndex)) {
      return refused(scatterIssues.raise("cytometry-scatter-index", { index: coreIndex }));
    }
    const models = [coreIndex, lowestCoreIndex, highestCoreIndex].map((one) => modelOf(parameters, one));
    const wrong = models.find(isRefused);
    if (wrong !== undefined) return wrong;
    const [model, ...alternatives] = models.flatMap((one) => (isRefused(one) ? [] : [one.value]));
    const sizer = checkedSizer({
      optics: optics.value,
      model: model!,
      alternatives,
      range: { from, to },
      scale: { gain, offset: parameters.offset },
      tolerance,
    });
    if (isRefused(sizer)) return sizer;
    return accepted({
      mediumIndex: optics.value.mediumIndex,
      sizes: signals.map((signal) => toldSize(signal, sizer.value.sizeOf(signal))),
      detection: threshold === undefined ? null : detectionDiameter(sizer.value, threshold),
      assumptions: [
        "scatter_sphere",
        "scatter_plane_wave",
        "scatter_single_particle",
        "scatter_linear_detector",
        "scatter_same_settings",
        "scatter_refractive_index_assumed",
      ],
    });
  },
});

import { type EstimateDraft, isAccepted } from "../../../kernel/index.ts";
import { meanInterval } from "../../../statistics/index.ts";
import { waterViscosity } from "../operations/water-viscosity.ts";
import { distinct, instrumentQualifier, type SampleCaptures } from "./captures.ts";
import { draft } from "./drafts.ts";
import type { ParticlesParameters } from "./parameters.ts";
import type { CaptureSummary } from "./summary.ts";

/** The acceptance flags of this room. */
export type Flag =
  | "drift"
  | "low_count"
  | "high_density"
  | "blank>10%"
  | "CV>20%"
  | "nonlinear"
  | "T_missing"
  | "viscosity_assumed"
  | "truncated_below_dmin";

const doubtSizes: readonly string[] = ["drift", "low_count", "T_missing", "truncated_below_dmin"];
const doubtConcentration: readonly string[] = [
  "drift",
  "low_count",
  "high_density",
  "blank>10%",
  "CV>20%",
  "nonlinear",
  "truncated_below_dmin",
];

/** The flags that a sample's sizes, and its concentration, carry: checks that fail and bear on them. */
export function flagsOf(checks: readonly Check[]): {
  readonly sizes: string[];
  readonly concentration: string[];
} {
  const failing = checks.filter(({ status }) => status === "not met").map(({ flag }) => flag);
  return {
    sizes: failing.filter((flag) => doubtSizes.includes(flag)),
    concentration: failing.filter((flag) => doubtConcentration.includes(flag)),
  };
}

/** The answer of one acceptance check for one sample. */
export interface Check {
  readonly flag: Flag;
  readonly status: "met" | "not met" | "not reported" | "not applicable";
  /** What was found and the limit, ready to be shown; empty where nothing was. */
  readonly found: string;
  readonly limit: string;
}

const relativeViscosityOfWater = 0.025;

/** The checks that need only the sample's own captures. */
export function captureChecks({ captures }: SampleCaptures, parameters: ParticlesParameters): Check[] {
  const numbers = (pick: (capture: SampleCaptures["captures"][number]) => number | null) =>
    captures.map(pick).filter((value): value is number => value !== null);
  const tracks = numbers((capture) => capture.tracks);
  const total = tracks.reduce((sum, count) => sum + count, 0);
  const least = Math.min(...tracks);
  const drift = Math.max(...numbers((capture) => capture.drift));
  const perFrame = Math.max(...numbers((capture) => capture.particlesPerFrame));
  const measured = Math.max(...numbers((capture) => capture.asMeasured));
  const temperatures = numbers((capture) => capture.temperatureKelvin);
  const { minimumTracks, minimumTracksPerCapture, mostDrift, mostParticlesPerFrame, mostConcentration } =
    parameters;
  const crowded = perFrame > mostParticlesPerFrame || measured > mostConcentration;
  const density = [
    ...(Number.isFinite(perFrame) ? [`${round(perFrame)} / frame`] : []),
    ...(Number.isFinite(measured) ? [`${measured.toExponential(2)} /mL`] : []),
  ];
  return [
    check(
      "drift",
      Number.isFinite(drift),
      drift <= mostDrift,
      `${round(drift)} px/frame`,
      `${mostDrift} px/frame`,
    ),
    check(
      "low_count",
      tracks.length > 0,
      least >= minimumTracksPerCapture && total >= minimumTracks,
      `${round(least)}, Σ ${round(total)}`,
      `${minimumTracksPerCapture}, Σ ${minimumTracks}`,
    ),
    check(
      "high_density",
      density.length > 0,
      !crowded,
      density.join(", "),
      `${mostParticlesPerFrame} / frame, ${mostConcentration.toExponential(0)} /mL`,
    ),
    check(
      "T_missing",
      true,
      temperatures.length === captures.length,
      `${captures.length - temperatures.length}`,
      "0",
    ),
    viscosityCheck(captures, parameters),
  ];
}

function viscosityCheck(captures: SampleCaptures["captures"], parameters: ParticlesParameters): Check {
  const assumed = captures.filter((capture) => hasViscosityOfWater(capture, parameters));
  const values = distinct(
    assumed.flatMap(({ viscosity }) => (viscosity === null ? [] : [`${round(viscosity)} mPa·s`])),
  );
  return check("viscosity_assumed", true, assumed.length === 0, values.slice(0, 4).join(", "), "");
}

/** Whether a capture's size rests on the viscosity of water, as set by default, or on one that the file does not state. */
function hasViscosityOfWater(
  { viscosity, temperatureKelvin }: Pick<CaptureSummary, "viscosity" | "temperatureKelvin">,
  { viscosityKnown }: ParticlesParameters,
): boolean {
  if (viscosity === null) return !viscosityKnown;
  if (viscosityKnown || temperatureKelvin === null) return false;
  const water = waterViscosity(temperatureKelvin);
  return isAccepted(water) && Math.abs(viscosity / water.value - 1) <= relativeViscosityOfWater;
}

/** A check; `known` false: the file does not report what is needed. */
export function check(flag: Flag, known: boolean, met: boolean, found: string, limit: string): Check {
  if (!known) return { flag, status: "not reported", found: "", limit };
  return { flag, status: met ? "met" : "not met", found, limit };
}

/** At most four significant digits, as written. */
export function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** Variation between the captures of one measurement: the largest CV over the sample's files. */
export function variationCheck(
  sample: SampleCaptures,
  parameters: ParticlesParameters,
): { readonly check: Check; readonly estimates: readonly EstimateDraft[] } {
  const files = distinct(sample.captures.map(({ file }) => file));
  const variations = files.flatMap((file) => {
    const values = sample.captures.flatMap((capture) =>
      capture.file === file && capture.asMeasured !== null ? [capture.asMeasured] : [],
    );
    const summary = meanInterval(values, parameters.level);
    return isAccepted(summary) && summary.value.cv !== null
      ? [{ cv: summary.value.cv, n: values.length }]
      : [];
  });
  const limit = `${100 * parameters.mostVariation} %`;
  if (variations.length === 0) return { check: check("CV>20%", false, false, "", limit), estimates: [] };
  const worst = variations.reduce((a, b) => (b.cv > a.cv ? b : a));
  const estimate = draft("particles.cv", { level: "sample", sample: sample.name }, worst.cv, "1", {
    n: { technical: worst.n, biological: null },
    qualifiers: instrumentQualifier(sample),
  });
  const met = worst.cv <= parameters.mostVariation;
  return {
    check: check("CV>20%", true, met, `${(100 * worst.cv).toFixed(1)} %`, limit),
    estimates: [estimate],
  };
}

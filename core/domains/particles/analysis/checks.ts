import { draft, type EstimateDraft, isAccepted, type Text } from "../../../kernel/index.ts";
import { meanInterval } from "../../../statistics/index.ts";
import { waterViscosity } from "../operations/water-viscosity.ts";
import { instrumentQualifier, measurementOf, type SampleCaptures } from "./captures.ts";
import { sizedByDiffusion } from "./methods.ts";
import type { ParticlesParameters } from "./parameters.ts";
import { neutral, percent, readable } from "./readable.ts";
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

/** Checks that bear on sizes, and on concentrations: where one fails, the number carries its flag. */
export const doubts: Readonly<Record<"sizes" | "concentration", readonly Flag[]>> = {
  sizes: ["drift", "low_count", "T_missing", "truncated_below_dmin"],
  concentration: [
    "drift",
    "low_count",
    "high_density",
    "blank>10%",
    "CV>20%",
    "nonlinear",
    "truncated_below_dmin",
  ],
};

/** The flags that a sample's sizes, and its concentration, carry. */
export function flagsOf(checks: readonly Check[]): {
  readonly sizes: string[];
  readonly concentration: string[];
} {
  const failing = checks.filter(({ status }) => status === "not met").map(({ flag }) => flag);
  return {
    sizes: failing.filter((flag) => doubts.sizes.includes(flag)),
    concentration: failing.filter((flag) => doubts.concentration.includes(flag)),
  };
}

/** The answer of one acceptance check for one sample. */
export interface Check {
  readonly flag: Flag;
  /** `not reported`: the files do not say what is needed. `not applicable`: the check makes no sense here. */
  readonly status: "met" | "not met" | "not reported" | "not applicable";
  /** What was found and the limit, ready to be shown; empty where the check did not fail. */
  readonly found: Text;
  readonly limit: Text;
}

const relativeViscosityOfWater = 0.025;
const nothing = neutral("");

/** The checks that need only the sample's own captures. Drift, density, temperature and viscosity are matters of tracking. */
export function captureChecks({ captures }: SampleCaptures, parameters: ParticlesParameters): Check[] {
  const tracking: readonly Flag[] = ["drift", "high_density", "T_missing", "viscosity_assumed"];
  const checks = [
    driftCheck(captures, parameters),
    countCheck(captures, parameters),
    densityCheck(captures, parameters),
    temperatureCheck(captures),
    viscosityCheck(captures, parameters),
  ];
  if (sizedByDiffusion(captures[0]!.method)) return checks;
  return checks.map((one) => (tracking.includes(one.flag) ? notApplicable(one.flag) : one));
}

type Captures = SampleCaptures["captures"];

function numbers(captures: Captures, pick: (capture: CaptureSummary) => number | null): number[] {
  return captures.flatMap((capture) => pick(capture) ?? []);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

function driftCheck(captures: Captures, { mostDrift }: ParticlesParameters): Check {
  const drift = most(numbers(captures, (capture) => capture.drift));
  const words = (pixels: number): Text => ({
    en: `${readable(pixels)} pixels per frame`,
    ja: `1 フレームあたり ${readable(pixels)} ピクセル`,
  });
  return check("drift", Number.isFinite(drift), drift <= mostDrift, () => [words(drift), words(mostDrift)]);
}

function countCheck(captures: Captures, parameters: ParticlesParameters): Check {
  const { minimumTracks, minimumTracksPerCapture } = parameters;
  const tracks = numbers(captures, (capture) => capture.tracks);
  const total = tracks.reduce((sum, count) => sum + count, 0);
  const least = tracks.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const words = (one: number, all: number): Text => ({
    en: `${readable(one, 6)} in one capture and ${readable(all, 6)} in all`,
    ja: `1 測定で ${readable(one, 6)}、合計 ${readable(all, 6)}`,
  });
  const met = least >= minimumTracksPerCapture && total >= minimumTracks;
  return check("low_count", tracks.length > 0, met, () => [
    words(least, total),
    words(minimumTracksPerCapture, minimumTracks),
  ]);
}

function densityCheck(captures: Captures, parameters: ParticlesParameters): Check {
  const { mostParticlesPerFrame, mostConcentration } = parameters;
  const perFrame = most(numbers(captures, (capture) => capture.particlesPerFrame));
  const measured = most(numbers(captures, (capture) => capture.asMeasured));
  const words = (count: number, concentration: number): Text => {
    const known = [Number.isFinite(count), Number.isFinite(concentration)];
    const en = [`${readable(count)} per frame`, `${readable(concentration)}/mL as measured`];
    const ja = [`1 フレームあたり ${readable(count)}`, `測定時 ${readable(concentration)}/mL`];
    const join = (parts: readonly string[], by: string) => parts.filter((_, i) => known[i]).join(by);
    return { en: join(en, ", "), ja: join(ja, "、") };
  };
  const met = !(perFrame > mostParticlesPerFrame || measured > mostConcentration);
  const reported = Number.isFinite(perFrame) || Number.isFinite(measured);
  return check("high_density", reported, met, () => [
    words(perFrame, measured),
    words(mostParticlesPerFrame, mostConcentration),
  ]);
}

function temperatureCheck(captures: Captures): Check {
  const missing = captures.filter(({ temperatureKelvin }) => temperatureKelvin === null).length;
  return check("T_missing", true, missing === 0, () => [neutral(`${missing} / ${captures.length}`), nothing]);
}

function viscosityCheck(captures: Captures, parameters: ParticlesParameters): Check {
  const assumed = captures.filter((capture) => hasViscosityOfWater(capture, parameters));
  const stated = assumed.flatMap(({ viscosity }) => viscosity ?? []).sort((a, b) => a - b);
  const values = [...new Set([stated.at(0), stated.at(-1)].map((one) => readable(one ?? 0, 3)))].join("–");
  const set = stated.length > 0;
  const none = stated.length < assumed.length;
  const found = {
    en: [set && `set to ${values} mPa·s`, none && "the file states none"].filter(Boolean).join("; "),
    ja: [set && `設定値 ${values} mPa·s`, none && "ファイルに記載なし"].filter(Boolean).join("、"),
  };
  return check("viscosity_assumed", true, assumed.length === 0, () => [found, nothing]);
}

/** Whether a capture's size rests on the viscosity of water, as set by default, or on one that the file does not state. */
function hasViscosityOfWater(
  { viscosity, temperatureKelvin }: Pick<CaptureSummary, "viscosity" | "temperatureKelvin">,
  { viscosityKnown }: ParticlesParameters,
): boolean {
  if (viscosityKnown) return false;
  if (viscosity === null) return true;
  if (temperatureKelvin === null) return false;
  const water = waterViscosity(temperatureKelvin);
  return isAccepted(water) && Math.abs(viscosity / water.value - 1) <= relativeViscosityOfWater;
}

/** A check; `known` false: the file does not report what is needed. `words` gives what was found and the limit. */
export function check(
  flag: Flag,
  known: boolean,
  met: boolean,
  words: () => readonly [found: Text, limit: Text],
): Check {
  if (!known) return { flag, status: "not reported", found: nothing, limit: nothing };
  if (met) return { flag, status: "met", found: nothing, limit: nothing };
  const [found, limit] = words();
  return { flag, status: "not met", found, limit };
}

/** A check that makes no sense for this sample, or has nothing to be made with. */
export function notApplicable(flag: Flag): Check {
  return { flag, status: "not applicable", found: nothing, limit: nothing };
}

/** Variation between the captures of one measurement, of one concentration: the largest CV over the sample's measurements. */
export function variationCheck(
  sample: SampleCaptures,
  parameters: ParticlesParameters,
): { readonly check: Check; readonly estimates: readonly EstimateDraft[] } {
  const byMeasurement = new Map<string, number[]>();
  for (const capture of sample.captures) {
    const value = capture.asMeasured ?? capture.original;
    if (value === null) continue;
    const values = byMeasurement.get(measurementOf(capture));
    if (values) values.push(value);
    else byMeasurement.set(measurementOf(capture), [value]);
  }
  const variations = [...byMeasurement.values()].flatMap((values) => {
    const summary = meanInterval(values, parameters.level);
    const cv = isAccepted(summary) ? summary.value.cv : null;
    return cv !== null && Number.isFinite(cv) ? [{ cv, n: values.length }] : [];
  });
  if (variations.length === 0) return { check: notApplicable("CV>20%"), estimates: [] };
  const worst = variations.reduce((a, b) => (b.cv > a.cv ? b : a));
  const estimate = draft("particles.cv", { level: "sample", sample: sample.name }, worst.cv, "1", {
    n: { technical: worst.n, biological: null },
    qualifiers: instrumentQualifier(sample),
  });
  const met = worst.cv <= parameters.mostVariation;
  return {
    check: check("CV>20%", true, met, () => [
      neutral(percent(worst.cv)),
      neutral(percent(parameters.mostVariation)),
    ]),
    estimates: [estimate],
  };
}

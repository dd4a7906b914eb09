import {
  draft,
  type EstimateDraft,
  finiteInterval,
  isAccepted,
  type Subject,
} from "../../../kernel/index.ts";
import { type NestedFactor, nestedMean } from "../../../statistics/index.ts";
import {
  distinct,
  instrumentQualifier,
  measurementOf,
  type PlacedCapture,
  type SampleCaptures,
} from "./captures.ts";
import type { SizeSummary } from "./summary.ts";

const sizeIds: readonly (readonly [keyof SizeSummary, string, string, string])[] = [
  ["d10", "particles.d10", "nm", "number"],
  ["d50", "particles.d50", "nm", "number"],
  ["d90", "particles.d90", "nm", "number"],
  ["mode", "particles.mode", "nm", "number"],
  ["mean", "particles.mean", "nm", "number"],
  ["sd", "particles.sd", "nm", "number"],
  ["span", "particles.span", "1", "number"],
  ["surfaceD50", "particles.surface.d50", "nm", "surface"],
  ["volumeD50", "particles.volume.d50", "nm", "volume"],
];

/** What a sample's number says besides its value. */
type Words = Pick<EstimateDraft, "assumptions" | "flags" | "qualifiers">;

/** The sizes of a sample: the mean of its captures, nested in measurements and preparations. */
export function sampleSizes(
  sample: SampleCaptures,
  level: number,
  flags: readonly string[],
  assumed: readonly string[],
): EstimateDraft[] {
  const sized = sample.captures.filter((capture) => capture.sizes !== null);
  const levels = levelsAbove(sized);
  return sizeIds.flatMap(([key, id, unit, weighting]) => {
    const having = sized.filter((capture) => capture.sizes![key] !== null);
    const values = having.map((capture) => capture.sizes![key]!);
    const qualifiers = { weighting, ...instrumentQualifier(sample) };
    const words = { assumptions: assumed, flags, qualifiers };
    const own = having.length === sized.length ? levels : levelsAbove(having);
    return nestedEstimate({ id, unit, sample: sample.name, level }, values, own, words) ?? [];
  });
}

/**
 * The concentration of a sample: of the original from the captures whose dilution is known, said where others were left
 * out; else as measured where that is one dilution in one file. Null where nothing was counted in any capture.
 */
export function sampleConcentration(
  sample: SampleCaptures,
  level: number,
  flags: readonly string[],
): EstimateDraft | null {
  const { name, captures } = sample;
  const measured = captures.filter((capture) => capture.asMeasured !== null || capture.original !== null);
  const known = measured.filter((capture) => capture.original !== null);
  const refused = captures.some(({ concentrationRefused }) => concentrationRefused);
  const left = refused ? ["captures_refused_left_out"] : [];
  if (known.length > 0 && known.length < measured.length) left.push("captures_without_dilution_left_out");
  const used = known.length > 0 ? known : measured;
  if (known.length === 0 && distinct(measured.map(measurementOf)).length > 1) return null;
  const values = used.map(({ original, asMeasured }) => (known.length > 0 ? original! : asMeasured!));
  if (!values.some((value) => value > 0)) return null;
  const own = distinct(used.flatMap((capture) => capture.concentrationFlags));
  const state = known.length > 0 ? "original" : "as measured";
  const words = {
    assumptions: [],
    flags: [...flags, ...own, ...left],
    qualifiers: { dilutionState: state, ...instrumentQualifier(sample) },
  };
  const what = { id: "particles.concentration", unit: "{particles}/mL", sample: name, level };
  const estimate = nestedEstimate(what, values, levelsAbove(used), words);
  return estimate !== null && estimate.value > 0 ? estimate : null;
}

/**
 * Levels above the capture that the interval has to answer for, from the top. A measurement is one file at one dilution;
 * preparations are told apart only where every capture names its own.
 */
export function levelsAbove(captures: readonly PlacedCapture[]): NestedFactor[] {
  const named = captures.every(({ preparation }) => preparation !== null);
  return [
    { name: "preparation", labels: captures.map(({ preparation }) => (named ? preparation! : "")) },
    { name: "measurement", labels: captures.map(measurementOf) },
  ];
}

/**
 * Mean of captures nested in measurements and preparations. The interval is named after the highest level that is
 * replicated (`t-between-measurements`); the levels above it, and the donor, are said not to be in it. Null without
 * values, or where the mean is beyond what numbers hold.
 */
function nestedEstimate(
  what: { readonly id: string; readonly unit: string; readonly sample: string; readonly level: number },
  values: readonly number[],
  levels: readonly NestedFactor[],
  { assumptions, flags, qualifiers }: Words,
): EstimateDraft | null {
  const summary = nestedMean(values, levels, { level: what.level });
  if (!isAccepted(summary) || !Number.isFinite(summary.value.mean)) return null;
  const { mean, interval: found, uncoveredLevels, intervalLevel } = summary.value;
  const interval = finiteInterval(found && { ...found, method: `t-between-${intervalLevel}s` });
  const uncovered = uncoveredLevels.filter((uncoveredLevel) => uncoveredLevel !== "capture");
  const subject: Subject = { level: "sample", sample: what.sample };
  return draft(what.id, subject, mean, what.unit, {
    interval,
    n: { technical: values.length, biological: null },
    assumptions: [
      ...assumptions,
      ...(interval ? ["captures_exchangeable"] : [withoutInterval(values)]),
      ...(interval ? ["between_donor_not_covered"] : []),
      ...uncovered.map((uncoveredLevel) => `between_${uncoveredLevel}_not_covered`),
    ],
    flags,
    qualifiers,
  });
}

function withoutInterval(values: readonly number[]): string {
  return values.length === 1 ? "single_capture_no_interval" : "identical_means_no_interval";
}

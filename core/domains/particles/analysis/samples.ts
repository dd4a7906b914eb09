import { type EstimateDraft, type Interval, isAccepted, type Subject } from "../../../kernel/index.ts";
import { type NestedFactor, nestedMean } from "../../../statistics/index.ts";
import { distinct, instrumentQualifier, type PlacedCapture, type SampleCaptures } from "./captures.ts";
import { draft, finiteInterval } from "./drafts.ts";
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

/** The sizes of a sample: the mean of its captures, nested in measurements and preparations. */
export function sampleSizes(
  sample: SampleCaptures,
  level: number,
  flags: readonly string[],
  assumed: readonly string[],
): EstimateDraft[] {
  const { name, captures } = sample;
  const sized = captures.filter((capture) => capture.sizes !== null);
  if (sized.length === 0) return [];
  return sizeIds.flatMap(([key, id, unit, weighting]) => {
    const having = sized.filter((capture) => capture.sizes![key] !== null);
    if (having.length === 0) return [];
    const values = having.map((capture) => capture.sizes![key]!);
    const qualifiers = { weighting, ...instrumentQualifier(sample) };
    const summary = nestedEstimate(id, name, values, having, level, unit, { flags, qualifiers });
    return [{ ...summary, assumptions: [...assumed, ...summary.assumptions] }];
  });
}

/** The concentration of a sample: of the original where every capture's dilution is known, else as measured in one file. */
export function sampleConcentration(
  sample: SampleCaptures,
  level: number,
  flags: readonly string[],
): EstimateDraft | null {
  const { name, captures } = sample;
  const measured = captures.filter((capture) => capture.asMeasured !== null || capture.original !== null);
  const known = measured.filter((capture) => capture.original !== null);
  const own = distinct([...flags, ...measured.flatMap((capture) => capture.concentrationFlags)]);
  if (known.length > 0) {
    const left = known.length < measured.length ? ["captures_without_dilution_left_out"] : [];
    const values = known.map((capture) => capture.original!);
    const rest = {
      flags: [...own, ...left],
      qualifiers: { dilutionState: "original", ...instrumentQualifier(sample) },
    };
    return nestedEstimate("particles.concentration", name, values, known, level, "{particles}/mL", rest);
  }
  if (measured.length === 0 || distinct(measured.map(({ file }) => file)).length > 1) return null;
  const values = measured.map((capture) => capture.asMeasured!);
  const rest = { flags: own, qualifiers: { dilutionState: "as measured", ...instrumentQualifier(sample) } };
  return nestedEstimate("particles.concentration", name, values, measured, level, "{particles}/mL", rest);
}

/** Levels above the capture that the interval has to answer for, from the top. */
function factorsOf(captures: readonly PlacedCapture[]): NestedFactor[] {
  return [
    { name: "preparation", labels: captures.map(({ preparation }) => preparation ?? "") },
    { name: "measurement", labels: captures.map(({ file }) => file) },
  ];
}

/** Mean of captures nested in measurements and preparations, with the levels that its interval does not cover said. */
export function nestedEstimate(
  id: string,
  sample: string,
  values: readonly number[],
  captures: readonly PlacedCapture[],
  level: number,
  unit: string,
  rest: Pick<EstimateDraft, "flags" | "qualifiers">,
): EstimateDraft {
  const subject: Subject = { level: "sample", sample };
  const n = { technical: values.length, biological: null };
  const summary = nestedMean(values, factorsOf(captures), { level });
  if (!isAccepted(summary)) throw new Error(`${id} of ${sample}: ${summary.issues[0]?.code}`);
  const { mean, interval, uncoveredLevels, intervalLevel } = summary.value;
  const assumptions = [
    ...(interval === null ? ["single_capture_no_interval"] : ["captures_exchangeable"]),
    ...uncoveredLevels
      .filter((uncovered) => uncovered !== "capture")
      .map((uncovered) => `between_${uncovered}_not_covered`),
  ];
  return draft(id, subject, mean, unit, {
    interval: finiteInterval(interval && named(interval, intervalLevel)),
    n,
    assumptions,
    ...rest,
  });
}

/** The interval named after the level whose spread gave it: `t-between-captures`. */
function named(interval: Interval, level: string | null): Interval {
  return { ...interval, method: `t-between-${level}s` };
}

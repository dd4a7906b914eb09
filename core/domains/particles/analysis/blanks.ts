import {
  draft,
  type EstimateDraft,
  finiteInterval,
  isAccepted,
  portable,
  type Subject,
} from "../../../kernel/index.ts";
import { nestedMean, tInterval } from "../../../statistics/index.ts";
import { countingLimits } from "./blank-limits.ts";
import {
  distinct,
  instrumentQualifier,
  measurementOf,
  type PlacedCapture,
  type SampleCaptures,
} from "./captures.ts";
import { type Check, check, notApplicable } from "./checks.ts";
import type { ParticlesParameters } from "./parameters.ts";
import { neutral, percent } from "./readable.ts";
import { levelsAbove } from "./samples.ts";

export interface BlankAnswer {
  readonly estimates: readonly EstimateDraft[];
  readonly check: Check;
}

type Measured = PlacedCapture & { readonly asMeasured: number };

function isMeasured(capture: PlacedCapture): capture is Measured {
  return capture.asMeasured !== null;
}

/** The blank's captures that a sample is compared with: those on the same instrument, those without particles included. */
export function blanksFor(sample: SampleCaptures, blanks: readonly PlacedCapture[]): PlacedCapture[] {
  const { instrument } = sample.captures[0]!;
  return blanks.filter((blank) => blank.instrument === instrument && isMeasured(blank));
}

/**
 * A sample against its blanks: the blank's share, the concentration with the blank subtracted capture by capture as
 * measured (captures without particles and negative differences kept), and the Currie limit of detection from the
 * blank's counts. Under that limit the limit is given with `bound: below`, never 0 and never a negative concentration.
 */
export function blankAnswer(
  sample: SampleCaptures,
  blanks: readonly PlacedCapture[],
  parameters: ParticlesParameters,
): BlankAnswer {
  const own = sample.captures.filter(isMeasured);
  const theirs = blanks.filter(isMeasured);
  const blank = meanOf(theirs, ({ asMeasured }) => asMeasured, parameters.level);
  if (own.length === 0 || blank === null) {
    return { estimates: [], check: notApplicable("blank>10%") };
  }
  const subject: Subject = { level: "sample", sample: sample.name };
  const unsure = theirs.some(({ concentrationFlags }) =>
    concentrationFlags.includes("dilution_state_unknown"),
  );
  const words = {
    n: { technical: own.length, biological: null },
    assumptions: ["blank_same_settings", "blank_by_condition"],
    flags: unsure ? ["dilution_state_unknown"] : [],
  };
  const instrument = instrumentQualifier(sample);
  const share = blankShare(own, blank.mean);
  const estimates: EstimateDraft[] = [];
  if (share !== null) {
    estimates.push(draft("particles.blankShare", subject, share, "1", { ...words, qualifiers: instrument }));
  }
  const limits = countingLimits(own, theirs, blank.mean);
  if (limits !== null) {
    estimates.push(
      draft("particles.concentration.detectionLimit", subject, limits.detection, "{particles}/mL", {
        ...words,
        flags: [...words.flags, ...limits.flags],
        qualifiers: { dilutionState: "as measured", ...instrument },
      }),
    );
  }
  const corrected = correctedConcentration(own, blank, limits?.detection ?? null, parameters.level);
  if (corrected !== null) {
    const { value, interval, bound, state } = corrected;
    estimates.push(
      draft("particles.concentration.blankCorrected", subject, value, "{particles}/mL", {
        ...words,
        interval,
        flags: [
          ...words.flags,
          ...(limits?.flags ?? []),
          ...(bound ? ["below_detection_limit"] : []),
          ...(value < 0 ? ["below_blank"] : []),
        ],
        qualifiers: { dilutionState: state, ...instrument },
        ...(bound ? { bound: "below" as const } : {}),
      }),
    );
  }
  const most = share === null ? blank.mean === 0 : share <= parameters.mostBlankShare;
  const judged = check("blank>10%", true, most, () => [
    neutral(share === null ? "–" : percent(share)),
    neutral(percent(parameters.mostBlankShare)),
  ]);
  return { estimates, check: judged };
}

interface Mean {
  readonly mean: number;
  readonly se: number | null;
  readonly df: number | null;
}

function meanOf(
  captures: readonly Measured[],
  value: (capture: Measured) => number,
  level: number,
): Mean | null {
  const result = nestedMean(captures.map(value), levelsAbove(captures), { level });
  return isAccepted(result) ? result.value : null;
}

/** Blank over sample as measured, averaged over the sample's measurements; null where the sample has no particles. */
function blankShare(captures: readonly Measured[], blank: number): number | null {
  const byMeasurement = new Map<string, number[]>();
  for (const capture of captures) {
    const key = measurementOf(capture);
    byMeasurement.set(key, [...(byMeasurement.get(key) ?? []), capture.asMeasured]);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = [...byMeasurement.values()].map(mean).filter((value) => value > 0);
  return means.length > 0 ? mean(means.map((value) => blank / value)) : null;
}

/**
 * Blank subtracted as measured and then multiplied by each capture's own factor; the blank's own uncertainty is added.
 * Null where the captures are of several dilutions that are not known, or where nothing can be said but "not above it".
 */
function correctedConcentration(
  captures: readonly Measured[],
  blank: Mean,
  detection: number | null,
  level: number,
) {
  const original = captures.every(({ dilutionFactor }) => dilutionFactor !== null);
  if (!original && distinct(captures.map(measurementOf)).length > 1) return null;
  const factor = ({ dilutionFactor }: Measured) => (original ? dilutionFactor! : 1);
  const own = meanOf(captures, (capture) => (capture.asMeasured - blank.mean) * factor(capture), level);
  const scale = meanOf(captures, factor, level);
  if (own === null || scale === null) return null;
  const state = original ? "original" : "as measured";
  if (detection !== null && own.mean < detection * scale.mean) {
    return { value: detection * scale.mean, interval: null, bound: true, state };
  }
  if (own.mean === 0) return null;
  const interval = finiteInterval(combinedInterval(own, blank, scale.mean, level));
  return { value: own.mean, interval, bound: false, state };
}

/** Welch and Satterthwaite: variances of sample and blank added, degrees of freedom from both. */
function combinedInterval(own: Mean, blank: Mean, scale: number, level: number) {
  if (own.se === null || own.df === null) return null;
  const first = own.se * own.se;
  const second = portable.square((blank.se ?? 0) * scale);
  if (!(first > 0)) return null;
  const df =
    blank.df === null || second === 0
      ? own.df
      : portable.square(first + second) / ((first * first) / own.df + (second * second) / blank.df);
  return tInterval(own.mean, Math.sqrt(first + second), df, level, "delta-method");
}

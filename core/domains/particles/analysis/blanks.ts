import { type EstimateDraft, isAccepted, type Subject } from "../../../kernel/index.ts";
import { currieLimits, nestedMean, tInterval } from "../../../statistics/index.ts";
import { distinct, instrumentQualifier, type PlacedCapture, type SampleCaptures } from "./captures.ts";
import { type Check, check } from "./checks.ts";
import { draft, finiteInterval } from "./drafts.ts";
import type { ParticlesParameters } from "./parameters.ts";

export interface BlankAnswer {
  readonly estimates: readonly EstimateDraft[];
  readonly check: Check;
}

/** The blank's captures that a sample is compared with: those on the same instrument. */
export function blanksFor(sample: SampleCaptures, blanks: readonly PlacedCapture[]): PlacedCapture[] {
  const instruments = new Set(sample.captures.map(({ instrument }) => instrument));
  return blanks.filter(({ instrument, asMeasured }) => instruments.has(instrument) && asMeasured !== null);
}

/**
 * A sample against its blanks: the blank's share, the concentration with the blank subtracted capture by capture as
 * measured (negatives kept), and the Currie limit of detection from the blank's counts. Below the critical level the
 * limit is given with `bound: below`.
 */
export function blankAnswer(
  sample: SampleCaptures,
  blanks: readonly PlacedCapture[],
  parameters: ParticlesParameters,
): BlankAnswer {
  const limit = `${100 * parameters.mostBlankShare} %`;
  const measured = sample.captures.filter(({ asMeasured }) => asMeasured !== null && asMeasured > 0);
  if (blanks.length === 0 || measured.length === 0) {
    return { estimates: [], check: { flag: "blank>10%", status: "not applicable", found: "", limit } };
  }
  const subject: Subject = { level: "sample", sample: sample.name };
  const blank = meanOf(
    blanks.map(({ asMeasured }) => asMeasured!),
    blanks,
    parameters.level,
  );
  const shares = measured.map(({ asMeasured }) => blank.mean / asMeasured!);
  const share = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  const n = { technical: measured.length, biological: null };
  const assumptions = ["blank_same_settings", "blank_by_condition"];
  const own = instrumentQualifier(sample);
  const estimates = [draft("particles.blankShare", subject, share, "1", { n, assumptions, qualifiers: own })];
  const corrected = correctedConcentration(subject, measured, blank, parameters.level, {
    assumptions,
    qualifiers: own,
  });
  const limits = detectionLimit(measured, blanks);
  if (limits !== null) {
    const qualifiers = { dilutionState: "as measured", ...own };
    estimates.push(
      draft("particles.concentration.detectionLimit", subject, limits.detection, "{particles}/mL", {
        n,
        assumptions,
        qualifiers,
      }),
    );
  }
  if (corrected !== null)
    estimates.push(limits === null ? corrected : boundedBelow(corrected, limits, measured));
  return {
    estimates,
    check: check(
      "blank>10%",
      true,
      share <= parameters.mostBlankShare,
      `${(100 * share).toFixed(1)} %`,
      limit,
    ),
  };
}

interface Mean {
  readonly mean: number;
  readonly se: number | null;
  readonly df: number | null;
}

function meanOf(values: readonly number[], captures: readonly PlacedCapture[], level: number): Mean {
  const factors = [{ name: "measurement", labels: captures.map(({ file }) => file) }];
  const result = nestedMean(values, factors, { level });
  if (!isAccepted(result)) throw new Error(`blank: ${result.issues[0]?.code}`);
  return result.value;
}

/** Blank subtracted as measured and then multiplied by each capture's own factor; the blank's own uncertainty is added. */
function correctedConcentration(
  subject: Subject,
  captures: readonly PlacedCapture[],
  blank: Mean,
  level: number,
  rest: Pick<EstimateDraft, "assumptions" | "qualifiers">,
): EstimateDraft | null {
  const factors = captures.map(({ dilutionFactor }) => dilutionFactor);
  const original = factors.every((factor) => factor !== null);
  if (!original && distinct(captures.map(({ file }) => file)).length > 1) return null;
  const scale = captures.map((_, i) => (original ? factors[i]! : 1));
  const own = meanOf(
    captures.map(({ asMeasured }, i) => (asMeasured! - blank.mean) * scale[i]!),
    captures,
    level,
  );
  const meanScale = scale.reduce((sum, factor) => sum + factor, 0) / scale.length;
  return draft("particles.concentration.blankCorrected", subject, own.mean, "{particles}/mL", {
    interval: finiteInterval(combinedInterval(own, blank, meanScale, level)),
    n: { technical: captures.length, biological: null },
    assumptions: rest.assumptions,
    qualifiers: { dilutionState: original ? "original" : "as measured", ...rest.qualifiers },
  });
}

/** Welch and Satterthwaite: variances of sample and blank added, degrees of freedom from both. */
function combinedInterval(own: Mean, blank: Mean, scale: number, level: number) {
  if (own.se === null || own.df === null) return null;
  const first = own.se ** 2;
  const second = ((blank.se ?? 0) * scale) ** 2;
  const df =
    blank.df === null ? own.df : (first + second) ** 2 / (first ** 2 / own.df + second ** 2 / blank.df);
  return tInterval(own.mean, Math.sqrt(first + second), df, level, "delta-method");
}

/** Currie limits of one capture in concentration as measured, by the sample's own particles per track. */
function detectionLimit(captures: readonly PlacedCapture[], blanks: readonly PlacedCapture[]) {
  const counted = captures.filter(({ tracks }) => tracks !== null && tracks > 0);
  const blankTracks = blanks.flatMap(({ tracks }) => tracks ?? []);
  if (counted.length === 0 || blankTracks.length === 0) return null;
  const perTrack =
    counted.reduce((sum, { asMeasured, tracks }) => sum + asMeasured! / tracks!, 0) / counted.length;
  const meanBlank = blankTracks.reduce((sum, tracks) => sum + tracks, 0) / blankTracks.length;
  const limits = currieLimits(meanBlank, "unknown");
  if (!isAccepted(limits)) return null;
  return {
    critical: limits.value.criticalLevel * perTrack,
    detection: limits.value.detectionLimit * perTrack,
  };
}

function boundedBelow(
  corrected: EstimateDraft,
  limits: { readonly critical: number; readonly detection: number },
  captures: readonly PlacedCapture[],
): EstimateDraft {
  const scale = corrected.qualifiers.dilutionState === "original" ? captures[0]!.dilutionFactor! : 1;
  if (corrected.value >= limits.critical * scale) return corrected;
  return {
    ...corrected,
    value: limits.detection * scale,
    bound: "below",
    interval: null,
    flags: [...corrected.flags, "below_detection_limit"],
  };
}

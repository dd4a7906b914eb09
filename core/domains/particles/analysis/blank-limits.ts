import { isAccepted } from "../../../kernel/index.ts";
import { currieLimits, currieLimitsAt } from "../../../statistics/index.ts";
import type { PlacedCapture } from "./captures.ts";

/** Under this number of counts in the blank Currie's normal approximation is poor. */
const fewestCounts = 10;

export interface CountingLimits {
  /** Least concentration as measured that is found reliably in one capture, in {particles}/mL. */
  readonly detection: number;
  readonly flags: readonly string[];
}

/**
 * Currie's limit of detection of one capture in {particles}/mL as measured. The blank's counts are those of one of its
 * captures; a track stands for the concentration that it stands for in the sample (in the blank where the sample has no
 * tracks), and the ratio of the exposures follows from both. Null where neither file counts tracks.
 */
export function countingLimits(
  captures: readonly PlacedCapture[],
  blanks: readonly PlacedCapture[],
  blankMean: number,
): CountingLimits | null {
  const counts = blanks.flatMap(({ tracks }) => tracks ?? []);
  const perTrack = concentrationPerTrack(captures) ?? concentrationPerTrack(blanks);
  if (counts.length === 0 || perTrack === null) return null;
  const blankCounts = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const inSample = blankMean / perTrack;
  const exposureRatio = blankCounts > 0 && inSample > 0 ? inSample / blankCounts : 1;
  const limits =
    Math.abs(exposureRatio - 1) < 1e-9
      ? currieLimits(blankCounts, "unknown")
      : currieLimitsAt(blankCounts, "unknown", { exposureRatio });
  if (!isAccepted(limits) || !Number.isFinite(limits.value.detectionLimit * perTrack)) return null;
  return {
    detection: limits.value.detectionLimit * perTrack,
    flags: blankCounts < fewestCounts ? ["few_blank_counts"] : [],
  };
}

/** Concentration as measured that one track stands for, averaged over the captures that have tracks. */
function concentrationPerTrack(captures: readonly PlacedCapture[]): number | null {
  const ratios = captures.flatMap(({ asMeasured, tracks }) =>
    asMeasured !== null && asMeasured > 0 && tracks !== null && tracks > 0 ? [asMeasured / tracks] : [],
  );
  return ratios.length > 0 ? ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length : null;
}

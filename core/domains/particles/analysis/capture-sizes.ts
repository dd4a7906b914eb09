import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Interval,
  type Issue,
  isAccepted,
  type Subject,
} from "../../../kernel/index.ts";
import type { SizeBins } from "../measurement.ts";
import { describeSizes, type SizeDescription } from "../operations/size-distribution.ts";
import { analysisIssues } from "./issues.ts";
import { finiteOrNull, type SizeSummary } from "./summary.ts";

export interface SizeQuestion {
  readonly capture: string;
  readonly bins: SizeBins | null;
  readonly subject: Subject;
  /** Tracks or particles behind the bins; null where they are not counted. */
  readonly tracks: number | null;
  readonly level: number;
  readonly assumptions: readonly string[];
}

/** The sizes of one capture as estimates and for the summary; none where it found no particles. */
export function captureSizes(question: SizeQuestion): {
  readonly estimates: readonly EstimateDraft[];
  readonly summary: SizeSummary | null;
  readonly issues: readonly Issue[];
} {
  const { bins, subject, tracks, level, assumptions } = question;
  const without = (...issues: readonly Issue[]) => ({ estimates: [], summary: null, issues });
  if (!bins) return without();
  const { edges, concentration, counts } = bins;
  const weights = counts ?? concentration;
  if (weights.every((weight) => weight === 0)) {
    return without(analysisIssues.raise("particles-capture-empty", { capture: question.capture }));
  }
  const described = describeSizes(edges, weights, {
    counts: counts !== undefined,
    level,
    ...(tracks !== null && tracks > 0 ? { tracks } : {}),
  });
  if (!isAccepted(described)) return without(...described.issues);
  const sizes = described.value;
  const summary = summaryOf(sizes);
  if (summary === null) {
    return without(analysisIssues.raise("particles-number-not-finite", { id: question.capture }));
  }
  const estimate = (id: string, value: number, unit: string, interval: Interval | null = null) =>
    draft(`particles.${id}`, subject, value, unit, {
      interval: finiteInterval(interval),
      n: { technical: tracks, biological: null },
      assumptions,
      flags: sizes.flags,
      qualifiers: { weighting: "number" },
    });
  const { intervals } = sizes;
  return {
    estimates: [
      estimate("d10", sizes.d10, "nm", intervals.d10),
      estimate("d50", sizes.d50, "nm", intervals.d50),
      estimate("d90", sizes.d90, "nm", intervals.d90),
      estimate("mode", sizes.mode, "nm"),
      estimate("mean", sizes.mean, "nm", intervals.mean),
      ...(summary.sd === null ? [] : [estimate("sd", summary.sd, "nm")]),
      estimate("span", sizes.span, "1"),
    ],
    summary,
    issues: described.warnings,
  };
}

/** Null where a size by number is beyond what numbers hold. */
function summaryOf(sizes: SizeDescription): SizeSummary | null {
  const { d10, d50, d90, mode, mean, sd, span, surface, volume } = sizes;
  if (![d10, d50, d90, mode, mean, span].every(Number.isFinite)) return null;
  return {
    ...{ d10, d50, d90, mode, mean, span },
    sd: finiteOrNull(sd),
    surfaceD50: finiteOrNull(surface.d50),
    volumeD50: finiteOrNull(volume.d50),
  };
}

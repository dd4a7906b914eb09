import {
  type EstimateDraft,
  type Interval,
  type Issue,
  isAccepted,
  type Subject,
} from "../../../kernel/index.ts";
import type { Capture } from "../measurement.ts";
import { describeSizes, type SizeDescription } from "../operations/size-distribution.ts";
import { draft, finiteInterval } from "./drafts.ts";
import { analysisIssues } from "./issues.ts";
import type { ParticlesParameters } from "./parameters.ts";
import type { SizeSummary } from "./summary.ts";

/** The sizes of one capture as estimates and for the summary; none where it found no particles. */
export function captureSizes(
  capture: Capture,
  subject: Subject,
  tracks: number | null,
  parameters: ParticlesParameters,
): { estimates: EstimateDraft[]; summary: SizeSummary | null; issues: Issue[] } {
  if (!capture.bins) return { estimates: [], summary: null, issues: [] };
  const { edges, concentration, counts } = capture.bins;
  const weights = counts ?? concentration;
  if (!weights.some((weight) => weight > 0)) {
    const issue = analysisIssues.raise("particles-capture-empty", { capture: capture.name });
    return { estimates: [], summary: null, issues: [issue] };
  }
  const described = describeSizes(edges, weights, {
    counts: counts !== undefined,
    level: parameters.level,
    ...(tracks !== null && tracks > 0 ? { tracks } : {}),
  });
  if (!isAccepted(described)) return { estimates: [], summary: null, issues: [...described.issues] };
  const sizes = described.value;
  const assumptions = ["tracks_independent", "spheres_stokes_einstein"];
  const estimate = (
    id: string,
    value: number,
    unit: string,
    interval: Interval | null = null,
  ): EstimateDraft =>
    draft(`particles.${id}`, subject, value, unit, {
      interval: finiteInterval(interval),
      n: { technical: tracks, biological: null },
      assumptions,
      flags: [...sizes.flags],
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
      ...(sizes.sd === null ? [] : [estimate("sd", sizes.sd, "nm")]),
      estimate("span", sizes.span, "1"),
    ],
    summary: summaryOf(sizes),
    issues: [...described.warnings],
  };
}

function summaryOf(sizes: SizeDescription): SizeSummary {
  const { d10, d50, d90, mode, mean, sd, span, surface, volume } = sizes;
  return { d10, d50, d90, mode, mean, sd, span, surfaceD50: surface.d50, volumeD50: volume.d50 };
}

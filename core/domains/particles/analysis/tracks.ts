import {
  draft,
  type EstimateDraft,
  type FileAnalysis,
  type FileContext,
  type Issue,
  isAccepted,
  type Json,
  rowOfCapture,
  type SheetRow,
  type Subject,
} from "../../../kernel/index.ts";
import type { TracksMeasurement } from "../measurement.ts";
import { describeSizes } from "../operations/size-distribution.ts";
import { deconvolveTracks } from "../operations/track-deconvolution.ts";
import { displacementsOf, usableTrackLengths } from "../operations/track-length.ts";
import { numbersOf } from "./positions.ts";
import type { TracksSummary } from "./summary.ts";

/** Width in nm of the bins that single tracks are counted in. */
const binWidth = 5;
const mostIterations = 500;
const fewestTracks = 50;
const mostFrames = 1e6;

/** Single tracks of a video: what the pack's cross-check needs, and the sizes without the broadening by finite tracks. */
export function analyseTracks(measurement: TracksMeasurement, context: FileContext): FileAnalysis {
  const summary: TracksSummary = {
    kind: "tracks",
    source: measurement.source,
    pack: measurement.pack,
    capture: measurement.capture,
    total: measurement.particles.total,
    included: measurement.particles.included,
  };
  const row = rowOfCapture(context.rows, measurement.capture);
  const corrected =
    measurement.source === "ParticleData" && row?.role !== "ignore"
      ? correctedSizes(measurement, context, row)
      : { estimates: [], issues: [] };
  const step = {
    key: "finiteTrack",
    operation: { id: "particles.finiteTrack", version: "1" },
    parameters: { binWidth, mostIterations },
    inputs: ["file"],
    estimates: corrected.estimates,
  };
  return {
    file: context.file,
    format: measurement.format,
    steps: corrected.estimates.length > 0 ? [step] : [],
    summary: summary as unknown as Json,
    issues: corrected.issues,
  };
}

function correctedSizes(
  measurement: TracksMeasurement,
  context: FileContext,
  row: SheetRow | null,
): { estimates: EstimateDraft[]; issues: readonly Issue[] } {
  const included = numbersOf(measurement.table, "included");
  const own = (name: string) => numbersOf(measurement.table, name).filter((_, i) => included[i] === 1);
  const sizes = own("size").filter((size) => size > 0 && Number.isFinite(size));
  const lengths = displacementsOf(own("trackLength").filter((length) => length > 1 && length <= mostFrames));
  if (sizes.length < fewestTracks || !usableTrackLengths(lengths)) return { estimates: [], issues: [] };
  const bins = countBins(sizes);
  const deconvolved = deconvolveTracks(bins.edges, bins.counts, lengths, { mostIterations });
  if (!isAccepted(deconvolved)) return { estimates: [], issues: deconvolved.issues };
  const described = describeSizes(deconvolved.value.edges, deconvolved.value.weights, { counts: true });
  if (!isAccepted(described)) return { estimates: [], issues: described.issues };
  const subject: Subject = {
    level: "capture",
    file: context.file,
    capture: measurement.capture,
    ...(row ? { sample: row.sample } : {}),
  };
  const rest = {
    basis: "inferred",
    n: { technical: sizes.length, biological: null },
    assumptions: ["equal_track_model", "tracks_independent"],
    qualifiers: { weighting: "number" },
  } as const;
  return {
    estimates: [
      draft("particles.trackCorrected.d50", subject, described.value.d50, "nm", rest),
      ...(described.value.sd === null
        ? []
        : [draft("particles.trackCorrected.sd", subject, described.value.sd, "nm", rest)]),
    ],
    issues: [...deconvolved.warnings, ...described.warnings],
  };
}

/** Single sizes in nm counted in bins of equal width from the smallest to the largest; none beyond 5,000 nm. */
function countBins(sizes: Float64Array): { edges: Float64Array; counts: Float64Array } {
  const largest = Math.min(
    5000,
    sizes.reduce((a, b) => Math.max(a, b), 0),
  );
  const cells = Math.max(1, Math.ceil(largest / binWidth));
  const counts = new Float64Array(cells);
  for (const size of sizes) {
    const cell = Math.min(cells - 1, Math.floor(size / binWidth));
    if (size <= largest) counts[cell]!++;
  }
  return { edges: Float64Array.from({ length: cells + 1 }, (_, i) => i * binWidth), counts };
}

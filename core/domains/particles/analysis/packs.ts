import type { AnalysedFile, Issue } from "../../../kernel/index.ts";
import { analysisIssues } from "./issues.ts";
import { type DistributionSummary, fileSummary, type TracksSummary } from "./summary.ts";

/** Files of one run held against each other: tracks that the summary counts and that the single files include. */
export function packIssues(files: readonly AnalysedFile[]): Issue[] {
  const summaries = new Map<string, DistributionSummary>();
  for (const analysis of files) {
    const summary = fileSummary(analysis);
    if (summary.kind === "distribution") {
      for (const { name } of summary.captures) summaries.set(`${summary.pack}|${name}`, summary);
    }
  }
  return files.flatMap((analysis) => {
    const summary = fileSummary(analysis);
    return summary.kind === "tracks" ? trackIssues(analysis.file, summary, summaries) : [];
  });
}

function trackIssues(
  file: string,
  tracks: TracksSummary,
  summaries: ReadonlyMap<string, DistributionSummary>,
): Issue[] {
  const summary = summaries.get(`${tracks.pack}|${tracks.capture}`);
  if (!summary) return [analysisIssues.raise("particles-pack-without-summary", {}, { file })];
  const capture = summary.captures.find(({ name }) => name === tracks.capture)!;
  if (capture.tracks === null || Math.round(capture.tracks) === tracks.included) return [];
  const parameters = { source: tracks.source, included: tracks.included, valid: capture.tracks };
  return [analysisIssues.raise("particles-pack-counts-differ", parameters, { file })];
}

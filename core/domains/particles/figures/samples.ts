import type { DomainResult, Estimate } from "../../../kernel/index.ts";
import { type CaptureSummary, type DistributionSummary, fileSummary } from "../analysis/summary.ts";

/** A capture with the file it is from. */
export interface PlacedCapture extends CaptureSummary {
  readonly file: string;
  readonly method: string;
}

/** All captures of the study's distributions that belong to a sample and were not set aside, in file order. */
export function placedCaptures(result: Pick<DomainResult, "files">): PlacedCapture[] {
  return result.files.flatMap((analysis) => {
    const summary = fileSummary(analysis);
    return summary.kind === "distribution" ? ownCaptures(analysis.file, summary) : [];
  });
}

function ownCaptures(file: string, summary: DistributionSummary): PlacedCapture[] {
  return summary.captures
    .filter((capture) => capture.role !== "ignore")
    .map((capture) => ({ ...capture, file, method: summary.method }));
}

/** The captures by sample, samples in code-unit order; captures of no sample go by their file's name. */
export function bySample(captures: readonly PlacedCapture[]): Map<string, PlacedCapture[]> {
  const groups = new Map<string, PlacedCapture[]>();
  for (const capture of captures) {
    const name = capture.sample ?? capture.file;
    groups.set(name, [...(groups.get(name) ?? []), capture]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Sample-level estimates of `id`, by sample. */
export function sampleEstimates(result: DomainResult, id: string): Map<string, Estimate> {
  const found = result.estimates.filter(
    (estimate) =>
      estimate.id === id && estimate.subject.level === "sample" && estimate.subject.sample !== undefined,
  );
  return new Map(found.map((estimate) => [estimate.subject.sample!, estimate]));
}

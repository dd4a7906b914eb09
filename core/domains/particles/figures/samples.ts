import type { DomainResult, Estimate } from "../../../kernel/index.ts";

/** Sample-level estimates of `id`, by sample. */
export function sampleEstimates(result: DomainResult, id: string): Map<string, Estimate> {
  const found = result.estimates.filter(
    (estimate) =>
      estimate.id === id && estimate.subject.level === "sample" && estimate.subject.sample !== undefined,
  );
  return new Map(found.map((estimate) => [estimate.subject.sample!, estimate]));
}

import type { DomainResult, Estimate } from "../../../kernel/index.ts";
import { sampleLabel } from "../analysis/captures.ts";

/** Sample-level estimates of `id`, by the name that figures give the sample. */
export function sampleEstimates(result: DomainResult, id: string): Map<string, Estimate> {
  return new Map(
    result.estimates.flatMap((estimate): [string, Estimate][] => {
      const { level, sample } = estimate.subject;
      if (estimate.id !== id || level !== "sample" || sample === undefined) return [];
      return [[sampleLabel({ name: sample, instrument: estimate.qualifiers.instrument ?? null }), estimate]];
    }),
  );
}

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

/** A label for each of several things: its name, with its file where another has the same name. */
export function labelsApart(things: readonly { readonly name: string; readonly file: string }[]): string[] {
  const tally = new Map<string, number>();
  for (const { name } of things) tally.set(name, (tally.get(name) ?? 0) + 1);
  return things.map(({ name, file }) =>
    tally.get(name)! > 1 ? `${name} (${file.split("/").at(-1)})` : name,
  );
}

/** The level of the intervals that are drawn, as words: `95 %`. */
export function levelOf(intervals: readonly { readonly level: number }[]): string {
  return `${Number((100 * (intervals[0]?.level ?? 0.95)).toFixed(1))} %`;
}

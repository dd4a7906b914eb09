import { draft, type EstimateDraft, portable } from "../../../kernel/index.ts";
import type { DataSet } from "./data-sets.ts";

/** What every sample of a data set has: proteins quantified, share missing, share of abundance that the producer marks as contaminants. */
export function sampleEstimates({
  qualifiers,
  features,
  samples,
  values,
  unusedRuns,
  decoys,
}: DataSet): EstimateDraft[] {
  const whole = [
    draft("proteome.proteins", { level: "study" }, features.length, "1", { qualifiers }),
    ...(decoys > 0 ? [draft("proteome.decoys", { level: "study" }, decoys, "1", { qualifiers })] : []),
    ...(unusedRuns > 0
      ? [draft("proteome.runsUnused", { level: "study" }, unusedRuns, "1", { qualifiers })]
      : []),
  ];
  return [
    ...whole,
    ...samples.flatMap((sample, column) => {
      const subject = { level: "sample", sample: sample.name } as const;
      const rest = { qualifiers, n: { technical: sample.runs.length, biological: null } };
      let seen = 0;
      let all = 0;
      let marked = 0;
      for (let row = 0; row < features.length; row++) {
        const log = values.values[row * values.columns + column]!;
        if (Number.isNaN(log)) continue;
        const abundance = portable.pow(2, log);
        seen += 1;
        all += abundance;
        if (features[row]!.marks.includes("contaminant")) marked += abundance;
      }
      return [
        draft("proteome.quantified", subject, seen, "1", rest),
        draft("proteome.missingFraction", subject, 1 - seen / features.length, "1", rest),
        ...(marked > 0 ? [draft("proteome.markedFraction", subject, marked / all, "1", rest)] : []),
      ];
    }),
  ];
}

import {
  detectionAt,
  type MissingnessVerdict,
  missingnessByAbundance,
} from "../../../../statistics/index.ts";
import type { DataSet } from "../data-sets.ts";
import { meanOver } from "../mean-over.ts";

/** How often proteins of like abundance were observed. */
export interface DetectionOverview {
  readonly verdict: MissingnessVerdict;
  /** Proteins seen at least once. */
  readonly proteins: number;
  readonly slope: number | null;
  /** Equal steps of mean log2 abundance: their middle, how many proteins, and the share of their values observed. */
  readonly bins: readonly { readonly mean: number; readonly proteins: number; readonly observed: number }[];
  /** The fitted logistic line; empty where there is none. */
  readonly line: readonly { readonly mean: number; readonly probability: number }[];
}

const steps = 30;
const linePoints = 60;

export function detectionOverview({ values }: DataSet, level: number): DetectionOverview | null {
  const means = meanOver(values);
  const seen = means.filter((mean) => !Number.isNaN(mean));
  if (seen.length === 0 || values.columns < 2) return null;
  const least = seen.reduce((a, b) => Math.min(a, b));
  const greatest = seen.reduce((a, b) => Math.max(a, b));
  const width = (greatest - least) / steps || 1;
  const counts = Array.from({ length: steps }, () => ({ proteins: 0, observed: 0 }));
  means.forEach((mean, row) => {
    if (Number.isNaN(mean)) return;
    const bin = counts[Math.min(steps - 1, Math.floor((mean - least) / width))]!;
    bin.proteins += 1;
    for (let at = row * values.columns; at < (row + 1) * values.columns; at++)
      if (!Number.isNaN(values.values[at]!)) bin.observed += 1;
  });
  const relation = missingnessByAbundance(values, level);
  const fitted = Number.isFinite(relation.slope);
  return {
    verdict: relation.verdict,
    proteins: seen.length,
    slope: fitted ? relation.slope : null,
    bins: counts.flatMap(({ proteins, observed }, at) =>
      proteins === 0
        ? []
        : { mean: least + (at + 0.5) * width, proteins, observed: observed / (proteins * values.columns) },
    ),
    line: fitted
      ? Array.from({ length: linePoints + 1 }, (_, at) => {
          const mean = least + ((greatest - least) * at) / linePoints;
          return { mean, probability: detectionAt(relation, mean) };
        })
      : [],
  };
}

import type { DataSet } from "../data-sets.ts";
import { categoryOfGroup } from "../markers/assign.ts";
import { meanOver } from "../mean-over.ts";
import type { ProteomeParameters } from "../parameters.ts";

/** What a protein is to a vesicle preparation. */
export type RankKind = "marker" | "contaminant" | "producer";

export interface RankedProtein {
  /** Gene where there is one, else the row's name. */
  readonly name: string;
  readonly rank: number;
  /** log2. */
  readonly mean: number;
  /** MISEV category 1 or 2a, category 3 or 4, or marked as a contaminant by the producer. */
  readonly kind: RankKind;
}

export interface RankOverview {
  /** Null where no conditions are recorded: all samples together. */
  readonly condition: string | null;
  readonly samples: number;
  readonly proteins: number;
  /** The course of the ranks, thinned; ends and all named proteins are exact. */
  readonly curve: readonly { readonly rank: number; readonly mean: number }[];
  readonly named: readonly RankedProtein[];
}

const curvePoints = 240;

/** Proteins of each condition by the mean log2 of what was observed, the most abundant first. */
export function rankOverview(
  { features, samples, values }: DataSet,
  { markers }: Pick<ProteomeParameters, "markers">,
  mostConditions: number,
): readonly RankOverview[] {
  const conditions = [...new Set(samples.map(({ row }) => row.condition || null))].filter(
    (one) => one !== null,
  );
  const groups = conditions.length === 0 ? [null] : conditions.slice(0, mostConditions);
  const kinds = features.map(({ genes, marks }): RankKind | null =>
    marks.includes("contaminant") ? "producer" : kindOf(categoryOfGroup(genes, markers).category),
  );
  return groups.flatMap((condition) => {
    const columns = [...samples.keys()].filter(
      (at) => condition === null || samples[at]!.row.condition === condition,
    );
    const means = meanOver(values, columns);
    const order = [...means.keys()]
      .filter((row) => !Number.isNaN(means[row]!))
      .sort((a, b) => means[b]! - means[a]! || a - b);
    if (order.length === 0) return [];
    const points = order.map((row, at) => ({ rank: at + 1, mean: means[row]! }));
    const last = points.length - 1;
    const every = Math.max(1, last / (curvePoints - 1));
    return {
      condition,
      samples: columns.length,
      proteins: order.length,
      curve: Array.from({ length: Math.floor(last / every) + 1 }, (_, at) => points[Math.round(at * every)]!),
      named: order.flatMap((row, at) => {
        const kind = kinds[row]!;
        const { genes, id } = features[row]!;
        return kind === null ? [] : { name: genes[0] ?? id, ...points[at]!, kind };
      }),
    };
  });
}

function kindOf(category: string | null): RankKind | null {
  if (category === null) return null;
  if (category.startsWith("1") || category === "2a") return "marker";
  return category.startsWith("3") || category.startsWith("4") ? "contaminant" : null;
}

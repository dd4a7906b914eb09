import { draft, featureNumbers, featureWords, type Step } from "../../../../kernel/index.ts";
import { overlapOf } from "../comparison/overlap.ts";
import type { DataSet } from "../data-sets.ts";
import { identityWords as words } from "./words.ts";

/** Conditions that can be told apart in one table. */
const mostConditions = 12;

/** Which proteins were found in which conditions (isolation methods, fractions); null for fewer than two, and where all have all. */
export function identifiedOverlap(dataSet: DataSet, from: string): Step | null {
  const { features, samples, values, name, qualifiers } = dataSet;
  const conditions = [...new Set(samples.flatMap(({ row }) => row.condition ?? []))];
  if (conditions.length < 2 || conditions.length > mostConditions) return null;
  const found = conditions.map((condition) => {
    const columns = samples.flatMap(({ row }, at) => (row.condition === condition ? at : []));
    const ids = features.flatMap(({ id, marks }, row) =>
      !marks.includes("decoy") &&
      columns.some((at) => !Number.isNaN(values.values[row * values.columns + at]!))
        ? id
        : [],
    );
    return { name: condition, ids };
  });
  const { counts, pairs, intersections, union } = overlapOf(found);
  if (counts.every(({ count }) => count === union)) return null;
  const labels = new Map(features.map(({ id, genes }) => [id, genes[0] ?? id]));
  return {
    key: `overlap:${name}`,
    operation: { id: "proteome.overlap", version: "1" },
    parameters: { conditions },
    inputs: [from],
    estimates: [
      draft("proteome.identifiedUnion", { level: "study" }, union, "1", { qualifiers }),
      ...counts.map(({ name: group, count }) =>
        draft("proteome.identified", { level: "group", group }, count, "1", { qualifiers }),
      ),
      ...pairs.flatMap(({ names, jaccard, shared }) =>
        Number.isNaN(jaccard)
          ? []
          : [
              draft("proteome.jaccard", { level: "group", group: names.join(" / ") }, jaccard, "1", {
                qualifiers,
              }),
              draft("proteome.identifiedShared", { level: "group", group: names.join(" / ") }, shared, "1", {
                qualifiers,
              }),
            ],
      ),
    ],
    tables: [
      {
        id: "proteome.overlap",
        name,
        subject: { level: "study" },
        title: words.overlap,
        description: words.overlapTold,
        columns: [
          featureWords(
            "conditions",
            words.conditions,
            intersections.map(({ names }) => names.join(" + ")),
          ),
          featureNumbers(
            "proteins",
            words.proteins,
            "1",
            intersections.map(({ ids }) => ids.length),
          ),
          featureWords(
            "which",
            words.which,
            intersections.map(({ ids }) => ids.map((id) => labels.get(id)!).join(";")),
            false,
          ),
        ],
        assumptions: [],
        flags: [],
      },
    ],
  };
}

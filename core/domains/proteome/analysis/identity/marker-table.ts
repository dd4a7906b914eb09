import { draft, featureNumbers, featureWords, type Step } from "../../../../kernel/index.ts";
import type { DataSet } from "../data-sets.ts";
import { categoryOfGroup } from "../markers/assign.ts";
import { type Category, categories } from "../markers/categories.ts";
import { categoryVersions } from "../markers/versions.ts";
import { rowMeans } from "../matrix-parts.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { identityWords as words } from "./words.ts";

/** Markers of the protein categories that were found, with where each stands among all proteins; null without gene names. */
export function markersFound(dataSet: DataSet, { markers }: ProteomeParameters, from: string): Step | null {
  const { features, samples, values, name } = dataSet;
  if (features.every(({ genes }) => genes.length === 0)) return null;
  const means = rowMeans(values);
  const ranks = ranked(means);
  const found = features.flatMap((feature, row) => {
    if (feature.marks.includes("decoy") || Number.isNaN(means[row]!)) return [];
    const { category } = categoryOfGroup(feature.genes, markers);
    return category === null ? [] : [{ feature, row, category }];
  });
  found.sort(
    (a, b) =>
      categories.indexOf(a.category) - categories.indexOf(b.category) || ranks[a.row]! - ranks[b.row]!,
  );
  const seen = (row: number) => {
    let n = 0;
    for (let column = 0; column < samples.length; column++)
      if (!Number.isNaN(values.values[row * values.columns + column]!)) n += 1;
    return n;
  };
  const counts = new Map<Category, number>();
  for (const { category } of found) counts.set(category, (counts.get(category) ?? 0) + 1);
  return {
    key: `markers:${name}`,
    operation: { id: "proteome.markers", version: "1" },
    parameters: { markers },
    inputs: [from],
    estimates: categories.map((category) =>
      draft("proteome.markersFound", { level: "study" }, counts.get(category) ?? 0, "1", {
        qualifiers: { category, ...dataSet.qualifiers },
      }),
    ),
    tables:
      found.length === 0
        ? []
        : [
            {
              id: "proteome.markers",
              name,
              subject: { level: "study" },
              title: words.markers,
              description: {
                en: `${words.markersTold.en} ${categoryVersions[markers].note.en}`,
                ja: `${words.markersTold.ja}${categoryVersions[markers].note.ja}`,
              },
              columns: [
                featureWords(
                  "gene",
                  words.gene,
                  found.map(({ feature }) => feature.genes.join(";")),
                ),
                featureWords(
                  "category",
                  words.category,
                  found.map(({ category }) => category),
                ),
                featureNumbers(
                  "observed",
                  words.observed,
                  "1",
                  found.map(({ row }) => seen(row)),
                ),
                featureNumbers(
                  "meanLog2",
                  words.meanLog2,
                  "1",
                  found.map(({ row }) => means[row]!),
                ),
                featureNumbers(
                  "rank",
                  words.rank,
                  "1",
                  found.map(({ row }) => ranks[row]!),
                ),
                featureWords(
                  "feature",
                  words.feature,
                  found.map(({ feature }) => feature.id),
                  false,
                ),
              ],
              assumptions: [],
              flags: [],
            },
          ],
  };
}

/** Place of each value from the greatest, 1 first; NaN where there is no value. */
function ranked(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!));
  order.sort((a, b) => values[b]! - values[a]! || a - b);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  order.forEach((row, at) => {
    ranks[row] = at + 1;
  });
  return ranks;
}

import { isAccepted, portable } from "../../../kernel/index.ts";
import { maxLfq } from "../../../statistics/index.ts";
import type { Feature, QuantityLayer, QuantityMatrix } from "../measurement.ts";

export interface ProteinValues {
  readonly features: readonly Feature[];
  /** Features x runs, on the layer's scale. */
  readonly values: Float64Array;
  readonly rolledUp: "MaxLFQ" | "sum of counts" | null;
}

/** Proteins of a matrix: as the file has them, or of its peptides: MaxLFQ of intensities, sums of counts. */
export function proteinMatrix(
  { level, features }: QuantityMatrix,
  layer: QuantityLayer,
  runs: number,
): ProteinValues {
  if (level === "protein") return { features, values: layer.values, rolledUp: null };
  const groups = new Map<string, number>();
  const proteins: Feature[] = [];
  const groupOf = Int32Array.from(features, (feature) => {
    const id = feature.group ?? feature.proteins[0] ?? feature.id;
    const known = groups.get(id);
    if (known !== undefined) return known;
    groups.set(id, proteins.length);
    proteins.push({ ...feature, id });
    return proteins.length - 1;
  });
  if (layer.quantity !== "intensity")
    return {
      features: proteins,
      values: summed(layer.values, groupOf, proteins.length, runs),
      rolledUp: "sum of counts",
    };
  const logs =
    layer.scale === "log2"
      ? layer.values
      : layer.values.map((value) => (value > 0 ? portable.log2(value) : Number.NaN));
  const profiles = maxLfq({ rows: features.length, columns: runs, values: logs }, groupOf);
  if (!isAccepted(profiles)) {
    const values = new Float64Array(proteins.length * runs).fill(Number.NaN);
    return { features: proteins, values, rolledUp: "MaxLFQ" };
  }
  const { values } = profiles.value.data;
  const scaled = layer.scale === "log2" ? values : values.map((value) => portable.pow(2, value));
  return { features: proteins, values: scaled, rolledUp: "MaxLFQ" };
}

function summed(values: Float64Array, groupOf: Int32Array, groups: number, runs: number): Float64Array {
  const sums = new Float64Array(groups * runs).fill(Number.NaN);
  groupOf.forEach((group, row) => {
    for (let run = 0; run < runs; run++) {
      const value = values[row * runs + run]!;
      if (Number.isNaN(value)) continue;
      const at = group * runs + run;
      sums[at] = Number.isNaN(sums[at]!) ? value : sums[at]! + value;
    }
  });
  return sums;
}

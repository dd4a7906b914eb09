import type { Issue } from "../../../../kernel/index.ts";
import type { QuantityLayer } from "../../measurement.ts";
import { quantityIssues } from "../issues.ts";
import type { Growing } from "./growing.ts";
import type { LongMatrix } from "./long.ts";
import { leaveOut, type Tally } from "./tally.ts";

/** Cells of a matrix in the order of the file's rows. */
export interface Cells {
  readonly feature: Growing<Int32Array<ArrayBuffer>>;
  readonly run: Growing<Int32Array<ArrayBuffer>>;
  readonly line: Growing<Int32Array<ArrayBuffer>>;
  readonly values: readonly Growing<Float64Array<ArrayBuffer>>[];
}

/** The layers of a matrix from cells by row; second values are tallied, and those that should agree and do not are warned of. */
export function filled(
  matrix: LongMatrix,
  cells: Cells,
  features: number,
  runs: number,
  tally: Tally,
  issues: Issue[],
): QuantityLayer[] {
  const feature = cells.feature.all();
  const run = cells.run.all();
  const lines = cells.line.all();
  const counted = matrix.repeats === "counted";
  return matrix.layers.map(({ column: _, ...layer }, which) => {
    const given = cells.values[which]!.all();
    const values = new Float64Array(features * runs).fill(counted ? 0 : Number.NaN);
    const seen = new Uint8Array(counted ? 0 : features * runs);
    let differ = 0;
    let first = 0;
    for (let at = 0; at < given.length; at++) {
      const cell = feature[at]! * runs + run[at]!;
      const value = given[at]!;
      if (counted) values[cell]! += value;
      else if (seen[cell] === 0) {
        seen[cell] = 1;
        values[cell] = value;
      } else if (matrix.repeats === "agree") {
        if (!Object.is(values[cell], value) && differ++ === 0) first = lines[at]!;
      } else if (which === 0) leaveOut(tally, "second value for the same protein and run", lines[at]!);
    }
    if (differ > 0) {
      const parameters = { quantity: layer.name, count: differ, line: first };
      issues.push(quantityIssues.raise("proteome-values-disagree", parameters, { place: { line: first } }));
    }
    return { ...layer, values };
  });
}

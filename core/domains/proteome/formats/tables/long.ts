import { cellText, type Interner, interner, type Row } from "../../../../containers/delimited/index.ts";
import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import type { Feature, LeftOut, Quantities, QuantityLayer, QuantityMatrix } from "../../measurement.ts";
import { quantityIssues } from "../issues.ts";
import { growing } from "./growing.ts";
import { type OpenTable, scannerIssues } from "./header.ts";
import { type Cells, filled } from "./long-fill.ts";
import { runNames, twiceIssue } from "./names.ts";
import type { Draft } from "./proteins.ts";
import { rowLengths } from "./row-lengths.ts";
import { leaveOut, leftOutOf, newTally, quantityCell, signIssue, type Tally, tallyIssues } from "./tally.ts";
import { mostNumbers, newIds, rulesOf, tooLarge } from "./wide.ts";

/** A layer of a long table: its column, or -1 where rows are counted. */
export interface LongLayer extends Omit<QuantityLayer, "values"> {
  readonly column: number;
}

export interface LongMatrix {
  readonly level: QuantityMatrix["level"];
  /** Columns that together tell features apart. */
  readonly key: readonly number[];
  readonly layers: readonly LongLayer[];
  /** What several rows of one feature and run mean. */
  readonly repeats: "agree" | "second left out" | "counted";
  readonly feature: (row: Row) => Draft | LeftOut["reason"];
}

/** How a table of one row per feature and run is read. */
export interface LongPlan {
  /** Columns that together name a run. */
  readonly run: readonly number[];
  /** Whether runs are file paths, of which the base name is kept. */
  readonly paths?: boolean;
  readonly stated?: Readonly<Record<string, number>>;
  readonly missing: ReadonlySet<string>;
  /** Why the row is left out, if it is. */
  readonly refuses?: (row: Row, tally: Tally) => LeftOut["reason"] | null;
  readonly matrices: readonly LongMatrix[];
  /** The producer's q-value limit, for the sentence. */
  readonly limit?: number;
  /** Said by a person; found if not given. */
  readonly decimal?: "." | ",";
}

/** Reads the rows below the header in one pass; refuses with `proteome-run-twice`, `proteome-no-rows`, `proteome-too-large` or for decimal signs. */
export function readLong(table: OpenTable, plan: LongPlan): Result<Quantities> {
  const { scanner, bytes } = table;
  const { row } = scanner;
  const width = table.header.length;
  const needed = Math.max(...plan.run, ...plan.matrices.flatMap(({ key }) => key));
  const lengths = rowLengths(width, needed);
  const tally = newTally();
  const runKey = keyOf(bytes, plan.run);
  const written: string[] = [];
  const stated: Record<string, string>[] = [];
  const building = plan.matrices.map((matrix) => ({ ...newMatrix(bytes, matrix, plan), matrix }));
  while (scanner.next()) {
    if (!lengths.fits(row)) {
      leaveOut(tally, "line with another number of cells", row.line);
      continue;
    }
    const reason = plan.refuses?.(row, tally) ?? null;
    if (reason !== null) {
      leaveOut(tally, reason, row.line);
      continue;
    }
    lengths.note(row);
    const run = runKey.indexOf(row);
    if (run === written.length) {
      written.push(plan.run.map((column) => cellText(row, column)).join(" "));
      const said = Object.entries(plan.stated ?? {}).map(([name, at]) => [name, cellText(row, at)] as const);
      stated.push(Object.fromEntries(said.filter(([, value]) => value !== "" && value !== "NA")));
    }
    for (const one of building) one.add(row, run, tally);
  }
  const issues: Issue[] = [...scannerIssues(scanner), ...lengths.issues()];
  const runs = plan.paths ? runNames(written, issues) : written;
  const numbers = building.reduce(
    (sum, { features, matrix }) => sum + features.length * runs.length * matrix.layers.length,
    0,
  );
  if (numbers > mostNumbers) return tooLarge(numbers);
  const twice = twiceIssue(runs, plan.matrices[0]!.layers[0]!.name);
  if (twice !== null) return refused(twice, ...issues);
  const made = building.map(({ matrix, features, cells, ids }) => {
    const layers = filled(matrix, cells, features.length, runs.length, tally, issues);
    issues.push(...ids.issues());
    return { level: matrix.level, features, layers };
  });
  const doubled = plan.matrices.find(({ repeats }) => repeats === "second left out");
  issues.push(
    ...tallyIssues(tally, {
      expected: width,
      limit: plan.limit ?? 0,
      quantity: doubled?.layers[0]?.name ?? "",
    }),
  );
  const sign = signIssue(tally, plan.decimal);
  if (sign !== null) return refused(sign, ...issues);
  const matrices = made.filter(({ features }) => features.length > 0);
  if (matrices.length === 0) return refused(quantityIssues.raise("proteome-no-rows"), ...issues);
  const said = Object.fromEntries(runs.map((run, at) => [run, stated[at]!]));
  return accepted(
    { kind: "quantities", runs, stated: plan.stated ? said : {}, matrices, leftOut: leftOutOf(tally) },
    issues,
  );
}

function newMatrix(bytes: Uint8Array, matrix: LongMatrix, plan: LongPlan) {
  const key = keyOf(bytes, matrix.key);
  const features: Feature[] = [];
  /** Feature of a key, or -1 with a reason. */
  const known: number[] = [];
  const reasons = new Map<number, LeftOut["reason"]>();
  const ids = newIds();
  const rules = matrix.layers.map((layer) => rulesOf(layer, plan.missing));
  const cells: Cells = {
    feature: growing(Int32Array),
    run: growing(Int32Array),
    line: growing(Int32Array),
    values: matrix.layers.map(() => growing(Float64Array)),
  };
  return {
    features,
    cells,
    ids,
    add(row: Row, run: number, tally: Tally): void {
      const index = key.indexOf(row);
      if (index === known.length) {
        const draft = matrix.feature(row);
        if (typeof draft === "string") {
          reasons.set(index, draft);
          known.push(-1);
        } else {
          known.push(features.length);
          features.push({ ...draft, id: ids.unique(draft.id, row.line), line: row.line });
        }
      }
      const feature = known[index]!;
      if (feature < 0) {
        leaveOut(tally, reasons.get(index)!, row.line);
        return;
      }
      cells.feature.push(feature);
      cells.run.push(run);
      cells.line.push(row.line);
      for (let layer = 0; layer < rules.length; layer++) {
        const { column } = matrix.layers[layer]!;
        cells.values[layer]!.push(column < 0 ? 1 : quantityCell(row, column, rules[layer]!, tally));
      }
    },
  };
}

/** Numbers combinations of cells in the order in which they are first seen. */
function keyOf(bytes: Uint8Array, columns: readonly number[]): { indexOf(row: Row): number } {
  const parts: Interner[] = columns.map(() => interner(bytes));
  const pairs = columns.slice(1).map(() => new Map<number, number>());
  return {
    indexOf(row) {
      let index = parts[0]!.indexOf(row, columns[0]!);
      for (let at = 1; at < parts.length; at++) {
        const pair = index * 2 ** 26 + parts[at]!.indexOf(row, columns[at]!);
        const map = pairs[at - 1]!;
        const known = map.get(pair);
        index = known ?? map.size;
        if (known === undefined) map.set(pair, index);
      }
      return index;
    },
  };
}

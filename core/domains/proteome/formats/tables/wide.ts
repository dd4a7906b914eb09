import type { Row } from "../../../../containers/delimited/index.ts";
import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import type { Feature, LeftOut, Quantities, QuantityLayer, QuantityMatrix } from "../../measurement.ts";
import { quantityIssues } from "../issues.ts";
import { type OpenTable, scannerIssues } from "./header.ts";
import { twiceIssue } from "./names.ts";
import type { Draft } from "./proteins.ts";
import { rowLengths } from "./row-lengths.ts";
import {
  type CellRules,
  leaveOut,
  leftOutOf,
  newTally,
  quantityCell,
  signIssue,
  tallyIssues,
} from "./tally.ts";

/** A layer and where it stands: a column for each run, -1 where a run has none. */
export interface WideLayer extends Omit<QuantityLayer, "values"> {
  readonly columns: readonly number[];
}

/** How a table of one row per feature is read. */
export interface WidePlan {
  readonly level: QuantityMatrix["level"];
  readonly runs: readonly string[];
  readonly stated?: Quantities["stated"];
  readonly layers: readonly WideLayer[];
  readonly missing: ReadonlySet<string>;
  /** The row's feature, why it is left out, or null where the row is not of this table. */
  readonly feature: (row: Row) => Draft | LeftOut["reason"] | null;
  /** Cells of a row; the header's count if not given. */
  readonly width?: number;
  /** Said by a person; found if not given. */
  readonly decimal?: "." | ",";
}

/** Most numbers that a file may hold: half a gigabyte. */
export const mostNumbers = 60_000_000;

/** Reads the rows below the header; refuses with `proteome-run-twice`, `proteome-no-rows`, `proteome-too-large` or for decimal signs. */
export function readWide(table: OpenTable, plan: WidePlan): Result<Quantities> {
  const { scanner } = table;
  const runs = plan.runs.length;
  const twice = twiceIssue(plan.runs, plan.layers[0]?.name ?? "");
  if (twice !== null) return refused(twice);
  const width = plan.width ?? table.header.length;
  const tally = newTally();
  const features: Feature[] = [];
  const ids = newIds();
  const lengths = rowLengths(width);
  const rules = plan.layers.map((layer) => rulesOf(layer, plan.missing));
  /** A row has at most as many. */
  const numbers = runs * plan.layers.length;
  let capacity = Math.max(1, Math.min(64, Math.floor(2 ** 20 / numbers)));
  let values = plan.layers.map(() => new Float64Array(capacity * runs));
  while (scanner.next()) {
    const { row } = scanner;
    const draft = plan.feature(row);
    if (draft === null) continue;
    if (!lengths.fits(row)) {
      leaveOut(tally, "line with another number of cells", row.line);
    } else if (typeof draft === "string") leaveOut(tally, draft, row.line);
    else {
      lengths.note(row);
      if (features.length === capacity) {
        const more = Math.min(2 * capacity, Math.ceil(mostNumbers / numbers));
        if (more <= capacity) return tooLarge(capacity * numbers);
        capacity = more;
        values = values.map((old) => larger(old, capacity * runs));
      }
      const offset = features.length * runs;
      for (let layer = 0; layer < values.length; layer++) {
        const { columns } = plan.layers[layer]!;
        for (let run = 0; run < runs; run++) {
          const column = columns[run]!;
          values[layer]![offset + run] =
            column < 0 ? Number.NaN : quantityCell(row, column, rules[layer]!, tally);
        }
      }
      features.push({ ...draft, id: ids.unique(draft.id, row.line), line: row.line });
    }
  }
  const issues = [...scannerIssues(scanner), ...tallyIssues(tally, { expected: width }), ...ids.issues()];
  issues.push(...lengths.issues());
  const sign = signIssue(tally, plan.decimal);
  if (sign !== null) return refused(sign, ...issues);
  if (features.length === 0) return refused(quantityIssues.raise("proteome-no-rows"), ...issues);
  const layers = plan.layers.map(({ columns: _, ...layer }, at) => ({
    ...layer,
    values: values[at]!.slice(0, features.length * runs),
  }));
  const matrices = [{ level: plan.level, features, layers }];
  const stated = plan.stated ?? {};
  return accepted(
    { kind: "quantities", runs: plan.runs, stated, matrices, leftOut: leftOutOf(tally) },
    issues,
  );
}

export function rulesOf(layer: Omit<QuantityLayer, "values">, missing: ReadonlySet<string>): CellRules {
  return { scale: layer.scale, zeroIsMissing: layer.missing === "zero", missing };
}

export function tooLarge(size: number) {
  return refused(quantityIssues.raise("proteome-too-large", { size, limit: mostNumbers }));
}

function larger(old: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(size);
  more.set(old);
  return more;
}

/** Keeps ids unique: a later row with a known id gets a number behind it. */
export function newIds() {
  const seen = new Map<string, number>();
  let count = 0;
  let first = { id: "", line: 0 };
  return {
    unique(id: string, line: number): string {
      const before = seen.get(id);
      if (before === undefined) {
        seen.set(id, 1);
        return id;
      }
      if (count++ === 0) first = { id, line };
      let number = before + 1;
      while (seen.has(`${id} (${number})`)) number++;
      seen.set(id, number);
      seen.set(`${id} (${number})`, 1);
      return `${id} (${number})`;
    },
    issues(): Issue[] {
      if (count === 0) return [];
      const place = { place: { line: first.line } };
      return [quantityIssues.raise("proteome-feature-twice", { count, ...first }, place)];
    },
  };
}

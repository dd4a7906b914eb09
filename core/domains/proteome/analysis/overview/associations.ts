import { isAccepted } from "../../../../kernel/index.ts";
import { cramersV, explainedBy, type Factor, type Matrix } from "../../../../statistics/index.ts";
import { cellsOf, type RecordedColumn } from "./recorded.ts";

/** How strongly two columns of the sheet are tied, 0 to 1; null where it cannot be told. */
export interface ColumnPair {
  readonly first: string;
  readonly second: string;
  readonly strength: number | null;
  /** Cramer's V of categories, eta of a number between categories, the size of Pearson's r of numbers. */
  readonly measure: "V" | "eta" | "r";
  /** Samples that have both. */
  readonly samples: number;
}

/** Every two recorded columns, each pair once. */
export function columnPairs(columns: readonly RecordedColumn[]): readonly ColumnPair[] {
  return columns.flatMap((first, at) => columns.slice(at + 1).map((second) => pairOf(first, second)));
}

function pairOf(first: RecordedColumn, second: RecordedColumn): ColumnPair {
  const numeric = [first, second].filter(({ factor }) => isNumeric(factor));
  const samples = Array.from(first.factor.codes).filter(
    (code, at) => code >= 0 && second.factor.codes[at]! >= 0,
  ).length;
  const base = { first: first.name, second: second.name, samples };
  if (numeric.length === 0)
    return { ...base, measure: "V", strength: finite(cramersV(tableOf(first.factor, second.factor))) };
  const [number] = numeric as [RecordedColumn];
  const other = number === first ? second : first;
  const measure = numeric.length === 2 ? "r" : "eta";
  return { ...base, measure, strength: rootOfShare(number.factor, other.factor) };
}

function isNumeric({ kind }: Factor): boolean {
  return kind === "numeric" || kind === "date";
}

function tableOf(one: Factor, two: Factor): number[][] {
  const counts = one.levels.map(() => two.levels.map(() => 0));
  one.codes.forEach((code, at) => {
    const other = two.codes[at]!;
    if (code >= 0 && other >= 0) counts[code]![other]! += 1;
  });
  return counts;
}

/** eta² and r² are both the share of the number's variance that the other column explains. */
function rootOfShare(number: Factor, other: Factor): number | null {
  const known = Array.from(number.numbers.keys()).filter((at) => !Number.isNaN(number.numbers[at]!));
  const values = Float64Array.from(known, (at) => number.numbers[at]!);
  const cells = cellsOf(other);
  const scores: Matrix = { rows: known.length, columns: 1, values };
  const picked =
    cells instanceof Float64Array
      ? Float64Array.from(known, (at) => cells[at]!)
      : known.map((at) => cells[at]!);
  const found = explainedBy(scores, picked);
  return isAccepted(found) ? finite(Math.sqrt(found.value[0]!.share)) : null;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

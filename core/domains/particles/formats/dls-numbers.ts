import type { Issue } from "../../../kernel/index.ts";
import type { Stated } from "../measurement.ts";
import { dlsIssues } from "./dls-issues.ts";

export type DecimalSign = "." | ",";

const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const withPoint = /^[+-]?\d*\.\d+(?:[eE][+-]?\d+)?$/;
const withComma = /^[+-]?\d+,(\d+)(?:[eE][+-]?\d+)?$/;
/** Doubles print with at most 767 significant digits; a longer cell is damage. */
const longestNumber = 1100;
const absent = /^(?:|n\/?a|nan|-{1,3}|–|—)$/i;

/**
 * Decimal sign of a file from all its cells. Points and commas in one file, or commas that could all part thousands,
 * give `dls-decimal-ambiguous` and the point, so that numbers with a comma are left out rather than misread.
 */
export function decimalSignOf(cells: Iterable<string>): { sign: DecimalSign; issues: readonly Issue[] } {
  let points = 0;
  let commas = 0;
  let thousands = 0;
  let example = "";
  for (const cell of cells) {
    const comma = withComma.exec(cell);
    if (withPoint.test(cell)) points++;
    if (comma === null) continue;
    commas++;
    if (example === "") example = cell;
    if (comma[1]!.length === 3 && !/^[+-]?0,/.test(cell) && !/e/i.test(cell)) thousands++;
  }
  if (commas === 0) return { sign: ".", issues: [] };
  if (points === 0 && thousands < commas) return { sign: ",", issues: [] };
  return { sign: ".", issues: [dlsIssues.raise("dls-decimal-ambiguous", { example })] };
}

/** The finite number of a cell; null where the cell says that there is none; undefined where it is not readable as a number. */
export function numberOf(cell: string, sign: DecimalSign): number | null | undefined {
  if (cell.length > longestNumber) return undefined;
  if (absent.test(cell)) return null;
  const written = sign === "," ? (cell.includes(".") ? "" : cell.replace(",", ".")) : cell;
  if (!plain.test(written)) return undefined;
  const value = Number(written);
  return Number.isFinite(value) ? value : undefined;
}

/** Counts like issues, so that a file with a thousand bad cells says so once for each column, with the first line. */
export interface Tally {
  unreadable(column: string, cell: string, line: number): void;
  issues(): readonly Issue[];
}

export function tallyUnreadable(): Tally {
  const seen = new Map<string, { cell: string; line: number; count: number }>();
  return {
    unreadable(column, cell, line) {
      const known = seen.get(column);
      if (known !== undefined) known.count++;
      else if (seen.size < 50) seen.set(column, { cell, line, count: 1 });
    },
    issues() {
      return [...seen].map(([column, { cell, line, count }]) =>
        dlsIssues.raise(
          "dls-number-unreadable",
          { column, cell: cell.slice(0, 40), line, count },
          { place: { line, key: column } },
        ),
      );
    },
  };
}

/** The number that a cell states, in `unit`; null where there is none or it cannot be read (told to `tally`). */
export function statedOf(
  cell: string,
  column: string,
  unit: string,
  line: number,
  sign: DecimalSign,
  tally: Tally,
): Stated | null {
  const value = numberOf(cell, sign);
  if (value === undefined) tally.unreadable(column, cell, line);
  return value === undefined || value === null ? null : { value, unit, printed: cell, line };
}

import { parseDecimal } from "./decimal.ts";

/** Where a table of numbers stands: rows follow each other from `start`, the first one is line `line`. */
export interface TableAt {
  readonly start: number;
  readonly line: number;
  readonly rows: number;
}

export interface NumberTable {
  /** One array for each column asked for; a cell that is not a number is NaN. */
  readonly columns: readonly Float64Array[];
  /** First line with a cell that is not a number, by column; 0 where all are. */
  readonly unreadable: readonly number[];
  /** Lines whose number of cells differs from `cells`, and the first of them. */
  readonly uneven: { readonly rows: number; readonly line: number };
}

/**
 * The first `columns` columns of a table without quotes, straight to doubles; `cells` is how many cells its header has.
 * `delimiter` and `point` are character codes.
 */
export function readNumberTable(
  text: string,
  at: TableAt,
  columns: number,
  cells: number,
  delimiter: number,
  point: number,
): NumberTable {
  const values = Array.from({ length: columns }, () => new Float64Array(at.rows));
  const unreadable = new Array<number>(columns).fill(0);
  let uneven = 0;
  let unevenLine = 0;
  let position = at.start;
  for (let row = 0; row < at.rows; row++) {
    const feed = text.indexOf("\n", position);
    const end = feed < 0 ? text.length : feed;
    let count = 0;
    let from = position;
    for (let to = position; to <= end; to++) {
      if (to !== end && text.charCodeAt(to) !== delimiter) continue;
      if (count < columns) {
        const value = parseDecimal(text, from, to, point);
        values[count]![row] = value;
        if (Number.isNaN(value) && unreadable[count] === 0) unreadable[count] = at.line + row;
      }
      count++;
      from = to + 1;
    }
    for (let column = count; column < columns; column++) {
      values[column]![row] = Number.NaN;
      if (unreadable[column] === 0) unreadable[column] = at.line + row;
    }
    if (count !== cells) {
      uneven++;
      if (unevenLine === 0) unevenLine = at.line + row;
    }
    position = end + 1;
  }
  return { columns: values, unreadable, uneven: { rows: uneven, line: unevenLine } };
}

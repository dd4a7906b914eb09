/** The first cell in which two tables differ. */
export interface CellDifference {
  /** Name of the table inside the file; empty where the file is one table. */
  readonly table: string;
  /** Counted from 1 below the heads; 0 for the heads. */
  readonly row: number;
  /** First cell of the row. */
  readonly key: string;
  /** Head of the column. */
  readonly column: string;
  /** Undefined where the table has no such row. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const comma = 44;
const quote = 34;
const lineFeed = 10;

/**
 * Where `after` leaves `before`, both CSV as `csvTable` writes it: by row and column. Null where no cell tells it: the
 * bytes are the same, or a row has another number of cells than the heads.
 */
export function firstCellDifference(before: Uint8Array, after: Uint8Array): CellDifference | null {
  let row = 0;
  let start = 0;
  let isQuoted = false;
  let at = 0;
  for (; at < before.length && before[at] === after[at]; at++) {
    if (before[at] === quote) isQuoted = !isQuoted;
    else if (before[at] === lineFeed && !isQuoted) {
      row++;
      start = at + 1;
    }
  }
  if (at === before.length && at === after.length) return null;
  const heads = recordAt(before, 0);
  const [own, other] = [recordAt(before, start), recordAt(after, start)];
  const shown = own.length > 0 ? own : other;
  const [first = "", second = ""] = shown;
  const isNamed = heads[0] === "table";
  const place = { table: isNamed && row > 0 ? first : "", row, key: isNamed ? second : first };
  if (own.length === 0 || other.length === 0) {
    if (shown.length !== heads.length) return null;
    const all = shown.join(", ");
    const [was, is] = own.length === 0 ? [undefined, all] : [all, undefined];
    return { ...place, column: heads.join(", "), before: was, after: is };
  }
  if (own.length !== heads.length || other.length !== heads.length) return null;
  const column = own.findIndex((cell, index) => cell !== other[index]);
  if (column < 0) return null;
  return { ...place, column: heads[column]!, before: own[column]!, after: other[column]! };
}

/** Cells of the record that begins at a byte, as they are read; none at the end of the file. */
function recordAt(bytes: Uint8Array, start: number): string[] {
  const cells: string[] = [];
  let from = start;
  let isQuoted = false;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) isQuoted = !isQuoted;
    if (isQuoted || (byte !== comma && byte !== lineFeed)) continue;
    cells.push(cellText(bytes.subarray(from, at)));
    if (byte === lineFeed) return cells;
    from = at + 1;
  }
  return start < bytes.length ? [...cells, cellText(bytes.subarray(from))] : cells;
}

function cellText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes).replace(/\r$/, "");
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

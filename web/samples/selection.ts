/** A cell by row and column, from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** The active cell and the opposite corner of the range that is selected with it. */
export interface Selection {
  readonly active: Spot;
  readonly head: Spot;
}

/** Rows and columns of a range, both ends included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export function at(row: number, column: number): Selection {
  return { active: { row, column }, head: { row, column } };
}

export function rangeOf({ active, head }: Selection): Range {
  return {
    top: Math.min(active.row, head.row),
    bottom: Math.max(active.row, head.row),
    left: Math.min(active.column, head.column),
    right: Math.max(active.column, head.column),
  };
}

export function isOneCell({ active, head }: Selection): boolean {
  return active.row === head.row && active.column === head.column;
}

/** The selection inside a sheet of that size; at least its first cell. */
export function within({ active, head }: Selection, size: Size): Selection {
  return { active: spotWithin(active, size), head: spotWithin(head, size) };
}

function spotWithin({ row, column }: Spot, { rows, columns }: Size): Spot {
  const inside = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));
  return { row: inside(row, rows), column: inside(column, columns) };
}

export type Step =
  | "up"
  | "down"
  | "left"
  | "right"
  | "page up"
  | "page down"
  | "row start"
  | "row end"
  | "first"
  | "last"
  | "top"
  | "bottom";

/** The cell that a step leads to; the sheet's edges hold. */
export function stepped({ row, column }: Spot, step: Step, size: Size, page: number): Spot {
  const targets: Readonly<Record<Step, Spot>> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    "page up": { row: row - page, column },
    "page down": { row: row + page, column },
    "row start": { row, column: 0 },
    "row end": { row, column: size.columns - 1 },
    first: { row: 0, column: 0 },
    last: { row: size.rows - 1, column: size.columns - 1 },
    top: { row: 0, column },
    bottom: { row: size.rows - 1, column },
  };
  return spotWithin(targets[step], size);
}

/** The next or the last cell in reading order; null past the sheet's ends. */
export function tabbed({ row, column }: Spot, back: boolean, size: Size): Spot | null {
  const place = row * size.columns + column + (back ? -1 : 1);
  if (place < 0 || place >= size.rows * size.columns) return null;
  return { row: Math.floor(place / size.columns), column: place % size.columns };
}

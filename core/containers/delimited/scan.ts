/** The row that a scanner stands on: byte positions of its cells, without quotes. Reused for every row. */
export interface Row {
  readonly bytes: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  /** 1 where a quoted cell holds doubled quotes. */
  doubled: Uint8Array;
  count: number;
  /** Line of the row's first cell, from 1. */
  line: number;
}

export interface Scanner {
  readonly row: Row;
  /** Goes to the next row that is not blank; false at the end. */
  next(): boolean;
  /** Cells that begin with a quote which nothing closes: taken as they stand, with the quote. */
  readonly openQuotes: { count: number; line: number };
  /** Whether the last line has a line end; known at the end. */
  readonly ended: boolean;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Walks over the rows of a delimited table (RFC 4180) in UTF-8 `bytes` without making a string: memory of one row.
 * A quote matters only at a cell's beginning, and only where its closing quote ends the cell. Takes linear time: a quote
 * that closes nothing is looked past at most once, since all quotes after it up to the next such are doubled.
 */
export function scanRows(bytes: Uint8Array, delimiter: number, from = 0): Scanner {
  const size = bytes.length;
  const row: Row = {
    bytes,
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    doubled: new Uint8Array(64),
    count: 0,
    line: 0,
  };
  const openQuotes = { count: 0, line: 0 };
  let at = from;
  let line = 1;
  let ended = size === 0 || bytes[size - 1] === LF;
  for (let i = 0; i < from; i++) if (bytes[i] === LF) line++;

  /** Position after the closing quote, or -1. */
  function closing(start: number): number {
    let doubled = 0;
    for (let i = start + 1; i < size; i++) {
      if (bytes[i] !== QUOTE) continue;
      const after = bytes[i + 1];
      if (after === QUOTE) {
        doubled = 1;
        i++;
        continue;
      }
      const ends =
        i + 1 === size || after === delimiter || after === LF || (after === CR && bytes[i + 2] === LF);
      if (!ends) return -1;
      row.doubled[row.count] = doubled;
      return i + 1;
    }
    return -1;
  }

  function grow(): void {
    const more = row.starts.length * 2;
    const starts = new Int32Array(more);
    const ends = new Int32Array(more);
    const doubled = new Uint8Array(more);
    starts.set(row.starts);
    ends.set(row.ends);
    doubled.set(row.doubled);
    row.starts = starts;
    row.ends = ends;
    row.doubled = doubled;
  }

  function readRow(): void {
    row.count = 0;
    row.line = line;
    for (;;) {
      if (row.count === row.starts.length) grow();
      const cell = row.count;
      row.doubled[cell] = 0;
      let stop = at < size && bytes[at] === QUOTE ? closing(at) : -1;
      if (stop >= 0) {
        row.starts[cell] = at + 1;
        row.ends[cell] = stop - 1;
        for (let i = at; i < stop; i++) if (bytes[i] === LF) line++;
        if (bytes[stop] === CR) stop++;
      } else {
        if (at < size && bytes[at] === QUOTE) {
          if (openQuotes.count++ === 0) openQuotes.line = line;
        }
        stop = at;
        while (stop < size && bytes[stop] !== delimiter && bytes[stop] !== LF) stop++;
        const isLast = stop === size || bytes[stop] === LF;
        row.starts[cell] = at;
        row.ends[cell] = isLast && stop > at && bytes[stop - 1] === CR ? stop - 1 : stop;
      }
      row.count++;
      at = stop + 1;
      if (stop >= size || bytes[stop] === LF) {
        if (stop < size) line++;
        return;
      }
      if (at === size) ended = false;
    }
  }

  return {
    row,
    openQuotes,
    get ended() {
      return ended;
    },
    next() {
      while (at < size) {
        readRow();
        if (row.count > 1 || row.ends[0]! > row.starts[0]!) return true;
      }
      return false;
    },
  };
}

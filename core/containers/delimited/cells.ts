import type { Row } from "./scan.ts";

const decoder = new TextDecoder();

/** Text of a cell without blanks around it; empty where the row has no such cell. */
export function cellText(row: Row, cell: number): string {
  if (cell < 0 || cell >= row.count) return "";
  const text = decoder.decode(row.bytes.subarray(row.starts[cell]!, row.ends[cell]!));
  return (row.doubled[cell] === 1 ? text.replaceAll('""', '"') : text).trim();
}

/** Texts of all cells of the row. */
export function rowTexts(row: Row): string[] {
  return Array.from({ length: row.count }, (_, cell) => cellText(row, cell));
}

/** Which decimal signs the cells of a file have. */
export interface DecimalSigns {
  points: number;
  commas: number;
  /** Commas with other than three digits after them: no thousands separators. */
  plainCommas: number;
  pointLine: number;
  commaLine: number;
}

export function noSigns(): DecimalSigns {
  return { points: 0, commas: 0, plainCommas: 0, pointLine: 0, commaLine: 0 };
}

const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const grammar = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const longestNumber = 1100;

/**
 * The decimal number in a cell, or NaN; point and comma are both taken as decimal sign and counted in `signs`. Bit for
 * bit what `Number` gives: up to 15 digits and a power of ten up to 22 need one correctly rounded operation
 * (Clinger 1990, doi:10.1145/93548.93557), all else goes to `Number`.
 */
export function cellNumber(row: Row, cell: number, signs: DecimalSigns): number {
  if (cell < 0 || cell >= row.count) return Number.NaN;
  const { bytes } = row;
  let at = row.starts[cell]!;
  let stop = row.ends[cell]!;
  while (at < stop && bytes[at] === 32) at++;
  while (stop > at && bytes[stop - 1] === 32) stop--;
  const from = at;
  const negative = bytes[at] === 45;
  if (negative || bytes[at] === 43) at++;
  let mantissa = 0;
  let digits = 0;
  let scale = 0;
  let sign = 0;
  for (; at < stop; at++) {
    const code = bytes[at]!;
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      digits++;
      if (sign !== 0) scale++;
    } else if ((code === 46 || code === 44) && sign === 0) sign = code;
    else break;
  }
  if (digits === 0) return Number.NaN;
  let exponent = 0;
  if (at < stop) {
    if ((bytes[at]! | 32) !== 101) return Number.NaN;
    at++;
    const down = bytes[at] === 45;
    if (down || bytes[at] === 43) at++;
    if (at === stop) return Number.NaN;
    for (; at < stop; at++) {
      const code = bytes[at]!;
      if (code < 48 || code > 57) return Number.NaN;
      exponent = Math.min(99_999, exponent * 10 + (code - 48));
    }
    if (down) exponent = -exponent;
  }
  if (sign === 46 && signs.points++ === 0) signs.pointLine = row.line;
  if (sign === 44) {
    if (signs.commas++ === 0) signs.commaLine = row.line;
    if (scale !== 3) signs.plainCommas++;
  }
  const shift = exponent - scale;
  if (digits <= 15 && shift >= -22 && shift <= 22) {
    const value = shift < 0 ? mantissa / powers[-shift]! : mantissa * powers[shift]!;
    return negative ? -value : value;
  }
  return slowly(bytes, from, stop);
}

function slowly(bytes: Uint8Array, from: number, stop: number): number {
  if (stop - from > longestNumber) return Number.NaN;
  const text = decoder.decode(bytes.subarray(from, stop)).replace(",", ".");
  return grammar.test(text) ? Number(text) : Number.NaN;
}

import { portable } from "../../../../kernel/index.ts";

/** Powers of ten that a double holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const grammar = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

const ZERO = 48;
const NINE = 57;

/**
 * The decimal number written in `text` from `start` to `end`, blanks around it allowed, or NaN where it is not one;
 * `point` is the character code of the decimal sign. Bit for bit what `Number` gives: up to 15 digits and a power of
 * ten up to 22 need one correctly rounded operation (Clinger 1990, doi:10.1145/93548.93557); all else goes to `Number`.
 */
export function parseDecimal(text: string, start: number, end: number, point = 46): number {
  let at = start;
  let stop = end;
  while (at < stop && isBlank(text.charCodeAt(at))) at++;
  while (stop > at && isBlank(text.charCodeAt(stop - 1))) stop--;
  const from = at;
  let mantissa = 0;
  let digits = 0;
  let scale = 0;
  let code = text.charCodeAt(at);
  while (at < stop && code >= ZERO && code <= NINE) {
    mantissa = mantissa * 10 + (code - ZERO);
    digits++;
    code = text.charCodeAt(++at);
  }
  if (at < stop && code === point) {
    code = text.charCodeAt(++at);
    while (at < stop && code >= ZERO && code <= NINE) {
      mantissa = mantissa * 10 + (code - ZERO);
      digits++;
      scale++;
      code = text.charCodeAt(++at);
    }
  }
  if (at === stop && digits > 0 && digits <= 15) return scale === 0 ? mantissa : mantissa / powers[scale]!;
  return parseSlowly(text.slice(from, stop), point);
}

/** Space, tab, carriage return; another control character is damage, not a blank. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

/** Doubles print with at most 767 significant digits; a longer token is damage. */
const longestNumber = 1100;

function parseSlowly(token: string, point: number): number {
  if (token.length > longestNumber) return Number.NaN;
  const sign = String.fromCharCode(point);
  if (sign !== "." && token.includes(".")) return Number.NaN;
  const plain = sign === "." ? token : token.replace(sign, ".");
  if (!grammar.test(plain)) return Number.NaN;
  const value = Number(plain);
  return Number.isFinite(value) ? value : Number.NaN;
}

/** The number that a cell holds, or NaN: decimal digits only, no words, no thousands separators, no hexadecimals. */
export function parseCell(cell: string, point = 46): number {
  return parseDecimal(cell, 0, cell.length, point);
}

/** Half a unit in the last place that `printed` shows, or at least of `leastDigits` significant digits. */
export function printedTolerance(printed: string, value: number, leastDigits: number): number {
  if (value === 0) return 0;
  const mantissa = printed.replace(/[eE].*$/, "").replace(/\D/g, "");
  let length = mantissa.length;
  while (length > 0 && mantissa[length - 1] === "0") length--;
  const digits = Math.max(leastDigits, length - mantissa.search(/[1-9]|$/));
  return 0.5 * portable.pow(10, Math.floor(portable.log10(Math.abs(value))) - digits + 1);
}

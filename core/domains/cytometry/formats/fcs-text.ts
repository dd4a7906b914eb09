import { ascii } from "./fcs-header.ts";

/** Keywords and values of one TEXT segment, in the file's order, and what was odd. */
export interface TextPairs {
  /** Upper case, without blanks around; never empty. */
  readonly keys: readonly string[];
  readonly values: readonly string[];
  /** The last keyword, where the segment does not end with its delimiter. */
  readonly open: string | null;
  /** The keyword at which reading had to begin anew. */
  readonly resumed: string | null;
  readonly latin: { readonly count: number; readonly key: string };
  /** More than `mostPairs`. */
  readonly tooMany: boolean;
}

export const mostPairs = 200_000;
const structural =
  /^\$(?:P\d+[BENRSGVLFTOD]|PAR|TOT|BYTEORD|DATATYPE|MODE|NEXTDATA|(?:BEGIN|END)(?:DATA|STEXT|ANALYSIS))$/i;

/**
 * Splits a TEXT segment, whose first byte is the delimiter. A doubled delimiter inside a value is that character; after
 * a keyword it is an empty value (CellQuest), since keywords hold no delimiter: so a run of n delimiters after a keyword
 * is, for odd n, a value that begins with (n - 1) / 2 of them, and for even n a value of (n - 2) / 2 of them. A value
 * that is itself a keyword of the layout shows that a value before it held a single delimiter: reading begins anew there.
 */
export function splitText(bytes: Uint8Array): TextPairs {
  const delimiter = bytes[0]!;
  const mark = String.fromCharCode(delimiter);
  const end = textEnd(bytes, delimiter);
  const keys: string[] = [];
  const values: string[] = [];
  const latin = { count: 0, key: "" };
  let open: string | null = null;
  let resumed: string | null = null;
  const run = (at: number) => {
    let next = at;
    while (next < end && bytes[next] === delimiter) next++;
    return next - at;
  };
  const find = (from: number) => {
    const at = bytes.indexOf(delimiter, from);
    return at < 0 || at > end ? end : at;
  };
  const plain = asAscii(bytes);
  const decode = (from: number, to: number, key: string) => {
    if (plain !== null) return plain.slice(from, to);
    const { text, isLatin } = decodeToken(bytes.subarray(from, to));
    if (isLatin && latin.count++ === 0) latin.key = key;
    return text;
  };
  let at = 1;
  while (at < end && keys.length <= mostPairs) {
    const keyEnd = find(at);
    const key = decode(at, keyEnd, `keyword ${keys.length + 1}`)
      .trim()
      .toUpperCase();
    if (keyEnd === end) {
      // one byte may be the first of DATA, where the end of TEXT is written exclusive
      if (end - at > 1) open = key;
      break;
    }
    if (key === "") {
      at = keyEnd + 1;
      continue;
    }
    const marks = run(keyEnd);
    at = keyEnd + marks;
    let value = mark.repeat(Math.floor((marks - 1) / 2));
    const start = at;
    while (marks % 2 === 1) {
      const valueEnd = find(at);
      value += decode(at, valueEnd, key);
      if (valueEnd === end) {
        open = key;
        at = end;
        break;
      }
      const closing = run(valueEnd);
      at = valueEnd + closing;
      value += mark.repeat(Math.floor((closing === 1 || at === end ? closing - 1 : closing) / 2));
      if (closing % 2 === 1 || at === end) break;
    }
    if (marks === 1 && structural.test(value)) {
      resumed ??= value;
      value = "";
      at = start;
    }
    keys.push(key);
    values.push(value);
  }
  return { keys, values, open, resumed, latin, tooMany: keys.length > mostPairs };
}

/** The end without the blanks, NULs and line ends that fill up the segment. */
function textEnd(bytes: Uint8Array, delimiter: number): number {
  let end = bytes.length;
  while (end > 1 && bytes[end - 1] !== delimiter && [0, 10, 13, 32].includes(bytes[end - 1]!)) end--;
  return bytes[end - 1] === delimiter ? end : bytes.length;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const latin1 = new TextDecoder("latin1");

/** All bytes as text where each is one ASCII character, else null. */
function asAscii(bytes: Uint8Array): string | null {
  try {
    const text = utf8.decode(bytes);
    return text.length === bytes.length ? text : null;
  } catch {
    return null;
  }
}

function decodeToken(bytes: Uint8Array): { readonly text: string; readonly isLatin: boolean } {
  if (bytes.every((byte) => byte < 128)) return { text: ascii(bytes), isLatin: false };
  try {
    return { text: utf8.decode(bytes), isLatin: false };
  } catch {
    return { text: latin1.decode(bytes), isLatin: true };
  }
}

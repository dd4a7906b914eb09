import type { FcsNotes } from "./fcs-notes.ts";

/** First and last byte of a segment, both inside it, counted from the data set's first byte. */
export interface Segment {
  readonly begin: number;
  readonly end: number;
}

export interface FcsHeader {
  /** `FCS3.1`. */
  readonly version: string;
  readonly text: Segment;
  /** Null where the HEADER leaves it to TEXT (0, blank or 99999999). */
  readonly data: Segment | null;
}

export const headerBytes = 58;
const versions = ["FCS2.0", "FCS3.0", "FCS3.1", "FCS3.2"];
/** Some software writes this, not 0, where an offset does not fit its 8 characters. */
const overflow = 99_999_999;

/** The ASCII characters of `bytes`; others as Latin-1. */
export function ascii(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = "";
  for (let at = from; at < to && at < bytes.length; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/** Whether `head` begins as an FCS data set of any version. */
export function isFcs(head: Uint8Array): boolean {
  return /^FCS\d\.\d/.test(ascii(head, 0, 6));
}

/**
 * The HEADER of the data set that begins at byte `base`. Gives `fcs-not-fcs`, `fcs-version-not-read`, `fcs-header-cut`,
 * `fcs-header-unreadable` and `fcs-offset-unreadable`. Source: FCS 3.0, section 3.1.
 */
export function readHeader(bytes: Uint8Array, base: number, notes: FcsNotes): FcsHeader | null {
  const version = ascii(bytes, 0, 6);
  if (!isFcs(bytes)) {
    const begin = ascii(bytes, 0, 10).replace(/[^ -~]/g, "?");
    return notes.refuse("fcs-not-fcs", { begin }, { byte: base });
  }
  if (!versions.includes(version)) return notes.refuse("fcs-version-not-read", { version }, { byte: base });
  if (bytes.length < headerBytes)
    return notes.refuse("fcs-header-cut", { bytes: bytes.length }, { byte: base + bytes.length });
  const [textBegin, textEnd, dataBegin, dataEnd] = [10, 18, 26, 34].map((at) => field(bytes, at));
  const words = ascii(bytes, 10, 26).trim();
  if (typeof textBegin !== "number" || typeof textEnd !== "number" || textBegin < headerBytes) {
    return notes.refuse("fcs-header-unreadable", { words }, { byte: base + 10 });
  }
  if (textEnd <= textBegin) return notes.refuse("fcs-header-unreadable", { words }, { byte: base + 10 });
  const text = { begin: textBegin, end: textEnd };
  for (const [value, at] of [
    [dataBegin, 26],
    [dataEnd, 34],
  ] as const) {
    if (typeof value !== "string") continue;
    notes.warn("fcs-offset-unreadable", { key: "HEADER", words: value }, { byte: base + at });
  }
  if (!isOffset(dataBegin) || dataEnd === overflow) return { version, text, data: null };
  return { version, text, data: { begin: dataBegin, end: isOffset(dataEnd) ? dataEnd : 0 } };
}

function isOffset(value: number | string | null | undefined): value is number {
  return typeof value === "number" && value > 0 && value !== overflow;
}

/** A number of 8 characters; null where blank, the words where it is none. */
function field(bytes: Uint8Array, at: number): number | string | null {
  const words = ascii(bytes, at, at + 8)
    .replaceAll("\0", " ")
    .trim();
  if (words === "") return null;
  return /^\d+$/.test(words) ? Number(words) : words;
}

import { bytesOf } from "../../../containers/blob-bytes.ts";
import type { FcsHeader } from "./fcs-header.ts";
import type { FcsNotes } from "./fcs-notes.ts";
import { mostPairs, splitText, type TextPairs } from "./fcs-text.ts";

/** TEXT of one data set, or of all together, is not read beyond this. */
export const mostTextBytes = 16 * 2 ** 20;

export type Keywords = ReadonlyMap<string, string>;

/** A keyword's value without blanks and NULs around; empty where it is absent. */
export function word(keywords: Keywords, key: string): string {
  const value = keywords.get(key) ?? "";
  return (value.includes("\0") ? value.replaceAll("\0", " ") : value).trim();
}

/** A keyword's value as a finite number; null where it is absent or none. */
export function decimal(keywords: Keywords, key: string): number | null {
  return asDecimal(word(keywords, key));
}

/** A decimal number in the form of FCS; null for anything else. */
export function asDecimal(words: string): number | null {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(words)) return null;
  const value = Number(words);
  return Number.isFinite(value) ? value : null;
}

/** A keyword's value as a whole number from 0 to 2^53 - 1; null where it is absent or none. */
export function whole(keywords: Keywords, key: string): number | null {
  const value = decimal(keywords, key);
  return value !== null && value >= 0 && Number.isSafeInteger(value) ? value : null;
}

/**
 * All keywords of the data set at byte `base`, whose first bytes are `head`: the primary TEXT, then what only a
 * supplemental TEXT has. `budget` is how many bytes of TEXT may still be read from this file. Null with `fcs-text-beyond-file`, `fcs-text-too-large` or
 * `fcs-text-empty`.
 */
export async function readKeywords(
  blob: Blob,
  base: number,
  head: Uint8Array,
  header: FcsHeader,
  budget: number,
  notes: FcsNotes,
): Promise<Map<string, string> | null> {
  const { begin, end } = header.text;
  const place = { byte: base + begin };
  if (base + end >= blob.size)
    return notes.refuse("fcs-text-beyond-file", { end: base + end, size: blob.size }, place);
  const length = end - begin + 1;
  const tooLarge = () =>
    notes.refuse("fcs-text-too-large", { bytes: length, limit: mostTextBytes, pairs: mostPairs }, place);
  if (length > budget) return tooLarge();
  const isThere = end < head.length;
  const pairs = splitText(
    isThere ? head.subarray(begin, end + 1) : await bytesOf(blob, base + begin, length),
  );
  if (pairs.tooMany) return tooLarge();
  if (pairs.keys.length === 0) return notes.refuse("fcs-text-empty", {}, place);
  const keywords = new Map<string, string>();
  merge(keywords, pairs, notes);
  tell(pairs, header, place.byte, notes);
  await readSupplement(blob, base, header, budget - length, keywords, notes);
  return keywords;
}

function merge(keywords: Map<string, string>, { keys, values }: TextPairs, notes: FcsNotes): void {
  keys.forEach((key, at) => {
    const [first, second] = [keywords.get(key), values[at]!];
    if (first === undefined) keywords.set(key, second);
    else if (first.trim() !== second.trim()) notes.warn("fcs-keyword-twice", { key, first, second }, { key });
  });
}

function tell(pairs: TextPairs, header: FcsHeader, byte: number, notes: FcsNotes): void {
  const { open, resumed, latin } = pairs;
  if (open !== null) notes.warn("fcs-text-not-ended", { key: open }, { byte, key: open });
  if (resumed !== null) notes.warn("fcs-text-unescaped", { key: resumed }, { byte, key: resumed });
  // FCS 2.0 and 3.0 define no letters beyond ASCII
  if (latin.count > 0 && header.version >= "FCS3.1")
    notes.warn("fcs-not-utf8", latin, { byte, key: latin.key });
}

/** Adds the keywords of a supplemental TEXT; some files point to the primary one (Accuri) or to another thing (CyFlow). */
async function readSupplement(
  blob: Blob,
  base: number,
  header: FcsHeader,
  budget: number,
  keywords: Map<string, string>,
  notes: FcsNotes,
): Promise<void> {
  const words = [word(keywords, "$BEGINSTEXT"), word(keywords, "$ENDSTEXT")] as const;
  if (words.every((one) => /^0*$/.test(one))) return;
  const [begin, end] = [whole(keywords, "$BEGINSTEXT"), whole(keywords, "$ENDSTEXT")];
  if (begin === header.text.begin && end === header.text.end) return;
  const ignore = () => {
    const place = { key: "$BEGINSTEXT", ...(begin === null ? {} : { byte: base + begin }) };
    notes.warn("fcs-stext-ignored", { begin: words[0], end: words[1] }, place);
  };
  if (begin === null || end === null || begin === 0 || end <= begin || base + end >= blob.size)
    return ignore();
  if (end - begin + 1 > budget) return ignore();
  const bytes = await bytesOf(blob, base + begin, end - begin + 1);
  const pairs = splitText(bytes);
  if (!looksLikeText(bytes) || pairs.keys.length === 0 || pairs.tooMany) return ignore();
  const before = new Map(keywords);
  pairs.keys.forEach((key, at) => {
    if (!before.has(key)) keywords.set(key, pairs.values[at]!);
  });
  tell(pairs, header, base + begin, notes);
}

/** The delimiter is no letter or digit, and the first keyword is printable ASCII that is closed by a delimiter. */
function looksLikeText(bytes: Uint8Array): boolean {
  const [delimiter] = bytes;
  if (delimiter === undefined || /[A-Za-z0-9]/.test(String.fromCharCode(delimiter))) return false;
  const end = bytes.indexOf(delimiter, 1);
  return end > 1 && bytes.subarray(1, end).every((byte) => byte >= 32 && byte < 127);
}

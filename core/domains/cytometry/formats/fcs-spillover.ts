import type { FcsChannel, Spillover } from "../measurement.ts";
import { asDecimal, type Keywords, word } from "./fcs-keywords.ts";
import type { FcsNotes } from "./fcs-notes.ts";

/** FCS 2.0 instruments had up to ten. */
const mostDetectors = 100;
const matrixKeys = ["$SPILLOVER", "SPILLOVER", "SPILL", "$SPILL"];

/**
 * The spillover that the file states; null where it states none that can be understood. Gives
 * `fcs-spillover-unreadable`, `fcs-spillover-unmatched` and `fcs-compensated-already`. Sources: FCS 3.1 `$SPILLOVER`
 * (n, names, rows of fluorochromes), FCS 3.0 `$COMP` (n x n in %, negative = subtracted, of the column from the row) and
 * FCS 2.0 `$DFCmTOn` (% of detector m subtracted from detector n).
 */
export function readSpillover(
  keywords: Keywords,
  channels: readonly FcsChannel[],
  notes: FcsNotes,
): Spillover | null {
  const key = matrixKeys.find((one) => word(keywords, one) !== "");
  if (key !== undefined) return readMatrix(key, word(keywords, key), channels, notes);
  if (word(keywords, "$COMP") !== "") return readComp(word(keywords, "$COMP"), channels, notes);
  return readDfc(keywords, channels, notes);
}

function readMatrix(
  keyword: string,
  words: string,
  channels: readonly FcsChannel[],
  notes: FcsNotes,
): Spillover | null {
  const parts = words.split(",").map((part) => part.trim());
  const n = Number(parts[0]);
  const place = { key: keyword };
  const unreadable = (expected: number) =>
    notes.refuse("fcs-spillover-unreadable", { key: keyword, parts: parts.length, expected }, place);
  if (!Number.isSafeInteger(n) || n < 1 || n > channels.length) return unreadable(channels.length);
  const names = parts.slice(1, n + 1);
  const values = numbers(parts.slice(n + 1), n * n);
  if (values === null) return unreadable(1 + n + n * n);
  const byNumber = names.every((name) => /^\d+$/.test(name) && !channels.some((one) => one.name === name));
  const found: number[] = [];
  for (const name of names) {
    const at = byNumber ? numbered(Number(name), channels) : named(name, channels);
    if (at < 0 || found.includes(at))
      return notes.refuse("fcs-spillover-unmatched", { key: keyword, words: name }, place);
    found.push(at);
  }
  const matrix = names.map((_, row) => values.slice(row * n, row * n + n));
  return { keyword, channels: found, matrix, applied: false };
}

/** `count` numbers; decimal commas (Accuri in some locales) split each number in two parts. */
function numbers(parts: readonly string[], count: number): number[] | null {
  const joined =
    parts.length === 2 * count && parts.every((part) => /^-?\d+$/.test(part))
      ? Array.from({ length: count }, (_, at) => `${parts[2 * at]}.${parts[2 * at + 1]}`)
      : parts;
  if (joined.length !== count) return null;
  const values = joined.map(asDecimal);
  return values.every((value) => value !== null) ? values : null;
}

function numbered(number: number, channels: readonly FcsChannel[]): number {
  return number >= 1 && number <= channels.length ? number - 1 : -1;
}

/** The one channel of this name, else of this label; -1 for none or several. */
function named(name: string, channels: readonly FcsChannel[]): number {
  const at = channels.findIndex((one) => one.name === name);
  if (at >= 0 || name === "") return at;
  const labelled = channels.flatMap((one, index) => (one.label === name ? [index] : []));
  return labelled.length === 1 ? labelled[0]! : -1;
}

function readComp(words: string, channels: readonly FcsChannel[], notes: FcsNotes): Spillover | null {
  const [size, ...rest] = words.split(",").map((part) => part.trim());
  const n = channels.length;
  const values = Number(size) === n ? numbers(rest, n * n) : null;
  const place = { key: "$COMP" };
  const isDiagonalFree = values !== null && channels.every((_, at) => values[at * n + at] === 0);
  if (values === null || !isDiagonalFree) {
    return notes.refuse(
      "fcs-spillover-unreadable",
      { key: "$COMP", parts: rest.length + 1, expected: 1 + n * n },
      place,
    );
  }
  if (values.every((value) => value === 0)) return null;
  notes.warn("fcs-compensated-already", { key: "$COMP" }, place);
  const matrix = channels.map((_, row) =>
    channels.map((_, column) => (row === column ? 1 : -values[column * n + row]! / 100 + 0)),
  );
  return { keyword: "$COMP", channels: channels.map((_, at) => at), matrix, applied: true };
}

function readDfc(keywords: Keywords, channels: readonly FcsChannel[], notes: FcsNotes): Spillover | null {
  const shares = new Map<string, number>();
  const seen = new Set<number>();
  let keyword = "";
  for (const key of keywords.keys()) {
    const parts = /^\$DFC(\d{1,4})TO(\d{1,4})$/.exec(key);
    if (parts === null) continue;
    const percent = asDecimal(word(keywords, key));
    if (percent === null)
      return notes.refuse("fcs-spillover-unreadable", { key, parts: 0, expected: 1 }, { key });
    const [from, to] = [Number(parts[1]), Number(parts[2])];
    if (percent === 0 || from === to) continue;
    if (keyword === "") keyword = key;
    shares.set(`${from} ${to}`, percent / 100);
    seen.add(from).add(to);
  }
  if (keyword === "") return null;
  notes.warn("fcs-compensated-already", { key: keyword }, { key: keyword });
  const detectors = [...seen].sort((a, b) => a - b).slice(0, mostDetectors);
  const at = detectors.map((number) => detector(number, channels));
  const missing = at.findIndex((one) => one < 0);
  if (missing >= 0 || seen.size > mostDetectors) {
    const words = `FL${detectors[Math.max(0, missing)]}`;
    return notes.refuse("fcs-spillover-unmatched", { key: keyword, words }, { key: keyword });
  }
  const share = (from: number, to: number) => (from === to ? 1 : (shares.get(`${from} ${to}`) ?? 0));
  const matrix = detectors.map((row) => detectors.map((column) => share(row, column)));
  return { keyword: "$DFCnTOm", channels: at, matrix, applied: true };
}

/** The one channel of fluorescence detector `number`; -1 where several channels are of it (Lin and Log). */
function detector(number: number, channels: readonly FcsChannel[]): number {
  const pattern = new RegExp(`^FL ?${number}(?!\\d)`, "i");
  const found = channels.flatMap(({ name }, at) => (pattern.test(name) ? [at] : []));
  return found.length === 1 ? found[0]! : -1;
}

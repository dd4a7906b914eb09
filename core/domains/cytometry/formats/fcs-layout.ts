import { bytesOf } from "../../../containers/blob-bytes.ts";
import type { FcsHeader, Segment } from "./fcs-header.ts";
import { type Keywords, whole, word } from "./fcs-keywords.ts";
import type { FcsNotes } from "./fcs-notes.ts";

/** Where the events stand: `begin` from the file's first byte. */
export interface DataPlace {
  readonly begin: number;
  readonly events: number;
}

type Fit = "exact" | "exclusive" | "open" | "none" | "overlap";
type Origin = "HEADER" | "TEXT";
interface Candidate extends Segment {
  readonly from: Origin;
  readonly fit: Fit;
}

export interface DataSource {
  readonly blob: Blob;
  readonly base: number;
  readonly header: FcsHeader;
  readonly keywords: Keywords;
  readonly bytesPerEvent: number;
}

/**
 * Finds the events: where HEADER and TEXT disagree, the one whose length fits `$TOT` events; where both fit, the one
 * that leaves only filler between TEXT and DATA (FCS 3.0, 2.2.11: unused space holds blanks). Never reaches past the
 * file. Null with `fcs-data-missing`, `fcs-offsets-unclear`, `fcs-offsets-ambiguous`, `fcs-total-unclear`,
 * `fcs-event-size-disagrees` or `fcs-data-beyond-file`.
 */
export async function locateData(source: DataSource, notes: FcsNotes): Promise<DataPlace | null> {
  const { base, header, keywords, bytesPerEvent } = source;
  const total = whole(keywords, "$TOT");
  if (total === 0) {
    const { begin, end } = header.data ?? textSegment(keywords, notes) ?? { begin: 0, end: 0 };
    const room = Math.floor((end - begin + 1) / bytesPerEvent);
    if (begin > 0 && room > 0) notes.warn("fcs-total-disagrees", { total, room, events: 0 }, { key: "$TOT" });
    else notes.warn("fcs-no-events", {}, { key: "$TOT" });
    return { begin: base, events: 0 };
  }
  const candidates = candidatesOf(source, total, notes);
  const [first, second] = candidates;
  if (first === undefined) return notes.refuse("fcs-data-missing", {}, { byte: base + 26 });
  if (second === undefined || first.begin === second.begin) return single(source, candidates, total, notes);
  const sure = candidates.filter(({ fit }) => fit === "exact" || fit === "exclusive");
  const fitting = sure.length > 0 ? sure : candidates.filter(({ fit }) => fit === "open");
  const shown = { header: show(candidates, "HEADER"), text: show(candidates, "TEXT") };
  const place = { byte: base + 26, key: "$BEGINDATA" };
  if (fitting.length === 0) {
    return notes.refuse(
      "fcs-offsets-unclear",
      { ...shown, events: total ?? "?", bytes: bytesPerEvent },
      place,
    );
  }
  const clean = fitting.length === 1 ? fitting : await withFillerBefore(source, fitting);
  const [used] = clean;
  if (used === undefined || clean.length > 1) return notes.refuse("fcs-offsets-ambiguous", shown, place);
  const code = fitting.length === 1 ? "fcs-offsets-disagree" : "fcs-offsets-by-filler";
  notes.warn(code, { ...shown, used: used.from }, place);
  return single(source, [used], total, notes);
}

function candidatesOf(source: DataSource, total: number | null, notes: FcsNotes): readonly Candidate[] {
  const { header, bytesPerEvent, keywords } = source;
  const text = textSegment(keywords, notes);
  const late = header.version !== "FCS2.0";
  if (late && text === null && header.data !== null)
    notes.warn("fcs-offsets-from-header", {}, { key: "$BEGINDATA" });
  const found: Candidate[] = [];
  for (const [from, segment] of [
    ["TEXT", text],
    ["HEADER", header.data],
  ] as const) {
    if (segment === null) continue;
    const fit = fitOf(segment, total, bytesPerEvent);
    const length = (fit === "none" ? 1 : (total ?? 1)) * bytesPerEvent;
    const isClear = clearOfText(segment.begin, length, header.text);
    found.push({ ...segment, from, fit: isClear ? fit : "overlap" });
  }
  return late ? found : found.reverse();
}

function textSegment(keywords: Keywords, notes: FcsNotes): Segment | null {
  const read = (key: string): number => {
    const value = whole(keywords, key);
    const words = word(keywords, key);
    if (value === null && words !== "") notes.warn("fcs-offset-unreadable", { key, words }, { key });
    return value ?? 0;
  };
  const [begin, end] = [read("$BEGINDATA"), read("$ENDDATA")];
  return begin > 0 ? { begin, end } : null;
}

/** Whether `length` bytes from `begin` keep out of HEADER and TEXT; the last byte of TEXT may be written exclusive. */
function clearOfText(begin: number, length: number, text: Segment): boolean {
  return begin >= 58 && (begin >= text.end || begin + length <= text.begin);
}

function fitOf({ begin, end }: Segment, total: number | null, bytesPerEvent: number): Fit {
  if (end <= begin) return total === null ? "none" : "open";
  const length = end - begin + 1;
  if (total === null) {
    if (length % bytesPerEvent === 0) return "exact";
    return (length - 1) % bytesPerEvent === 0 ? "exclusive" : "none";
  }
  if (length === total * bytesPerEvent) return "exact";
  return length - 1 === total * bytesPerEvent ? "exclusive" : "none";
}

function show(candidates: readonly Candidate[], from: Origin): string {
  const one = candidates.find((candidate) => candidate.from === from);
  return one === undefined ? "?" : `${one.begin}–${one.end}`;
}

/** Those between whose begin and the end of TEXT is nothing but blanks, NULs and line ends. */
async function withFillerBefore(
  { blob, base, header }: DataSource,
  fitting: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const from = header.text.end + 1;
  const furthest = Math.max(...fitting.map(({ begin }) => begin));
  if (furthest - from > 2 ** 20) return fitting;
  const bytes = await bytesOf(blob, base + from, Math.max(0, furthest - from));
  const solid = bytes.findIndex((byte) => ![0, 10, 13, 32].includes(byte));
  return fitting.filter(({ begin }) => solid < 0 || begin - from <= solid);
}

/** The place by candidates that agree on the begin: the one whose end fits best is used. */
function single(
  source: DataSource,
  candidates: readonly Candidate[],
  total: number | null,
  notes: FcsNotes,
): DataPlace | null {
  const { blob, base, bytesPerEvent } = source;
  const [used] = [...candidates].sort((a, b) => rank(a.fit) - rank(b.fit));
  const { begin, end, fit, from } = used!;
  const place = { byte: base + begin, key: from === "TEXT" ? "$ENDDATA" : "HEADER" };
  if (fit === "overlap") return notes.refuse("fcs-data-overlaps", { begin: base + begin }, place);
  const other = candidates.find((one) => one.end !== end && one.end > begin);
  if (other !== undefined && fit !== "none") {
    const shown = { header: show(candidates, "HEADER"), text: show(candidates, "TEXT") };
    notes.warn("fcs-ends-disagree", { ...shown, used: from }, place);
  }
  const length = end - begin + 1;
  const room = Math.floor(length / bytesPerEvent);
  if (fit === "none" && base + end > blob.size)
    return notes.refuse("fcs-data-beyond-file", { end: base + end, size: blob.size }, place);
  if (fit === "none" && !isPlausible(length, total, bytesPerEvent, place, notes)) return null;
  const events = fit === "none" || total === null ? Math.min(total ?? room, room) : total;
  if (base + begin + events * bytesPerEvent > blob.size) {
    const last = base + begin + events * bytesPerEvent - 1;
    return notes.refuse("fcs-data-beyond-file", { end: last, size: blob.size }, { byte: blob.size });
  }
  if (fit === "exclusive") notes.warn("fcs-end-exclusive", {}, place);
  if (fit === "open") notes.warn("fcs-end-missing", { events }, place);
  if (total === null) notes.warn("fcs-total-missing", { events }, { key: "$TOT" });
  else if (events !== total || fit === "none")
    notes.warn("fcs-total-disagrees", { total, room, events }, { key: "$TOT" });
  if (events === 0) notes.warn("fcs-no-events", {}, place);
  return { begin: base + begin, events };
}

const rank = (fit: Fit) => ["exact", "exclusive", "open", "none", "overlap"].indexOf(fit);

/** Whether a segment that does not fit `$TOT` can be cut or filled up, and is not of events of another size. */
function isPlausible(
  length: number,
  total: number | null,
  bytes: number,
  place: { readonly byte: number; readonly key: string },
  notes: FcsNotes,
): boolean {
  if (total === null || length < 0) {
    notes.refuse("fcs-total-unclear", { total: "?", length, bytes }, place);
    return false;
  }
  for (const stated of [length / total, (length - 1) / total]) {
    if (Number.isInteger(stated) && stated !== bytes && stated > 0) {
      notes.refuse("fcs-event-size-disagrees", { stated, bytes }, place);
      return false;
    }
  }
  if (length < total * bytes && length % bytes > 1) {
    notes.refuse("fcs-total-unclear", { total, length, bytes }, place);
    return false;
  }
  return true;
}

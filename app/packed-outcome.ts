import { crc32 } from "node:zlib";
import { estimateLines } from "vesica/report";
import { estimatesText, type FileOutcome } from "vesica/study";
import { bytesOf, type Piece } from "./pieces.ts";
import type { Slice, Store } from "./store.ts";

/** A file's outcome with its estimates as they will be written: what crosses threads. */
export interface PackedOutcome {
  /** Without its estimates, as JSON: a text crosses threads for less than an object. */
  readonly outcome: string;
  /** The estimates as members of a canonical JSON array. */
  readonly json: Piece;
  /** The estimates as lines of `estimates.csv`. */
  readonly csv: Piece;
  readonly count: number;
}

export function packOutcome(
  outcome: FileOutcome,
): PackedOutcome & { readonly json: string; readonly csv: string } {
  const { estimates } = outcome;
  return {
    outcome: JSON.stringify({ ...outcome, estimates: [] }),
    json: estimatesText(estimates),
    csv: estimateLines(estimates),
    count: estimates.length,
  };
}

/** The outcome without its estimates. */
export function outcomeOf({ outcome }: PackedOutcome): FileOutcome {
  return JSON.parse(outcome) as FileOutcome;
}

/** The estimates of a packed outcome. */
export function estimatesOf({ json }: PackedOutcome): FileOutcome["estimates"] {
  return JSON.parse(`[${bytesOf([json]).toString()}]`) as FileOutcome["estimates"];
}

/** Keeps a packed outcome, and leaves its estimates in the store. */
export function storeOutcome(
  store: Store,
  key: string,
  packed: ReturnType<typeof packOutcome>,
): PackedOutcome {
  const { outcome, count } = packed;
  const [head, json, csv] = [Buffer.from(outcome), Buffer.from(packed.json), Buffer.from(packed.csv)];
  const lengths = Buffer.from(`${count} ${head.length} ${json.length}\n`);
  const slice = store.append(key, Buffer.concat([lengths, head, json, csv]));
  return { outcome, count, ...estimateSlices(slice, lengths.length + head.length, json, csv) };
}

/** What `storeOutcome` kept under `key`; undefined where it is not there whole. */
export function storedOutcome(store: Store, key: string): PackedOutcome | undefined {
  const bytes = store.read(key);
  const slice = store.slice(key);
  const start = (bytes?.indexOf(10) ?? -1) + 1;
  if (!bytes || !slice || start === 0) return undefined;
  const [count, headLength, jsonLength] = bytes
    .toString("latin1", 0, start - 1)
    .split(" ")
    .map(Number);
  const end = start + headLength!;
  const [json, csv] = [bytes.subarray(end, end + jsonLength!), bytes.subarray(end + jsonLength!)];
  return {
    outcome: bytes.toString("utf8", start, end),
    count: count!,
    ...estimateSlices(slice, end, json, csv),
  };
}

function estimateSlices(whole: Slice, start: number, json: Buffer, csv: Buffer): { json: Slice; csv: Slice } {
  const { pack, offset } = whole;
  const part = (from: number, bytes: Buffer): Slice => ({
    pack,
    offset: offset + from,
    length: bytes.length,
    crc: crc32(bytes),
  });
  return { json: part(start, json), csv: part(start + json.length, csv) };
}

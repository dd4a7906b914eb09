import { crc32 } from "node:zlib";
import { estimateLines } from "vesica/report";
import { estimatesText, type FileOutcome } from "vesica/study";
import { type Piece, pieceBytes } from "./pieces.ts";
import type { Slice, Store } from "./store.ts";

/** A file's outcome with its estimates as they will be written: what crosses threads. */
export interface PackedOutcome {
  /** Without its estimates. */
  readonly outcome: FileOutcome;
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
    outcome: { ...outcome, estimates: [] },
    json: estimatesText(estimates),
    csv: estimateLines(estimates),
    count: estimates.length,
  };
}

/** The whole outcome again. */
export function unpackOutcome({ outcome, json }: PackedOutcome): FileOutcome {
  const estimates = JSON.parse(`[${pieceBytes(json).toString()}]`) as FileOutcome["estimates"];
  return { ...outcome, estimates };
}

/** Keeps a packed outcome, and leaves its estimates in the store. */
export function storeOutcome(
  store: Store,
  key: string,
  packed: ReturnType<typeof packOutcome>,
): PackedOutcome {
  const { outcome, count } = packed;
  const [json, csv] = [Buffer.from(packed.json), Buffer.from(packed.csv)];
  const head = Buffer.from(JSON.stringify({ outcome, count, json: json.length, csv: csv.length }));
  const slice = store.append(key, Buffer.concat([head, Buffer.from("\n"), json, csv]));
  return { outcome, count, ...estimateSlices(slice, head.length + 1, json, csv) };
}

/** What `storeOutcome` kept under `key`; undefined where it is not there whole. */
export function storedOutcome(store: Store, key: string): PackedOutcome | undefined {
  const bytes = store.read(key);
  const slice = store.slice(key);
  const end = bytes?.indexOf(10) ?? -1;
  if (!bytes || !slice || end < 0) return undefined;
  const head = JSON.parse(bytes.toString("utf8", 0, end)) as {
    outcome: FileOutcome;
    count: number;
    json: number;
  };
  const json = bytes.subarray(end + 1, end + 1 + head.json);
  const csv = bytes.subarray(end + 1 + head.json);
  return { outcome: head.outcome, count: head.count, ...estimateSlices(slice, end + 1, json, csv) };
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

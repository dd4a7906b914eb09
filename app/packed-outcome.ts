import { crc32 } from "node:zlib";
import type { PackedOutcome } from "@vesica/run/packed";
import type { Slice, Store } from "./store.ts";

/** A packed outcome whose estimates a pack may hold. */
export type KeptOutcome = PackedOutcome<Slice>;

/** Keeps a packed outcome, and leaves its estimates in the store. */
export function storeOutcome(store: Store, key: string, packed: PackedOutcome): KeptOutcome {
  const { outcome, count } = packed;
  const [head, json, csv] = [Buffer.from(outcome), Buffer.from(packed.json), Buffer.from(packed.csv)];
  const lengths = Buffer.from(`${count} ${head.length} ${json.length}\n`);
  const slice = store.append(key, Buffer.concat([lengths, head, json, csv]));
  return { outcome, count, ...estimateSlices(slice, lengths.length + head.length, json, csv) };
}

/** What `storeOutcome` kept under `key`; undefined where it is not there whole. */
export function storedOutcome(store: Store, key: string): KeptOutcome | undefined {
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

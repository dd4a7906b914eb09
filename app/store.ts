import { randomBytes } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { hiddenFolder } from "@vesica/run/names";
import { sha256OfBytes } from "./hash.ts";

/** Where bytes are in a pack. */
export interface Slice {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
  readonly crc: number;
}

/** Files up to this size are kept, so that `verify` can say where one changed. */
export const largestOriginal = 67_108_864;

const headerLength = 112;
const mostPacks = 16;

/** Key of an analysis: everything that decides it. */
export const analysisKey = (canonical: string): string => `analysis-${sha256OfBytes(canonical)}`;
/** Key of a raw file's bytes. */
export const originalKey = (sha256: string): string => `original-${sha256}`;

/**
 * What runs keep in the study's hidden folder: analyses and copies of raw files, as entries of append-only packs, since
 * making a file for each costs more than the analysis. Every writer has its own pack. An entry is a header of 112
 * bytes (key, length, CRC-32) and its bytes; what is cut or damaged counts as not there. The folder is disposable.
 */
export class Store {
  readonly #folder: string;
  readonly #entries = new Map<string, Slice>();
  readonly #reader = new SliceReader();
  #own: { readonly file: number; readonly path: string; length: number } | null = null;

  constructor(root: string) {
    this.#folder = join(root, hiddenFolder, "packs");
    for (const name of packNames(this.#folder)) {
      for (const [key, slice] of entriesOf(join(this.#folder, name))) this.#entries.set(key, slice);
    }
  }

  slice(key: string): Slice | undefined {
    return this.#entries.get(key);
  }

  /** The bytes under `key`; undefined where there are none, or not those that were written. */
  read(key: string): Buffer | undefined {
    const slice = this.#entries.get(key);
    return slice && (this.#reader.read(slice) ?? undefined);
  }

  /** Keeps bytes under a key of at most 80 letters. */
  append(key: string, bytes: Uint8Array): Slice {
    this.#own ??= this.#begin();
    const own = this.#own;
    const crc = crc32(bytes);
    const header = Buffer.alloc(headerLength, 32);
    header.write(`${key} ${bytes.length} ${crc}`);
    header[headerLength - 1] = 10;
    writeSync(own.file, header);
    writeSync(own.file, bytes);
    const slice = { pack: own.path, offset: own.length + headerLength, length: bytes.length, crc };
    own.length += headerLength + bytes.length;
    this.#entries.set(key, slice);
    return slice;
  }

  close(): void {
    this.#reader.close();
    if (this.#own) closeSync(this.#own.file);
    this.#own = null;
  }

  #begin() {
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, `${randomBytes(8).toString("hex")}.pack`);
    return { file: openSync(path, "ax"), path, length: 0 };
  }
}

/** Reads slices, with each pack opened once; to be closed. */
export class SliceReader {
  readonly #files = new Map<string, number>();

  /**
   * The bytes of a slice, in `into` where that is large enough; null where the pack is gone or its bytes are not those
   * that were written.
   */
  read({ pack, offset, length, crc }: Slice, into?: Buffer): Buffer | null {
    try {
      const file = this.#files.get(pack) ?? openSync(pack, "r");
      this.#files.set(pack, file);
      const bytes = into && into.length >= length ? into.subarray(0, length) : Buffer.allocUnsafe(length);
      return readSync(file, bytes, 0, length, offset) === length && crc32(bytes) === crc ? bytes : null;
    } catch {
      return null;
    }
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }
}

/** Keeps of the packs only the entries with the `needed` keys, where half of the bytes or more are of others. */
export function pruneStore(root: string, needed: ReadonlySet<string>): void {
  const folder = join(root, hiddenFolder, "packs");
  const names = packNames(folder);
  const entries = new Map(names.flatMap((name) => [...entriesOf(join(folder, name))]));
  const kept = [...entries].filter(([key]) => needed.has(key));
  const bytesOf = (list: readonly (readonly [string, Slice])[]) =>
    list.reduce((sum, [, { length }]) => sum + length + headerLength, 0);
  if (names.length <= mostPacks && totalSize(folder, names) <= 2 * bytesOf(kept)) return;
  const fresh = new Store(root);
  for (const [key] of kept) {
    const bytes = fresh.read(key);
    if (bytes) fresh.append(key, bytes);
  }
  fresh.close();
  for (const name of names) rmSync(join(folder, name), { force: true });
}

function packNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".pack"))
      .sort();
  } catch {
    return [];
  }
}

function totalSize(folder: string, names: readonly string[]): number {
  return names.reduce((sum, name) => {
    const file = openSync(join(folder, name), "r");
    const { size } = fstatSync(file);
    closeSync(file);
    return sum + size;
  }, 0);
}

/** The whole entries of a pack by their headers. */
function* entriesOf(pack: string): Generator<readonly [string, Slice]> {
  const file = openSync(pack, "r");
  try {
    const { size } = fstatSync(file);
    const header = Buffer.alloc(headerLength);
    for (let at = 0; at + headerLength <= size; ) {
      readSync(file, header, 0, headerLength, at);
      const found = /^(\S{1,80}) (\d{1,12}) (\d{1,10}) *\n$/.exec(header.toString("latin1"));
      if (!found) return;
      const [, key, length, crc] = found;
      const offset = at + headerLength;
      at = offset + Number(length);
      if (at > size) return;
      yield [key!, { pack, offset, length: Number(length), crc: Number(crc) }];
    }
  } finally {
    closeSync(file);
  }
}

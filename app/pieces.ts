import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type Slice, SliceReader } from "./store.ts";

/** A part of a file that is to be written: a text, or bytes that a pack holds. */
export type Piece = string | Slice;

const together = 1 << 20;

/** The bytes of pieces, in blocks of a megabyte or more; a fault where a pack that this run wrote is gone. */
export function* blocksOf(pieces: Iterable<Piece>): Generator<Buffer> {
  const reader = new SliceReader();
  let waiting: Buffer[] = [];
  let length = 0;
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === "string" ? Buffer.from(piece) : reader.read(piece);
      if (!bytes) throw new Error(`${(piece as Slice).pack} was changed while it was in use`);
      waiting.push(bytes);
      length += bytes.length;
      if (length < together) continue;
      yield Buffer.concat(waiting, length);
      waiting = [];
      length = 0;
    }
    if (length > 0) yield Buffer.concat(waiting, length);
  } finally {
    reader.close();
  }
}

/** Writes pieces as one file, makes sure that they are on the disk, and gives the SHA-256 of what was written. */
export function writePieces(path: string, pieces: Iterable<Piece>): string {
  mkdirSync(dirname(path), { recursive: true });
  const hash = createHash("sha256");
  const file = openSync(path, "w");
  try {
    for (const block of blocksOf(pieces)) {
      hash.update(block);
      for (let at = 0; at < block.length; ) at += writeSync(file, block, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

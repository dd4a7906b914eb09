import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type Slice, SliceReader } from "./store.ts";

/** A part of a file that is to be written: a text, or bytes that a pack holds. */
export type Piece = string | Slice;

const blockLength = 1 << 20;

/**
 * The bytes of pieces, in blocks of up to a megabyte that are valid until the next is asked for; a fault where a pack
 * that this run wrote is gone.
 */
export function* blocksOf(pieces: Iterable<Piece>): Generator<Buffer> {
  const reader = new SliceReader();
  const block = Buffer.allocUnsafe(blockLength);
  let filled = 0;
  try {
    for (const piece of pieces) {
      const rest = block.subarray(filled);
      const bytes = typeof piece === "string" ? textBytes(piece, rest) : reader.read(piece, rest);
      if (!bytes) throw new Error(`${(piece as Slice).pack} was changed while it was in use`);
      if (bytes.buffer === block.buffer) {
        filled += bytes.length;
        continue;
      }
      yield block.subarray(0, filled);
      filled = 0;
      yield bytes;
    }
    yield block.subarray(0, filled);
  } finally {
    reader.close();
  }
}

/** All bytes of pieces. */
export function bytesOf(pieces: Iterable<Piece>): Buffer {
  const blocks: Buffer[] = [];
  for (const block of blocksOf(pieces)) blocks.push(Buffer.from(block));
  return Buffer.concat(blocks);
}

/** A text as UTF-8, in `into` where it fits. */
function textBytes(text: string, into: Buffer): Buffer {
  return 3 * text.length <= into.length ? into.subarray(0, into.write(text)) : Buffer.from(text);
}

/** Writes pieces as one file, makes sure that they are on the disk, and gives the SHA-256 of what was written. */
export function writePieces(path: string, pieces: Iterable<Piece>): string {
  mkdirSync(dirname(path), { recursive: true });
  const hash = createHash("sha256");
  const file = openSync(path, "w");
  try {
    for (const bytes of blocksOf(pieces)) {
      hash.update(bytes);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

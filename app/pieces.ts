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
    for (const part of partsOf(pieces)) {
      const most = typeof part === "string" ? 3 * part.length : part.length;
      if (filled + most > block.length) {
        yield block.subarray(0, filled);
        filled = 0;
      }
      const rest = block.subarray(filled);
      if (typeof part === "string") {
        filled += rest.write(part);
        continue;
      }
      const bytes = reader.read(part, rest);
      if (!bytes) throw new Error(`${part.pack} was changed while it was in use`);
      if (bytes.buffer === block.buffer) filled += bytes.length;
      else yield bytes;
    }
    yield block.subarray(0, filled);
  } finally {
    reader.close();
  }
}

/** The pieces with long texts cut, between characters, to parts that fit into a block. */
function* partsOf(pieces: Iterable<Piece>): Generator<Piece> {
  const longest = Math.floor(blockLength / 3);
  for (const piece of pieces) {
    if (typeof piece !== "string") yield piece;
    else {
      for (let at = 0; at < piece.length; ) {
        let end = Math.min(piece.length, at + longest);
        const last = piece.charCodeAt(end - 1);
        if (end < piece.length && last >= 0xd800 && last < 0xdc00) end--;
        yield piece.slice(at, end);
        at = end;
      }
    }
  }
}

/** All bytes of pieces. */
export function bytesOf(pieces: Iterable<Piece>): Buffer {
  const blocks: Buffer[] = [];
  for (const block of blocksOf(pieces)) blocks.push(Buffer.from(block));
  return Buffer.concat(blocks);
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

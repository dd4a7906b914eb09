import { createReadStream, promises as fs } from "node:fs";

/** The first byte in which two files differ: offset from 0, line and column from 1. */
export interface ByteDifference {
  readonly byte: number;
  readonly line: number;
  /** In bytes. */
  readonly column: number;
  /** The bytes there; null where the file ends before. */
  readonly before: number | null;
  readonly after: number | null;
  /** The line up to 120 bytes around the place, as text. */
  readonly lineBefore: string;
  readonly lineAfter: string;
}

const around = 60;

/** Where the bytes of `after` leave those of `before`; null where they are the same. */
export async function firstDifference(before: string, after: string): Promise<ByteDifference | null> {
  const place = { byte: 0, line: 1, lineStart: 0 };
  const other = chunkReader(before);
  try {
    for await (const chunk of createReadStream(after, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      const same = await other.take(chunk.length);
      const length = Math.min(chunk.length, same.length);
      for (let at = 0; at < length; at++) {
        if (chunk[at] !== same[at]) return await described(before, after, place, same[at]!, chunk[at]!);
        place.byte++;
        if (chunk[at] === 10) {
          place.line++;
          place.lineStart = place.byte;
        }
      }
      if (same.length < chunk.length) return await described(before, after, place, null, chunk[length]!);
    }
    const [next] = await other.take(1);
    return next === undefined ? null : await described(before, after, place, next, null);
  } finally {
    await other.close();
  }
}

interface At {
  readonly byte: number;
  readonly line: number;
  readonly lineStart: number;
}

async function described(before: string, after: string, at: At, old: number | null, now: number | null) {
  const from = Math.max(at.lineStart, at.byte - around);
  return {
    byte: at.byte,
    line: at.line,
    column: at.byte - at.lineStart + 1,
    before: old,
    after: now,
    lineBefore: await lineFrom(before, from),
    lineAfter: await lineFrom(after, from),
  };
}

async function lineFrom(path: string, from: number): Promise<string> {
  const reader = await fs.open(path);
  try {
    const { buffer, bytesRead } = await reader.read(Buffer.alloc(2 * around), 0, 2 * around, from);
    const text = decoded(buffer.subarray(0, bytesRead));
    return text.split(/[\r\n]/)[0]!;
  } finally {
    await reader.close();
  }
}

function decoded(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.slice(0, -3).includes("\ufffd") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

function chunkReader(path: string) {
  let file: fs.FileHandle | null = null;
  return {
    async take(length: number): Promise<Uint8Array> {
      file ??= await fs.open(path);
      const bytes = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(bytes, filled, length - filled, null);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    },
    close: async () => file?.close(),
  };
}

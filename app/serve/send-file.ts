import { constants, promises as fs, type Stats } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Context } from "hono";
import { sizeOfOwnFile } from "../files.ts";
import { byteRange } from "./range.ts";

/** What is another when a file was written again. */
export function stampOf({ size, mtimeMs }: Pick<Stats, "size" | "mtimeMs">): string {
  return `${size}-${mtimeMs}`;
}

/**
 * The bytes of a file inside `root`, or the range of them that was asked for. 404 where there is none, or it is a pipe
 * or leads out of the folder; 412 where `stamp` is asked for and the file was written since; 416 outside its bytes.
 */
export async function sendFile(
  c: Context,
  root: string,
  name: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const file = await openOwn(root, name);
  if (!file) return c.json({ missing: name }, 404);
  let handed = false;
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return c.json({ missing: name }, 404);
    const stamp = stampOf(stat);
    const asked = c.req.query("stamp");
    if (asked !== undefined && asked !== stamp) return c.json({ changed: name }, 412);
    const range = byteRange(c.req.header("range"), stat.size);
    if (range === "outside") return c.body(null, 416, { "content-range": `bytes */${stat.size}` });
    const { start, end } = range ?? { start: 0, end: stat.size };
    const length = end - start;
    const about = {
      ...headers,
      "accept-ranges": "bytes",
      "content-length": String(length),
      etag: `"${stamp}"`,
    };
    const status = range ? 206 : 200;
    const all = range ? { ...about, "content-range": `bytes ${start}-${end - 1}/${stat.size}` } : about;
    if (length === 0 || c.req.method === "HEAD") return c.body(null, status, all);
    const bytes = file.createReadStream({ start, end: end - 1, highWaterMark: 1 << 18 });
    handed = true;
    return c.body(Readable.toWeb(bytes) as ReadableStream<Uint8Array<ArrayBuffer>>, status, all);
  } finally {
    if (!handed) await file.close();
  }
}

/** Opens a file of the folder for reading; never a pipe, never what lies outside. */
async function openOwn(root: string, name: string): Promise<fs.FileHandle | null> {
  try {
    await sizeOfOwnFile(root, name);
    const real = await fs.realpath(join(root, name));
    return await fs.open(
      real,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
  } catch (error) {
    const { code, name: kind } = error as NodeJS.ErrnoException;
    if (code === undefined && kind !== "Stop") throw error;
    return null;
  }
}

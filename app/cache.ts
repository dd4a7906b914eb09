import { promises as fs } from "node:fs";
import { join } from "node:path";
import { canonicalJson, type Json } from "vesica/kernel";
import { writeWhole } from "./atomic.ts";
import { hiddenFolder } from "./files.ts";
import { sha256OfBytes } from "./hash.ts";

/** The key of an analysis: everything that decides it. */
export function cacheKey(parts: Json): string {
  return sha256OfBytes(canonicalJson(parts));
}

function entryPath(root: string, key: string): string {
  return join(root, hiddenFolder, "cache", key.slice(0, 2), `${key}.json`);
}

/** What was kept under `key`; undefined where nothing was, or where its bytes are not those that were written. */
export async function readCache(root: string, key: string): Promise<Json | undefined> {
  try {
    const entry = JSON.parse(await fs.readFile(entryPath(root, key), "utf8")) as {
      sha256: string;
      value: Json;
    };
    return entry.sha256 === sha256OfBytes(canonicalJson(entry.value)) ? entry.value : undefined;
  } catch {
    return undefined;
  }
}

export async function writeCache(root: string, key: string, value: Json): Promise<void> {
  const sha256 = sha256OfBytes(canonicalJson(value));
  await writeWhole(root, entryPath(root, key), canonicalJson({ sha256, value }));
}

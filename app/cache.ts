import { readFileSync } from "node:fs";
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

/** The text kept under `key`; undefined where none was, or where its bytes are not those that were written. */
export function readCache(root: string, key: string): string | undefined {
  try {
    const entry = readFileSync(entryPath(root, key), "utf8");
    const text = entry.slice(hashLength + 1);
    return entry.slice(0, hashLength) === sha256OfBytes(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

const hashLength = 64;

/** Keeps `text` under `key`, after its hash. */
export function writeCache(root: string, key: string, text: string): void {
  writeWhole(root, entryPath(root, key), `${sha256OfBytes(text)}\n${text}`);
}

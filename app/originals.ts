import { existsSync, promises as fs } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./atomic.ts";
import { hiddenFolder } from "./files.ts";

/** Files up to this size are kept, so that `verify` can say where one changed. */
export const largestOriginal = 67_108_864;

export function originalPath(root: string, sha256: string): string {
  return join(root, hiddenFolder, "originals", sha256);
}

/** Keeps a copy of a file's bytes under their hash. */
export function keepOriginal(root: string, sha256: string, bytes: Uint8Array): void {
  const path = originalPath(root, sha256);
  if (bytes.length > largestOriginal || existsSync(path)) return;
  writeWhole(root, path, bytes);
}

/** Removes the copies that no file of the last run has. */
export async function pruneOriginals(root: string, needed: ReadonlySet<string>): Promise<void> {
  const folder = join(root, hiddenFolder, "originals");
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names) if (!needed.has(name)) await fs.rm(join(folder, name), { force: true });
}

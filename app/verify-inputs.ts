import { promises as fs } from "node:fs";
import { join } from "node:path";
import type { ResultDocument } from "vesica/study";
import { type ByteDifference, firstDifference, shownAround } from "./difference.ts";
import { listStudy, sizeOfOwnFile } from "./files.ts";
import { sha256OfFile } from "./hash.ts";
import { readRecord } from "./record.ts";
import { originalKey, Store } from "./store.ts";

/** A file that is not what the results were made from. */
export interface ChangedInput {
  readonly file: string;
  readonly kind: "changed" | "missing" | "new";
  readonly before: string | null;
  readonly after: string | null;
  /** Where it changed; null where the kept copy is gone. */
  readonly difference: ByteDifference | null;
}

/**
 * The files that are not as they were: raw files by the hashes in the document, `study.yaml` and `samples.csv` by the
 * last run's record where it is still there.
 */
export async function changedInputs(
  root: string,
  document: Pick<ResultDocument, "files">,
  signal: AbortSignal,
): Promise<ChangedInput[]> {
  const changed: ChangedInput[] = [];
  const store = new Store(root);
  const raw = document.files.filter(({ sha256 }) => sha256 !== "");
  const record = await readRecord(root);
  const named = new Set(document.files.map(({ name }) => name));
  const papers = record?.inputs.filter(({ name }) => !named.has(name)) ?? [];
  for (const { name, sha256 } of [...papers, ...raw]) {
    const found = await compare(store, root, name, sha256, signal);
    signal.throwIfAborted();
    if (found) changed.push(found);
  }
  const known = new Set([...named, ...(record?.listing ?? [])]);
  for (const { name } of (await listStudy(root)).entries)
    if (record && !known.has(name))
      changed.push({ file: name, kind: "new", before: null, after: null, difference: null });
  return changed;
}

/** The bytes of a file as far as they can differ from `length` bytes, with some to show. */
async function beginning(path: string, length: number): Promise<Buffer> {
  const file = await fs.open(path);
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(length + 2 * shownAround),
      0,
      length + 2 * shownAround,
      0,
    );
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function compare(
  store: Store,
  root: string,
  name: string,
  before: string,
  signal: AbortSignal,
): Promise<ChangedInput | null> {
  const path = join(root, name);
  const own = sizeOfOwnFile(root, name).then(() => sha256OfFile(path, signal));
  const after = await own.catch(() => null);
  if (after === before) return null;
  if (after === null) return { file: name, kind: "missing", before, after, difference: null };
  const original = store.read(originalKey(before));
  const difference = original ? firstDifference(original, await beginning(path, original.length)) : null;
  return { file: name, kind: "changed", before, after, difference };
}

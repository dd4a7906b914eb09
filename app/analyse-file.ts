import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyseBlob, analysisParts, type FileInput, setAside, unreadableOutcome } from "@vesica/run/analyse";
import { packOutcome } from "@vesica/run/packed";
import { canonicalJson, type Domain, MemoryBlob } from "vesica/kernel";
import { FileBlob } from "./file-blob.ts";
import { sha256OfBytes, sha256OfFile } from "./hash.ts";
import { type KeptOutcome, storedOutcome, storeOutcome } from "./packed-outcome.ts";
import { analysisKey, largestOriginal, originalKey, Store } from "./store.ts";

/** Everything that one file's analysis needs; crosses threads. */
export interface AnalyseFileInput extends FileInput {
  readonly root: string;
  /** What was built, for the cache's key; null: neither read nor write the cache. */
  readonly build: string | null;
  /** Whether a copy of the bytes is kept for `verify`. */
  readonly keep: boolean;
}

/** A file's outcome with the key under which the store keeps it; empty where it does not. */
export interface AnalysedFile extends KeptOutcome {
  readonly key: string;
}

/** Reads one file of the study from the disk, or from the cache what it gave before. A file that cannot be read gives `file-unreadable`. */
export async function analyseFile(
  domains: readonly Domain[],
  input: AnalyseFileInput,
): Promise<AnalysedFile> {
  try {
    return await analyse(domains, input);
  } catch (error) {
    const { code, syscall, path } = error as NodeJS.ErrnoException;
    const changed = (error as Error).name === "NotReadableError" || syscall === "read";
    if (!changed && path !== join(input.root, input.name)) throw error;
    return { ...packOutcome(unreadableOutcome(input, code ?? "changed")), key: "" };
  }
}

async function analyse(domains: readonly Domain[], input: AnalyseFileInput): Promise<AnalysedFile> {
  const { root, name, build } = input;
  const path = join(root, name);
  const small = input.size <= largestOriginal;
  const bytes = small ? new Uint8Array(readFileSync(path)) : null;
  const sha256 = bytes ? sha256OfBytes(bytes) : await sha256OfFile(path);
  const aside = setAside(input, sha256);
  if (aside) return { ...packOutcome(aside), key: "" };
  const store = build !== null || input.keep ? storeOf(root) : null;
  const key =
    build === null ? "" : analysisKey(canonicalJson([build, sha256, analysisParts(domains, input)]));
  if (input.keep && bytes && !store?.slice(originalKey(sha256))) store?.append(originalKey(sha256), bytes);
  const stored = store && build !== null ? storedOutcome(store, key) : undefined;
  if (stored) return { ...stored, key };
  const blob = bytes ? new MemoryBlob(bytes) : new FileBlob(path);
  const packed = packOutcome(await analyseBlob(domains, blob, input, sha256));
  return store && build !== null ? { ...storeOutcome(store, key, packed), key } : { ...packed, key };
}

const stores = new Map<string, Store>();

/** This thread's store of a study. */
function storeOf(root: string): Store {
  const store = stores.get(root) ?? new Store(root);
  stores.set(root, store);
  return store;
}

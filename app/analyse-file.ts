import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ColumnMapping,
  canonicalJson,
  type Domain,
  type Json,
  MemoryBlob,
  type SheetRow,
  type StudyDesign,
} from "vesica/kernel";
import { analyseBytes, outcomeWithout, runIssues } from "vesica/study";
import { FileBlob } from "./file-blob.ts";
import { sha256OfBytes, sha256OfFile } from "./hash.ts";
import { appIssues } from "./issues.ts";
import { type PackedOutcome, packOutcome, storedOutcome, storeOutcome } from "./packed-outcome.ts";
import { analysisKey, largestOriginal, originalKey, Store } from "./store.ts";

/** Everything that one file's analysis needs; crosses threads. */
export interface AnalyseFileInput {
  readonly root: string;
  readonly name: string;
  readonly size: number;
  readonly rows: readonly SheetRow[];
  /** Title and question empty: they are of the study and change no file. */
  readonly design: Omit<StudyDesign, "rows">;
  readonly mapping: ColumnMapping | null;
  /** What was built, for the cache's key; null: neither read nor write the cache. */
  readonly build: string | null;
  /** Whether a copy of the bytes is kept for `verify`. */
  readonly keep: boolean;
}

/** A file's outcome with the key under which the store keeps it; empty where it does not. */
export interface AnalysedFile extends PackedOutcome {
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
    const issue = appIssues.raise("file-unreadable", { code: code ?? "changed" }, { file: input.name });
    return { ...packOutcome(outcomeWithout({ ...unread(input, ""), status: "refused" }, [issue])), key: "" };
  }
}

async function analyse(domains: readonly Domain[], input: AnalyseFileInput): Promise<AnalysedFile> {
  const { root, name, rows, design, build } = input;
  const path = join(root, name);
  const small = input.size <= largestOriginal;
  const bytes = small ? new Uint8Array(readFileSync(path)) : null;
  const sha256 = bytes ? sha256OfBytes(bytes) : await sha256OfFile(path);
  if (rows.length > 0 && rows.every((row) => row.role === "ignore" && row.capture === undefined))
    return { ...packOutcome(outcomeWithout({ ...unread(input, sha256), status: "ignored" }, [])), key: "" };
  const store = build !== null || input.keep ? storeOf(root) : null;
  const key = build === null ? "" : analysisKey(canonicalJson(keyParts(domains, input, sha256, build)));
  if (input.keep && bytes && !store?.slice(originalKey(sha256))) store?.append(originalKey(sha256), bytes);
  const stored = store && build !== null ? storedOutcome(store, key) : undefined;
  if (stored) return { ...stored, key };
  const blob = bytes ? new MemoryBlob(bytes) : new FileBlob(path);
  const task = { name, rows, design, sha256, ...(input.mapping ? { mapping: input.mapping } : {}) };
  const analysed = await analyseBytes(domains, blob, task);
  const unlisted = analysed.status === "read" && rows.length === 0;
  const doubts = unlisted ? [runIssues.raise("file-not-in-sheet", {}, { file: name })] : [];
  const packed = packOutcome({ ...analysed, issues: [...analysed.issues, ...doubts] });
  return store && build !== null ? { ...storeOutcome(store, key, packed), key } : { ...packed, key };
}

const stores = new Map<string, Store>();

/** This thread's store of a study. */
function storeOf(root: string): Store {
  const store = stores.get(root) ?? new Store(root);
  stores.set(root, store);
  return store;
}

function keyParts(domains: readonly Domain[], input: AnalyseFileInput, sha256: string, build: string): Json {
  const versions = domains.map(({ id, version, formats }) => [
    id,
    version,
    ...formats.map((f) => `${f.id} ${f.version}`),
  ]);
  const { name, rows, design, mapping } = input;
  return { build, versions, sha256, name, rows, design, mapping } as unknown as Json;
}

function unread({ name, size }: AnalyseFileInput, sha256: string) {
  return { name, size, sha256, format: null } as const;
}

import { folderIssues } from "@vesica/run/issues";
import type { Papers } from "@vesica/run/study";
import { accepted, type Issue, type Result, refused } from "vesica/kernel";
import { formatBytes } from "vesica/report";
import {
  type KeptManifest,
  packPapers,
  parseManifest,
  sameFiles,
  totalSize,
  unpackPapers,
} from "./kept-format.ts";
import { keptIssues } from "./kept-issues.ts";
import { heldStudies } from "./locks.ts";
import { type Folder, fileIn, folderIn, keptRoot, namesIn, writeFile } from "./private-files.ts";
import type { Listing, SourceFile } from "./source.ts";

/** A study in the browser's private files. */
export interface KeptStudy {
  readonly id: string;
  readonly title: string;
  readonly files: number;
  /** Bytes of its raw files. */
  readonly size: number;
  /** `half`: copying was broken off; `papers`: without raw files. */
  readonly state: "whole" | "half" | "papers";
  /** Raw files that are not here yet. */
  readonly missing: number;
  /** When it was kept, in milliseconds since 1970. */
  readonly since: number;
  /** Whether a tab has it open, or is copying it. */
  readonly busy: boolean;
}

export interface KeepOptions {
  /** Only study.yaml and samples.csv. */
  readonly papersOnly?: boolean;
  readonly signal?: AbortSignal;
  /** Told the bytes that are here, of how many, and the file that is copied. */
  readonly progress?: (done: number, total: number, name: string) => void;
}

export interface KeepInput {
  readonly title: string;
  readonly files: readonly SourceFile[];
  readonly papers: Papers;
}

const manifestName = "study.json";
const papersName = "papers";
const filesName = "files";
const atOnce = 8;
/** Left free for papers and the browser's own needs. */
const reserve = 1_048_576;

/** Every kept study, the youngest first; null where the browser keeps nothing. */
export async function listKept(): Promise<readonly KeptStudy[] | null> {
  const root = await keptRoot();
  if (!root) return null;
  const held = await heldStudies();
  const studies = await Promise.all((await namesIn(root)).map((id) => keptStudy(root, id, held)));
  return studies.filter((study) => study !== null).sort((a, b) => b.since - a.since);
}

async function keptStudy(root: Folder, id: string, held: ReadonlySet<string>): Promise<KeptStudy | null> {
  const folder = await folderIn(root, id);
  if (!folder) return null;
  const manifest = await manifestOf(folder);
  const busy = held.has(id);
  const nothing = { id, title: "", files: 0, size: 0, missing: 0, since: 0, busy };
  if (!manifest) return { ...nothing, state: "half" };
  const { title, files, raw, whole, since } = manifest;
  const known = { id, title, files: files.length, size: raw ? totalSize(files) : 0, since, busy };
  if (!raw) return { ...known, missing: files.length, state: "papers" };
  if (whole) return { ...known, missing: 0, state: "whole" };
  const missing = (await storedFiles(folder, manifest)).filter((file) => file === null).length;
  return { ...known, missing, state: "half" };
}

async function manifestOf(folder: Folder): Promise<KeptManifest | null> {
  const file = await fileIn(folder, manifestName);
  return file && parseManifest(await file.text());
}

/** Each raw file of a kept study in its order; null where it is not here whole. */
async function storedFiles(folder: Folder, { files }: KeptManifest): Promise<(File | null)[]> {
  const inner = await folderIn(folder, filesName);
  if (!inner) return files.map(() => null);
  const stored: (File | null)[] = files.map(() => null);
  const waiting = files.map((_, at) => at).reverse();
  const look = async () => {
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const file = await fileIn(inner, String(at));
      stored[at] = file && file.size === files[at]!.size ? file : null;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, look));
  return stored;
}

/** The id under which to keep a study: that of a kept one with the same title and files that no tab has open, else a new one. */
export async function keptIdFor({ title, files }: Omit<KeepInput, "papers">): Promise<string> {
  const root = await keptRoot();
  return (
    (root && (await sameKept(root, title, entriesOf(files), await heldStudies()))) ?? crypto.randomUUID()
  );
}

const entriesOf = (files: readonly SourceFile[]) => files.map(({ name, size }) => ({ name, size }));

/**
 * Keeps a study in the browser under `id`, which this tab has to hold; where copying the same files was broken off, what
 * is here already is not copied again. Refused with `kept-no-storage` or `kept-no-space`; a file that cannot be read is
 * left out with `file-unreadable`. Rejects with the signal's reason where it was cancelled; what was copied stays.
 */
export async function keepStudy(
  id: string,
  input: KeepInput,
  options: KeepOptions = {},
): Promise<Result<KeptStudy>> {
  const { title, papers } = input;
  const { papersOnly = false, signal } = options;
  const root = await keptRoot();
  if (!root) return refused(keptIssues.raise("kept-no-storage"));
  const entries = entriesOf(input.files);
  const needed = (papersOnly ? 0 : totalSize(entries)) + papers.study.length + papers.sheet.length + reserve;
  try {
    const folder = await root.getDirectoryHandle(id, { create: true });
    const here = papersOnly ? 0 : await bytesHere(folder);
    const free = await freeSpace();
    if (needed - here > free) {
      await discardEmpty(root, id, folder);
      return noSpace(needed - here, free);
    }
    const base = { version: 1, title, files: entries, raw: !papersOnly, since: Date.now() } as const;
    const manifest: KeptManifest = { ...base, whole: papersOnly };
    await writeManifest(folder, manifest);
    await writeFile(folder, papersName, new Blob([packPapers(papers)]));
    if (papersOnly) await folder.removeEntry(filesName, { recursive: true }).catch(() => {});
    const lost = papersOnly ? [] : await copyFiles(folder, manifest, input.files, options);
    const files = lost.length > 0 ? await leaveOut(folder, manifest, lost) : entries;
    await writeManifest(folder, { ...manifest, files, whole: true });
    await navigator.storage.persist?.().catch(() => false);
    const study = await keptStudy(root, id, new Set([id]));
    const issues = lost.map(({ name }) =>
      folderIssues.raise("file-unreadable", { code: "changed" }, { file: name }),
    );
    return study ? accepted(study, issues) : refused(keptIssues.raise("kept-missing"));
  } catch (error) {
    signal?.throwIfAborted();
    if (isQuota(error)) return noSpace(needed, await freeSpace());
    throw error;
  }
}

/** A kept study of the same title and files that no tab has open. */
async function sameKept(
  root: Folder,
  title: string,
  entries: KeptManifest["files"],
  held: ReadonlySet<string>,
): Promise<string | null> {
  for (const id of await namesIn(root)) {
    const folder = held.has(id) ? null : await folderIn(root, id);
    const manifest = folder && (await manifestOf(folder));
    if (manifest && manifest.title === title && sameFiles(manifest.files, entries)) return id;
  }
  return null;
}

async function bytesHere(folder: Folder): Promise<number> {
  const manifest = await manifestOf(folder);
  const stored = manifest ? await storedFiles(folder, manifest) : [];
  return stored.reduce((sum, file) => sum + (file?.size ?? 0), 0);
}

async function discardEmpty(root: Folder, id: string, folder: Folder): Promise<void> {
  if (!(await manifestOf(folder))) await root.removeEntry(id, { recursive: true });
}

/** Copies the raw files that are not here; gives those that cannot be read. */
async function copyFiles(
  folder: Folder,
  manifest: KeptManifest,
  files: readonly SourceFile[],
  { signal, progress }: KeepOptions,
): Promise<SourceFile[]> {
  const inner = await folder.getDirectoryHandle(filesName, { create: true });
  const stored = await storedFiles(folder, manifest);
  const total = totalSize(manifest.files);
  let done = stored.reduce((sum, file) => sum + (file?.size ?? 0), 0);
  const lost: SourceFile[] = [];
  const waiting = files.flatMap((file, at) => (stored[at] ? [] : [{ file, at }])).reverse();
  const copy = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { file, at } = next;
      signal?.throwIfAborted();
      const wrote = (bytes: number) => {
        done += bytes;
        progress?.(done, total, file.name);
      };
      try {
        await writeFile(inner, String(at), file.blob, wrote, signal);
      } catch (error) {
        if (!isUnreadable(error)) {
          waiting.length = 0;
          throw error;
        }
        lost.push(file);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, copy));
  return lost;
}

function writeManifest(folder: Folder, manifest: KeptManifest): Promise<void> {
  return writeFile(folder, manifestName, new Blob([JSON.stringify(manifest)]));
}

/** Closes the gaps in the numbers that files which could not be read left; gives the files that stay. */
async function leaveOut(
  folder: Folder,
  manifest: KeptManifest,
  lost: readonly SourceFile[],
): Promise<KeptManifest["files"]> {
  const names = new Set(lost.map(({ name }) => name));
  const inner = await folder.getDirectoryHandle(filesName, { create: true });
  const kept = manifest.files.map((file, at) => ({ file, at })).filter(({ file }) => !names.has(file.name));
  for (const [to, { at }] of kept.entries()) {
    if (to === at) continue;
    const file = await fileIn(inner, String(at));
    if (file) await writeFile(inner, String(to), file);
  }
  for (let at = kept.length; at < manifest.files.length; at++)
    await inner.removeEntry(String(at)).catch(() => {});
  return kept.map(({ file }) => file);
}

/** The files and papers of a kept study; refused with `kept-missing`, `kept-half` or `kept-papers-only`. */
export async function openKept(id: string): Promise<Result<Listing>> {
  const folder = await studyFolder(id);
  const manifest = folder && (await manifestOf(folder));
  const papers = folder && (await papersOf(folder));
  if (!folder || !manifest || !papers) return refused(keptIssues.raise("kept-missing"));
  if (!manifest.raw) return refused(keptIssues.raise("kept-papers-only"));
  const stored = await storedFiles(folder, manifest);
  const missing = stored.filter((file) => file === null).length;
  if (missing > 0) return refused(keptIssues.raise("kept-half", { missing, total: manifest.files.length }));
  const files = manifest.files.map(({ name, size }, at) => ({ name, size, blob: stored[at]! }));
  return accepted({ title: manifest.title, files, papers, issues: [] });
}

/** As `openKept`, with raw files that a person gave: of a study of which only the papers are kept. */
export async function openKeptWith(id: string, given: Listing): Promise<Result<Listing>> {
  const papers = await keptPapers(id);
  return papers ? accepted({ ...given, papers }) : refused(keptIssues.raise("kept-missing"));
}

/** The papers of a kept study as they were saved last; null where it is gone. */
export async function keptPapers(id: string): Promise<Papers | null> {
  const folder = await studyFolder(id);
  return folder && papersOf(folder);
}

/** Saves the papers of a kept study, both at once; refused with `kept-missing` or `kept-no-space`. */
export async function saveKeptPapers(id: string, papers: Papers): Promise<Result<null>> {
  const folder = await studyFolder(id);
  if (!folder) return refused(keptIssues.raise("kept-missing"));
  const packed = packPapers(papers);
  try {
    await writeFile(folder, papersName, new Blob([packed]));
    return accepted(null);
  } catch (error) {
    if (isQuota(error)) return noSpace(packed.length, await freeSpace());
    throw error;
  }
}

/** Deletes a kept study; refused with `kept-elsewhere` while a tab has it open. */
export async function deleteKept(id: string): Promise<readonly Issue[]> {
  const root = await keptRoot();
  if (!root) return [keptIssues.raise("kept-no-storage")];
  if ((await heldStudies()).has(id)) return [keptIssues.raise("kept-elsewhere")];
  try {
    await root.removeEntry(id, { recursive: true });
    return [];
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "NotFoundError") return [];
    if (name === "NoModificationAllowedError") return [keptIssues.raise("kept-elsewhere")];
    throw error;
  }
}

async function studyFolder(id: string): Promise<Folder | null> {
  const root = await keptRoot();
  return root && folderIn(root, id);
}

async function papersOf(folder: Folder): Promise<Papers | null> {
  const file = await fileIn(folder, papersName);
  return file && unpackPapers(new Uint8Array(await file.arrayBuffer()));
}

/** Bytes that the browser says it still gives to this page; the disk may have less. */
async function freeSpace(): Promise<number> {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
  return Math.max(0, quota - usage);
}

function noSpace(needed: number, free: number) {
  const parameters = { needed: formatBytes(needed), free: formatBytes(free) };
  return refused(keptIssues.raise(free < needed ? "kept-no-space" : "kept-no-space-left", parameters));
}

const isQuota = (error: unknown) =>
  error instanceof Error &&
  (error.name === "QuotaExceededError" || error.name === "NS_ERROR_FILE_NO_DEVICE_SPACE");

const isUnreadable = (error: unknown) =>
  error instanceof DOMException &&
  ["NotReadableError", "NotFoundError", "SecurityError"].includes(error.name);

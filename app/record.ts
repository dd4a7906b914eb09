import { promises as fs, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RunSummary } from "@vesica/run/compose";
import { hiddenFolder, resultsFolder } from "@vesica/run/names";
import { writeWhole } from "./atomic.ts";
import { listStudy } from "./files.ts";
import { sha256OfBytes, sha256OfFile } from "./hash.ts";
import { softwareBuild } from "./software.ts";

export interface NamedHash {
  readonly name: string;
  readonly sha256: string;
}

/** A file of the results as it was written. */
export interface WrittenFile extends NamedHash {
  readonly size: number;
  /** In milliseconds, as the disk keeps it. */
  readonly modified: number;
}

/** What the last run used and gave: a run in which nothing of it changed need not be made again. */
export interface RunRecord {
  readonly build: string;
  /** Names of all files in the folder. */
  readonly listing: readonly string[];
  /** The files that were used, with `study.yaml` and `samples.csv`. */
  readonly inputs: readonly NamedHash[];
  readonly outputs: readonly WrittenFile[];
  readonly summary: RunSummary;
}

function recordPath(root: string): string {
  return join(root, hiddenFolder, "run.json");
}

export function writeRecord(root: string, record: RunRecord): void {
  writeWhole(root, recordPath(root), JSON.stringify(record));
}

/** The last run's record, or null where there is none that can be read. */
export async function readRecord(root: string): Promise<RunRecord | null> {
  try {
    const record = JSON.parse(await fs.readFile(recordPath(root), "utf8")) as RunRecord;
    return Array.isArray(record.inputs) && Array.isArray(record.outputs) && record.summary ? record : null;
  } catch {
    return null;
  }
}

/** The last run's record where neither program, folder, inputs nor results have changed since; otherwise null. */
export async function unchangedRun(root: string, signal: AbortSignal): Promise<RunRecord | null> {
  const record = await readRecord(root);
  if (!record || record.build !== softwareBuild()) return null;
  const { entries } = await listStudy(root);
  const listing = entries.map(({ name }) => name);
  if (listing.length !== record.listing.length || listing.some((name, at) => name !== record.listing[at]))
    return null;
  for (const output of record.outputs) if (!(await isAsWritten(root, output))) return null;
  for (const { name, sha256 } of record.inputs) {
    signal.throwIfAborted();
    if ((await hashOf(join(root, name), signal)) !== sha256) return null;
  }
  return record;
}

/** Whether a file of the results is still the one that was written: by size and time, and by its bytes where the time is another. */
async function isAsWritten(root: string, { name, sha256, size, modified }: WrittenFile): Promise<boolean> {
  const path = join(root, resultsFolder, name);
  const stat = await fs.stat(path).catch(() => null);
  if (!stat || stat.size !== size) return false;
  return stat.mtimeMs === modified || (await sha256OfFile(path).catch(() => "")) === sha256;
}

const heldWhole = 8_388_608;

/** A file's hash, or null where it cannot be read; small files are read at once, which is many times faster. */
async function hashOf(path: string, signal: AbortSignal): Promise<string | null> {
  try {
    return statSync(path).size <= heldWhole
      ? sha256OfBytes(readFileSync(path))
      : await sha256OfFile(path, signal);
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

import { promises as fs } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./atomic.ts";
import type { RunSummary } from "./compose.ts";
import { hiddenFolder, listStudy, resultsFolder } from "./files.ts";
import { sha256OfFile } from "./hash.ts";
import { softwareBuild } from "./software.ts";

interface NamedHash {
  readonly name: string;
  readonly sha256: string;
}

/** What the last run used and gave: a run in which nothing of it changed need not be made again. */
export interface RunRecord {
  readonly build: string;
  /** Names of all files in the folder. */
  readonly listing: readonly string[];
  /** The files that were used, with `study.yaml` and `samples.csv`. */
  readonly inputs: readonly NamedHash[];
  readonly outputs: readonly NamedHash[];
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
  const outputs = record.outputs.map(({ name, sha256 }) => ({ name: `${resultsFolder}/${name}`, sha256 }));
  for (const { name, sha256 } of [...outputs, ...record.inputs]) {
    const now = await sha256OfFile(join(root, name), signal).catch(() => null);
    signal.throwIfAborted();
    if (now !== sha256) return null;
  }
  return record;
}

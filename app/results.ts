import { randomBytes } from "node:crypto";
import { existsSync, promises as fs } from "node:fs";
import { join } from "node:path";
import type { ResultFile } from "@vesica/run/compose";
import { resultsFolder } from "@vesica/run/names";
import { featureFileNames } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { previousResults, temporaryFolder } from "./atomic.ts";
import { exitStatus, Stop } from "./exit.ts";
import { appIssues } from "./issues.ts";
import { writePieces } from "./pieces.ts";
import { readRecord, type WrittenFile } from "./record.ts";
import type { Slice } from "./store.ts";

/** Stops with `results-foreign` where the results folder holds what no run has written. */
export async function checkResultsFolder(root: string): Promise<void> {
  const folder = join(root, resultsFolder);
  const stat = await fs.lstat(folder).catch(() => null);
  if (!stat) return;
  const foreign = (names: readonly string[]) =>
    new Stop(
      exitStatus.refused,
      appIssues.raise("results-foreign", { list: names.slice(0, 5).join(", ") }, { file: resultsFolder }),
    );
  if (!stat.isDirectory()) throw foreign([resultsFolder]);
  const names = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  const written = new Set((await readRecord(root))?.outputs.map(({ name }) => name));
  const unknown = files.filter((name) => !isAlwaysOurs(name) && !written.has(name));
  if (unknown.length === 0) return;
  const tables = new Set(await tablesOfDocument(join(folder, "result.json")));
  const strange = unknown.filter((name) => !tables.has(name));
  if (strange.length > 0) throw foreign(strange);
}

/** Whether a file of the results folder has a name that every run writes, or is what a system leaves in folders. */
function isAlwaysOurs(name: string): boolean {
  return /^(result\.json|report\.html|(tables\/)?\.DS_Store|tables\/(estimates|findings|issues|checklists|headline)\.csv)$/.test(
    name,
  );
}

/** Names of the files of the tables of features that a result document tells; none where it cannot be read. */
async function tablesOfDocument(path: string): Promise<string[]> {
  try {
    const { tables } = JSON.parse(await fs.readFile(path, "utf8")) as ResultDocument;
    return featureFileNames(tables).map((name) => `tables/${name}`);
  } catch {
    return [];
  }
}

/** Puts the results in the place of the earlier ones: until the last moment the old ones stay, then the new are whole. Gives what was written. */
export async function replaceResults(
  root: string,
  files: readonly ResultFile<Slice>[],
  signal: AbortSignal,
): Promise<WrittenFile[]> {
  const partial = join(temporaryFolder(root), `results-${randomBytes(6).toString("hex")}`);
  const written: WrittenFile[] = [];
  for (const { path, pieces } of files) {
    signal.throwIfAborted();
    const sha256 = writePieces(join(partial, path), pieces);
    const { size, mtimeMs: modified } = await fs.stat(join(partial, path));
    written.push({ name: path, sha256, size, modified });
  }
  signal.throwIfAborted();
  const results = join(root, resultsFolder);
  const previous = previousResults(root);
  if (existsSync(results)) await fs.rename(results, previous);
  try {
    await fs.rename(partial, results);
  } catch (error) {
    if (existsSync(previous)) await fs.rename(previous, results);
    throw error;
  }
  await fs.rm(previous, { recursive: true, force: true });
  return written;
}

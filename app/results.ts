import { randomBytes } from "node:crypto";
import { existsSync, promises as fs } from "node:fs";
import { join } from "node:path";
import { previousResults, temporaryFolder, writeDurably } from "./atomic.ts";
import type { ResultFile } from "./compose.ts";
import { exitStatus, Stop } from "./exit.ts";
import { resultsFolder } from "./files.ts";
import { appIssues } from "./issues.ts";

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
  const strange = files.filter(
    (name) => !/^(result\.json|report\.html|tables\/[^/]+\.csv|(tables\/)?\.DS_Store)$/.test(name),
  );
  if (strange.length > 0) throw foreign(strange);
}

/** Puts the results in the place of the earlier ones: until the last moment the old ones stay, then the new are whole. */
export async function replaceResults(
  root: string,
  files: readonly ResultFile[],
  signal: AbortSignal,
): Promise<void> {
  const partial = join(temporaryFolder(root), `results-${randomBytes(6).toString("hex")}`);
  for (const { path, text } of files) {
    signal.throwIfAborted();
    await writeDurably(join(partial, path), text);
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
}

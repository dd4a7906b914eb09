import { type Dirent, promises as fs } from "node:fs";
import { join, relative, sep } from "node:path";
import { folderIssues } from "@vesica/run/issues";
import {
  hiddenFolder,
  isLeftBehind,
  isOurs,
  isUnreadableName,
  mostFiles,
  type StudyEntry,
  sortedEntries,
} from "@vesica/run/names";
import type { Issue } from "vesica/kernel";
import { exitStatus, Stop } from "./exit.ts";
import { appIssues } from "./issues.ts";

/** A raw file on the disk. */
export interface FolderEntry extends StudyEntry {
  /** When it was last written, in milliseconds as the disk keeps it. */
  readonly modified: number;
}

/** The path of a folder that exists, or a stop with `folder-missing` or `folder-is-a-file`. */
export async function existingFolder(folder: string): Promise<string> {
  const stat = await fs.stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw new Stop(exitStatus.wrongUse, appIssues.raise("folder-missing", { folder }));
  });
  if (!stat.isDirectory())
    throw new Stop(exitStatus.wrongUse, appIssues.raise("folder-is-a-file", { folder }));
  return fs.realpath(folder);
}

/**
 * The raw files of a study, by name: not hidden ones, results, `study.yaml`, `samples.csv` or what offices leave
 * behind. Links that leave the folder, or lead to a folder, are `link-outside`; pipes, sockets and devices `not-a-file`.
 */
export async function listStudy(root: string): Promise<{ entries: FolderEntry[]; issues: Issue[] }> {
  const entries: FolderEntry[] = [];
  const issues: Issue[] = [];
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await childrenOf(root, folder, issues)) {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (isOurs(name) || isLeftBehind(entry.name)) continue;
      if (isUnreadableName(name)) {
        issues.push(folderIssues.raise("file-name-unreadable", {}, { file: name.toWellFormed() }));
      } else if (entry.isDirectory()) waiting.push(name);
      else if (entry.isFile() || entry.isSymbolicLink()) {
        const found = await statOf(root, name, entry, issues);
        if (found) entries.push({ name, ...found });
      } else issues.push(appIssues.raise("not-a-file", {}, { file: name }));
      if (entries.length > mostFiles) {
        throw new Stop(exitStatus.refused, folderIssues.raise("folder-too-many-files", { most: mostFiles }));
      }
    }
  }
  return { entries: sortedEntries(entries), issues };
}

async function childrenOf(root: string, folder: string, issues: Issue[]): Promise<Dirent[]> {
  try {
    return await fs.readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === "") throw error;
    const { code = "" } = error as NodeJS.ErrnoException;
    issues.push(folderIssues.raise("file-unreadable", { code }, { file: folder }));
    return [];
  }
}

async function statOf(
  root: string,
  name: string,
  entry: Dirent,
  issues: Issue[],
): Promise<Omit<FolderEntry, "name"> | null> {
  const path = join(root, name);
  try {
    if (entry.isSymbolicLink()) {
      const inside = relative(root, await fs.realpath(path));
      if (leaves(inside) || isOurs(inside.replaceAll(sep, "/")) || !(await fs.stat(path)).isFile()) {
        issues.push(appIssues.raise("link-outside", {}, { file: name }));
        return null;
      }
    }
    const { size, mtimeMs: modified } = await fs.stat(path);
    return { size, modified };
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    issues.push(folderIssues.raise("file-unreadable", { code }, { file: name }));
    return null;
  }
}

function leaves(inside: string): boolean {
  return inside === ".." || inside.startsWith(`..${sep}`) || /^([A-Za-z]:|[\\/])/.test(inside);
}

/** Stops with `not-a-file` where `name`, links followed, is no file inside the study: reading a pipe would never end. Gives its size. */
export async function sizeOfOwnFile(root: string, name: string): Promise<number> {
  const real = await fs.realpath(join(root, name));
  const stat = await fs.stat(real);
  if (stat.isFile() && !leaves(relative(await fs.realpath(root), real))) return stat.size;
  throw new Stop(exitStatus.refused, appIssues.raise("not-a-file", {}, { file: name }));
}

/** Stops with `hidden-foreign` where the hidden folder, or anything in it, is a link, a pipe or a device: what is written or cleared there stays there. */
export async function checkHiddenFolder(root: string): Promise<void> {
  const folder = join(root, hiddenFolder);
  const stat = await fs.lstat(folder).catch(() => null);
  if (!stat || stat.isFile()) return;
  const entries = stat.isDirectory()
    ? await fs.readdir(folder, { recursive: true, withFileTypes: true })
    : [{ name: hiddenFolder, isFile: () => false, isDirectory: () => false }];
  const foreign = entries.filter(
    (entry) => !entry.isFile() && (!entry.isDirectory() || entry.name === "lock"),
  );
  if (foreign.length === 0) return;
  const list = foreign.slice(0, 5).map(({ name }) => name);
  throw new Stop(
    exitStatus.refused,
    appIssues.raise("hidden-foreign", { list: list.join(", ") }, { file: hiddenFolder }),
  );
}

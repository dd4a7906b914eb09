import { promises as fs } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "../atomic.ts";
import { sizeOfOwnFile } from "../files.ts";
import { sha256OfBytes } from "../hash.ts";
import {
  type PaperName,
  paperFiles,
  type ServedFolder,
  type ServedPaper,
  type ServedPapers,
} from "./folder.ts";

/** A paper that is to be written: its bytes, and the SHA-256 of what the page took it from; null where there was none. */
export interface PaperChange {
  readonly bytes: Uint8Array;
  readonly was: string | null;
}

export type PaperChanges = Readonly<Partial<Record<PaperName, PaperChange>>>;

export const paperNames = ["study", "sheet"] as const;

/** The changes of a request's JSON; null where it is none of ours, or a paper is too large. */
export function paperChanges(body: unknown): PaperChanges | null {
  if (typeof body !== "object" || body === null) return null;
  const changes: Partial<Record<PaperName, PaperChange>> = {};
  for (const [name, change] of Object.entries(body)) {
    if (!paperNames.some((each) => each === name)) return null;
    const { bytes, was } = (change ?? {}) as Record<string, unknown>;
    if (typeof bytes !== "string" || (was !== null && typeof was !== "string")) return null;
    const decoded = Buffer.from(bytes, "base64");
    if (decoded.length > paperFiles[name as PaperName].most) return null;
    if (decoded.toString("base64") !== bytes) return null;
    changes[name as PaperName] = { bytes: decoded, was };
  }
  return Object.keys(changes).length > 0 ? changes : null;
}

/**
 * Writes papers that nobody else wrote meanwhile, each whole or not at all. Where one of them is another on the disk
 * than the page took its own from, nothing is written and `false` stands beside what the disk has.
 */
export async function writePapers(
  folder: ServedFolder,
  changes: PaperChanges,
): Promise<{ readonly written: boolean; readonly papers: ServedPapers }> {
  const onDisk = async (): Promise<ServedPapers> => ({
    study: await folder.paper("study"),
    sheet: await folder.paper("sheet"),
  });
  const there = await onDisk();
  for (const name of paperNames) {
    const change = changes[name];
    if (change && isAnother(there[name], change)) return { written: false, papers: there };
  }
  for (const name of paperNames) {
    const change = changes[name];
    if (change && there[name]?.sha256 !== sha256OfBytes(change.bytes))
      await replaceFile(await pathOf(folder.root, paperFiles[name].name), change.bytes);
  }
  return { written: true, papers: await onDisk() };
}

/** Whether the disk has neither what the page began with nor what it writes. */
function isAnother(there: ServedPaper | null, { bytes, was }: PaperChange): boolean {
  const now = there?.sha256 ?? null;
  return now !== was && now !== sha256OfBytes(bytes);
}

/** Where a paper is: links inside the folder are followed, those that leave it are a stop with `not-a-file`. */
async function pathOf(root: string, name: string): Promise<string> {
  const path = join(root, name);
  if (!(await fs.lstat(path).catch(() => null))) return path;
  await sizeOfOwnFile(root, name);
  return fs.realpath(path);
}

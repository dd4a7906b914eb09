import type { Papers } from "@vesica/run/study";
import { type DiskPapers, type PaperName, paperNames } from "../sources/served.ts";

/** The page's papers and the disk's brought together. */
export interface MergedPapers {
  readonly papers: Papers;
  /** What `papers` were taken from. */
  readonly base: DiskPapers;
  /** Papers that were changed on both sides: the page's stand until a person decides. */
  readonly conflicts: readonly PaperName[];
}

/** The papers whose bytes are not those that they were taken from: what is not in the folder yet. */
export function unsavedPapers(papers: Papers, base: DiskPapers): PaperName[] {
  return paperNames.filter((name) => !isSame(papers[name], base[name]?.bytes));
}

/**
 * What follows when the disk has `disk` where the page took its papers from `base`: a paper that was not edited here
 * is taken from the disk, one that was edited stays, and is a conflict where the disk's is another too. A paper that
 * was removed from the disk stays here.
 */
export function mergePapers(mine: Papers, base: DiskPapers, disk: DiskPapers): MergedPapers {
  const papers: Record<PaperName, Uint8Array> = { ...mine };
  const from: Record<PaperName, DiskPapers["study"]> = { ...base };
  const conflicts: PaperName[] = [];
  for (const name of paperNames) {
    const there = disk[name];
    if (there?.sha256 === base[name]?.sha256) continue;
    const edited = !isSame(mine[name], base[name]?.bytes);
    if (there && edited && !isSame(mine[name], there.bytes)) {
      conflicts.push(name);
      continue;
    }
    if (there) papers[name] = there.bytes;
    from[name] = there;
  }
  return { papers, base: from, conflicts };
}

function isSame(a: Uint8Array, b: Uint8Array | undefined): boolean {
  if (a === b) return true;
  return b !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at]);
}

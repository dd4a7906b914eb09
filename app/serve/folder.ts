import { promises as fs } from "node:fs";
import { basename, join } from "node:path";
import {
  largestSheet,
  largestStudyFile,
  resultsFolder,
  sheetFileName,
  studyFileName,
} from "@vesica/run/names";
import type { ServedEntry, ServedSnapshot } from "@vesica/run/served";
import type { Papers } from "@vesica/run/study";
import { listStudy, sizeOfOwnFile } from "../files.ts";
import { sha256OfBytes } from "../hash.ts";
import { readRecord } from "../record.ts";
import { stampOf } from "./send-file.ts";

/** One of the two papers as it is on the disk. */
export interface ServedPaper {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export type PaperName = keyof Papers;
export type ServedPapers = Snapshot["papers"];

/** What the folder holds at one moment. */
export type Snapshot = ServedSnapshot<ServedPaper>;

export const paperFiles: Readonly<Record<PaperName, { readonly name: string; readonly most: number }>> = {
  study: { name: studyFileName, most: largestStudyFile },
  sheet: { name: sheetFileName, most: largestSheet },
};

/** A folder on the disk that is looked at again and again. */
export class ServedFolder {
  readonly root: string;
  readonly #papers = new Map<PaperName, { readonly stamp: string; readonly paper: ServedPaper }>();
  #entries: ReadonlyMap<string, ServedEntry> | null = null;

  constructor(root: string) {
    this.root = root;
  }

  /** Looks at the folder; stops as `listStudy` does. Papers too large to be any are `null` here and refused by a run. */
  async look(): Promise<Snapshot> {
    const listing = await listStudy(this.root);
    const entries = listing.entries
      .filter(({ name }) => !/\.partial-[0-9a-f]{8}$/.test(name))
      .map(({ name, size, modified }) => ({ name, size, stamp: stampOf({ size, mtimeMs: modified }) }));
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
    const papers = { study: await this.paper("study"), sheet: await this.paper("sheet") };
    const { issues } = listing;
    const told = [entries, papers.study?.sha256, papers.sheet?.sha256, issues];
    const ran = await hasResults(this.root);
    return {
      title: basename(this.root),
      stamp: sha256OfBytes(JSON.stringify(told)),
      entries,
      papers,
      issues,
      ran,
    };
  }

  /** Whether the folder's listing has a file of this name. */
  async lists(name: string): Promise<boolean> {
    if (!this.#entries) await this.look();
    return this.#entries!.has(name);
  }

  /** A paper as it is on the disk; null where there is none that could be one. */
  async paper(which: PaperName): Promise<ServedPaper | null> {
    const { name, most } = paperFiles[which];
    try {
      if ((await sizeOfOwnFile(this.root, name)) > most) return null;
      const path = join(this.root, name);
      const stamp = stampOf(await fs.stat(path));
      const known = this.#papers.get(which);
      if (known?.stamp === stamp) return known.paper;
      const bytes = await fs.readFile(path);
      const paper = { bytes, sha256: sha256OfBytes(bytes) };
      this.#papers.set(which, { stamp, paper });
      return paper;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT" || (error as Error).name === "Stop") return null;
      throw error;
    }
  }
}

async function hasResults(root: string): Promise<boolean> {
  const there = await fs.stat(join(root, resultsFolder, "result.json")).catch(() => null);
  return there !== null && (await readRecord(root)) !== null;
}

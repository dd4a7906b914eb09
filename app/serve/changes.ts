import { watch } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { sheetFileName, studyFileName } from "@vesica/run/names";
import type { Snapshot } from "./folder.ts";

/** What the page is told: the folder is as `stamp` says now, and these files are others than before. */
export interface FolderChange {
  readonly stamp: string;
  readonly names: readonly string[];
}

/** Names of files that are new, gone or written again, papers too. */
export function changedNames(before: Snapshot, after: Snapshot): string[] {
  const stamps = (snapshot: Snapshot) =>
    new Map([
      ...snapshot.entries.map(({ name, stamp }) => [name, stamp] as const),
      [studyFileName, snapshot.papers.study?.sha256],
      [sheetFileName, snapshot.papers.sheet?.sha256],
    ]);
  const [old, now] = [stamps(before), stamps(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].filter((name) => old.get(name) !== now.get(name)).sort();
}

export interface FolderWatch {
  look(): Promise<Snapshot>;
  /** Resolves when it is time to look again; the last look took so many milliseconds. */
  wait(signal: AbortSignal, took: number): Promise<void>;
}

/** Looks that may pass while a file is still being written, before the page is told anyway. */
const mostUnsettled = 10;

/**
 * Tells each change of a folder when it has settled: when two looks are alike, so that a file in the middle of being
 * copied is not analysed. The first told is how the folder is at the beginning. A folder that cannot be looked at for
 * a while is looked at again. Ends when the signal is aborted.
 */
export async function* folderChanges(folder: FolderWatch, signal: AbortSignal): AsyncGenerator<FolderChange> {
  let told: Snapshot | null = null;
  let last: Snapshot | null = null;
  let unsettled = 0;
  while (!signal.aborted) {
    const began = performance.now();
    const now = await folder.look().catch(() => null);
    const took = performance.now() - began;
    if (now && !told) {
      told = now;
      yield { stamp: now.stamp, names: [] };
    } else if (now && told && now.stamp !== told.stamp) {
      if (now.stamp === last?.stamp || ++unsettled > mostUnsettled) {
        const names = changedNames(told, now);
        told = now;
        unsettled = 0;
        yield { stamp: now.stamp, names };
      }
    }
    last = now;
    await folder.wait(signal, took).catch(() => {});
  }
}

const pollEach = 1000;

/**
 * Waits a second between looks, longer where a look takes long, shorter where the system tells of a change. Linux is
 * asked each second only: there the system tells of single folders, and of folders on other machines nothing.
 */
export function pollingWait(root: string): FolderWatch["wait"] {
  return async (signal, took) => {
    const until = new AbortController();
    const stop = () => until.abort();
    signal.addEventListener("abort", stop, { once: true });
    const watcher = process.platform === "linux" ? null : watched(root, stop);
    try {
      if (signal.aborted) return;
      await pause(Math.max(pollEach, 10 * took), undefined, { signal: until.signal }).catch(() => {});
      if (until.signal.aborted && !signal.aborted) await pause(pollEach / 4, undefined, { signal });
    } finally {
      signal.removeEventListener("abort", stop);
      watcher?.close();
    }
  };
}

function watched(root: string, changed: () => void) {
  try {
    return watch(root, { recursive: true }, changed).on("error", () => {});
  } catch {
    return null;
  }
}

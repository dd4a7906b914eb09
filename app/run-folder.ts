import type { RunSummary } from "@vesica/run/compose";
import type { Text } from "vesica/kernel";
import type { Progress } from "vesica/study";
import { exitStatus, Stop } from "./exit.ts";
import { checkHiddenFolder } from "./files.ts";
import { type Lock, lockStudy } from "./lock.ts";
import { unchangedRun } from "./record.ts";
import type { Setup } from "./setup.ts";

export interface RunFolderOptions {
  readonly workers?: number;
  /** False: everything is computed again. */
  readonly cache: boolean;
  readonly signal: AbortSignal;
  readonly setup: Setup;
  /** Makes a teller of progress for a part of the work. */
  readonly teller: (title: Text) => (progress: Progress) => void;
}

/** What a run of a folder gave; its results are in the folder. */
export interface FolderRun {
  readonly summary: RunSummary;
  /** Whether nothing had changed since the last run, so that nothing was computed. */
  readonly unchanged: boolean;
}

/** Analyses a study folder with its lock, cache and worker threads, and writes its results; stops as `openStudy` and `lockStudy` do. */
export async function runFolder(
  root: string,
  shownAs: string,
  options: RunFolderOptions,
): Promise<FolderRun> {
  await checkHiddenFolder(root);
  const record = options.cache ? await unchangedRun(root, options.signal) : null;
  if (record) return { summary: record.summary, unchanged: true };
  return { summary: await analyse(root, shownAs, options), unchanged: false };
}

async function analyse(root: string, shownAs: string, options: RunFolderOptions): Promise<RunSummary> {
  const { signal, setup, cache, teller } = options;
  const { loadDomains } = await import("./domains.ts");
  const { openStudy } = await import("./study-folder.ts");
  const { checkResultsFolder } = await import("./results.ts");
  const { computeStudy, keepResults } = await import("./run-study.ts");
  const { workerEngine } = await import("./worker-engine.ts");
  const engine = workerEngine(setup, options.workers);
  let lock: Lock | undefined;
  try {
    const { domains } = await loadDomains(setup);
    const study = await openStudy(root, shownAs, domains);
    await checkResultsFolder(root);
    lock = await lockStudy(root);
    const computed = await computeStudy(study, engine, domains, { signal, cache, keep: true, teller });
    if (computed.summary.status === exitStatus.refused)
      throw new Stop(exitStatus.refused, ...computed.summary.issues);
    await keepResults(study, computed, signal);
    return computed.summary;
  } finally {
    await engine.close();
    lock?.release();
  }
}

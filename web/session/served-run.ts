import type { RunSummary } from "@vesica/run/compose";
import type { ServedResult } from "@vesica/run/served";
import type { Issue } from "vesica/kernel";
import { doTask } from "../engine/engine.ts";
import { apiAddress, runServed, ServerRefusal } from "../sources/served.ts";
import { drawShown, lookIfDue } from "./finish.ts";
import { unsavedPapers } from "./served-papers.ts";
import { tellRefusal } from "./served-refusal.ts";
import { served } from "./served-state.ts";
import { session } from "./state.ts";
import { failed } from "./work.ts";

/** Whether the study that is open is the one in the served folder, papers and all: then the server runs it. */
export function isOnServer(): boolean {
  const { place, papers } = session.get();
  const { base, theirs } = served.get();
  return place === "served" && papers !== null && !theirs && unsavedPapers(papers, base).length === 0;
}

type Ended =
  | { readonly summary: RunSummary; readonly results: readonly ServedResult[] }
  | { readonly issues: readonly Issue[] };

/** Has the server run the study of its folder, with its cache, and shows the results that it wrote. */
export async function analyseOnServer(signal: AbortSignal): Promise<void> {
  try {
    await analyse(signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof ServerRefusal)) throw error;
    session.set({ stage: session.get().result ? "done" : "ready", progress: null });
    tellRefusal(error);
  }
}

async function analyse(signal: AbortSignal): Promise<void> {
  const { papers: analysed } = session.get();
  const ended = await followRun(signal);
  const { result } = session.get();
  if ("issues" in ended) {
    session.set({ stage: result ? "done" : "ready", progress: null, issues: ended.issues });
    return;
  }
  const { summary, results } = ended;
  const files = results.map(({ path, stamp }) => ({
    path,
    address: apiAddress(
      `results/${path.split("/").map(encodeURIComponent).join("/")}?${new URLSearchParams({ stamp })}`,
    ),
  }));
  const read = await doTask("read-results", files, signal);
  signal.throwIfAborted();
  const { document } = read;
  session.set({
    stage: "done",
    progress: null,
    result: { document, summary, drawings: null, files: read.files },
    analysed,
    before: result?.document ?? null,
    issues: summary.issues.filter(({ severity }) => severity !== "note"),
  });
  drawShown(signal)
    .then(() => lookIfDue(signal))
    .catch((error: unknown) => failed(error, signal));
}

async function followRun(signal: AbortSignal): Promise<Ended> {
  let all = false;
  let ended: Ended | null = null;
  for await (const line of runServed(signal)) {
    signal.throwIfAborted();
    if ("fault" in line) throw new Error(line.fault);
    if (!("progress" in line)) ended = line;
    if (all || !("progress" in line)) continue;
    all = line.progress.done === line.progress.total;
    session.set({ progress: line.progress });
  }
  if (!ended) throw new ServerRefusal("lost");
  return ended;
}

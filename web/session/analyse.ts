import type { FileInput } from "@vesica/run/analyse";
import type { PackedOutcome } from "@vesica/run/packed";
import { doTask, mapTask } from "../engine/engine.ts";
import type { AnalyseBlobInput } from "../worker/analyse-file.ts";
import { finishResult } from "./finish.ts";
import { keepOutcome, knownOutcome } from "./outcomes.ts";
import { analyseOnServer, isOnServer } from "./served-run.ts";
import { session } from "./state.ts";
import { begin, failed } from "./work.ts";

/** Analyses the study with its papers as they are; files that nothing changed for are taken from memory. */
export async function analyseSession(): Promise<void> {
  const { papers, files, oddities, result } = session.get();
  if (!papers) return;
  const signal = begin();
  session.set({ stage: "running", fault: null, progress: { done: 0, total: files.length, label: "" } });
  try {
    if (isOnServer()) return await analyseOnServer(signal);
    const entries = files.map(({ name, size }) => ({ name, size }));
    const opened = await doTask("open-papers", { papers, entries }, signal);
    signal.throwIfAborted();
    if (!("value" in opened)) {
      session.set({ stage: result ? "done" : "ready", progress: null, issues: opened.issues });
      return;
    }
    const { design, inputs } = opened.value;
    const packed = await analyseFiles(inputs, signal);
    const version = __VESICA_VERSION__;
    const compose = { outcomes: packed, design, issues: [...opened.warnings, ...oddities], version };
    const composed = await doTask("compose-study", compose, signal);
    signal.throwIfAborted();
    const before = session.get().result?.document ?? null;
    const shown = { ...composed, drawings: null, files: null };
    session.set({
      stage: "done",
      progress: null,
      result: shown,
      analysed: papers,
      before,
      issues: compose.issues,
    });
    finishResult(compose, signal).catch((error: unknown) => failed(error, signal));
  } catch (error) {
    failed(error, signal);
  }
}

async function analyseFiles(inputs: readonly FileInput[], signal: AbortSignal): Promise<PackedOutcome[]> {
  const blobs = new Map(session.get().files.map(({ name, blob }) => [name, blob]));
  const jobs = inputs.map((input) => ({ input, blob: blobs.get(input.name)! }));
  const known = jobs.map(({ blob, input }) => knownOutcome(blob, input));
  const fresh = jobs.filter((_, index) => !known[index]);
  const total = jobs.length;
  const made = await mapTask("analyse-file", fresh, {
    signal,
    label: (job) => (job as AnalyseBlobInput).input.name,
    weight: (job) => (job as AnalyseBlobInput).input.size,
    progress: ({ done, label }) =>
      session.set({ progress: { done: total - fresh.length + done, total, label } }),
  });
  fresh.forEach(({ blob, input }, index) => {
    keepOutcome(blob, input, made[index]!);
  });
  let at = 0;
  return known.map((outcome) => outcome ?? made[at++]!);
}

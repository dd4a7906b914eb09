import type { FileInput } from "@vesica/run/analyse";
import type { PackedOutcome } from "@vesica/run/packed";
import { canonicalJson, type Json } from "vesica/kernel";
import { doTask, mapTask } from "../engine/engine.ts";
import type { AnalyseBlobInput } from "../worker/analyse-file.ts";
import { finishResult } from "./finish.ts";
import { session } from "./state.ts";
import { begin, failed } from "./work.ts";

/** Outcomes of a file by what decided them besides its bytes; the last few. */
const outcomes = new WeakMap<Blob, Map<string, PackedOutcome>>();
const mostOutcomes = 4;

/** Analyses the study with its papers as they are; files that nothing changed for are taken from memory. */
export async function analyseSession(): Promise<void> {
  const { papers, files, oddities, result } = session.get();
  if (!papers) return;
  const signal = begin();
  session.set({ stage: "running", fault: null, progress: { done: 0, total: files.length, label: "" } });
  try {
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
    session.set({ stage: "done", progress: null, result: shown, before, issues: compose.issues });
    finishResult(compose, signal).catch((error: unknown) => failed(error, signal));
  } catch (error) {
    failed(error, signal);
  }
}

async function analyseFiles(inputs: readonly FileInput[], signal: AbortSignal): Promise<PackedOutcome[]> {
  const blobs = new Map(session.get().files.map(({ name, blob }) => [name, blob]));
  const keyed = inputs.map((input) => ({
    input,
    blob: blobs.get(input.name)!,
    key: canonicalJson(input as unknown as Json),
  }));
  const known = keyed.map(({ blob, key }) => outcomes.get(blob)?.get(key));
  const fresh = keyed.filter((_, index) => !known[index]);
  const total = keyed.length;
  const made = await mapTask(
    "analyse-file",
    fresh.map(({ blob, input }) => ({ blob, input })),
    {
      signal,
      label: (job) => (job as AnalyseBlobInput).input.name,
      weight: (job) => (job as AnalyseBlobInput).input.size,
      progress: ({ done, label }) =>
        session.set({ progress: { done: total - fresh.length + done, total, label } }),
    },
  );
  fresh.forEach(({ blob, key }, index) => {
    remember(blob, key, made[index]!);
  });
  let at = 0;
  return known.map((outcome) => outcome ?? made[at++]!);
}

function remember(blob: Blob, key: string, outcome: PackedOutcome): void {
  const own = outcomes.get(blob) ?? new Map<string, PackedOutcome>();
  own.set(key, outcome);
  if (own.size > mostOutcomes) own.delete(own.keys().next().value!);
  outcomes.set(blob, own);
}

import { useEffect, useState } from "react";
import { type FileContext, type Issue, isRefused, type Json } from "vesica/kernel";
import { type OwnWorker, ownWorker } from "../engine/engine.ts";
import { useSession } from "../session/state.ts";
import type { OpenCloudInput, OpenedClouds } from "../worker/clouds.ts";

/** A worker for this page alone; it ends with the page. */
export function useOwnWorker(): OwnWorker | null {
  const [worker, setWorker] = useState<OwnWorker | null>(null);
  useEffect(() => {
    const own = ownWorker();
    setWorker(own);
    return () => own.end();
  }, []);
  return worker;
}

/** A file that is open in the worker, as the papers have it. */
export interface OpenFile {
  /** By which its clouds are asked for. */
  readonly id: string;
  readonly input: OpenCloudInput;
  readonly opened: OpenedClouds | null;
  readonly issues: readonly Issue[];
  /** Of its room. */
  readonly parameters: Json | undefined;
}

export type Opening =
  | { readonly state: "opening" }
  | { readonly state: "open"; readonly file: OpenFile }
  | { readonly state: "refused"; readonly issues: readonly Issue[] }
  | { readonly state: "failed"; readonly reason: string };

const names = new WeakMap<Blob, string>();
let count = 0;

/** The same name for the same bytes. */
function nameOf(blob: Blob): string {
  const known = names.get(blob) ?? `bytes ${count++}`;
  names.set(blob, known);
  return known;
}

/** Opens a file of the study in the worker, again whenever the papers change. */
export function useOpenFile(worker: OwnWorker | null, name: string | null): Opening {
  const { papers, files } = useSession();
  const [opening, setOpening] = useState<Opening>({ state: "opening" });
  useEffect(() => {
    const blob = files.find((file) => file.name === name)?.blob;
    if (!worker || !papers || !blob || name === null) return;
    let wanted = true;
    const tell = (next: Opening) => wanted && setOpening(next);
    const open = async (): Promise<Opening> => {
      const entries = files.map((file) => ({ name: file.name, size: file.size }));
      const study = await worker.run("open-papers", { papers, entries });
      if (isRefused(study)) return { state: "refused", issues: study.issues };
      const own = study.value.inputs.find((input) => input.name === name);
      const { rows: _, ...design } = study.value.design;
      const context: FileContext = { file: name, rows: own?.rows ?? [], design: own?.design ?? design };
      const id = `file ${count++}`;
      const input = { id, bytes: nameOf(blob), blob, mapping: own?.mapping ?? null, context };
      const opened = await worker.run("open-cloud", input);
      if (isRefused(opened)) return { state: "refused", issues: opened.issues };
      const parameters = opened.value ? design.parameters[opened.value.room] : undefined;
      const { value, warnings } = opened;
      return { state: "open", file: { id, input, opened: value, issues: warnings, parameters } };
    };
    setOpening((before) =>
      before.state === "open" && before.file.input.context.file === name ? before : { state: "opening" },
    );
    open().then(tell, (error) => tell({ state: "failed", reason: String(error?.message ?? error) }));
    return () => {
      wanted = false;
    };
  }, [worker, papers, files, name]);
  return opening;
}

import { useEffect } from "react";
import { doTask } from "../engine/engine.ts";
import { session, useSession } from "./state.ts";

const pause = 300;

/** Tells what stands in the way of an analysis as soon as the papers are there or were edited, before one asks for it. */
export function usePapersCheck(): void {
  const { papers, stage, result, place } = useSession();
  const isDue = papers !== null && stage === "ready" && result === null && place !== "served";
  // biome-ignore lint/correctness/useExhaustiveDependencies: papers that were edited are checked again
  useEffect(() => {
    if (!isDue) return;
    const waiting = setTimeout(() => void checkPapers(), pause);
    return () => clearTimeout(waiting);
  }, [isDue, papers]);
}

async function checkPapers(): Promise<void> {
  const { papers, files, oddities } = session.get();
  if (!papers) return;
  const entries = files.map(({ name, size }) => ({ name, size }));
  const opened = await doTask("open-papers", { papers, entries });
  const now = session.get();
  if (now.papers !== papers || now.stage !== "ready" || now.result) return;
  session.set({ issues: "value" in opened ? oddities : [...opened.issues, ...oddities] });
}

import { useState } from "react";
import { type Issue, isRefused, type Json } from "vesica/kernel";
import { doTask } from "../engine/engine.ts";
import { analyseSession } from "../session/analyse.ts";
import { session } from "../session/state.ts";

interface Change {
  readonly path: readonly string[];
  /** Undefined where the default holds again. */
  readonly value: Json | undefined;
}

/** Writes values into study.yaml and analyses again; what is wrong with them is told. */
export function useInStudy(): {
  readonly issues: readonly Issue[];
  readonly busy: boolean;
  write(changes: readonly Change[]): Promise<void>;
} {
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [busy, setBusy] = useState(false);
  const write = async (changes: readonly Change[]) => {
    const { papers } = session.get();
    if (!papers) return;
    setBusy(true);
    try {
      let { study } = papers;
      for (const change of changes) {
        const changed = await doTask("set-parameter", { study, ...change });
        if (isRefused(changed)) return setIssues(changed.issues);
        study = changed.value;
      }
      setIssues([]);
      session.set({ papers: { ...papers, study }, edited: true });
    } finally {
      setBusy(false);
    }
    await analyseSession();
  };
  return { issues, busy, write };
}

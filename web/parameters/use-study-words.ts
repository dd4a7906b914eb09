import { useEffect, useState } from "react";
import { doTask } from "../engine/engine.ts";
import { useSession } from "../session/state.ts";
import type { ReadStudyWords } from "../worker/read-study-words.ts";

/** What study.yaml says now; null until it was read for the first time. */
export function useStudyWords(): ReadStudyWords | null {
  const study = useSession().papers?.study;
  const [read, setRead] = useState<ReadStudyWords | null>(null);
  useEffect(() => {
    if (!study) return;
    let isOld = false;
    doTask("read-study-words", study).then(
      (found) => {
        if (!isOld) setRead(found);
      },
      () => {},
    );
    return () => {
      isOld = true;
    };
  }, [study]);
  return read;
}

import type { FileDescription } from "@vesica/run/describe";
import type { ColumnMapping } from "vesica/kernel";
import { IssueList } from "../issues/issue-list.tsx";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

interface TrialViewProps {
  /** Null while required fields are empty. */
  readonly mapping: ColumnMapping | null;
  readonly trial: FileDescription | null;
}

/** Whether the file can be read as was said, and what is wrong if not. */
export function TrialView({ mapping, trial }: TrialViewProps) {
  const say = useSay();
  const reads = trial?.source.status === "read";
  return (
    <div aria-live="polite" className="trial">
      {mapping && !trial && <p>{say(words.trying)}</p>}
      {trial && (
        <>
          <p className={reads ? "good" : "fail"}>
            {reads ? say(words.readsSo, { count: trial.source.captures.length }) : say(words.readsNot)}
          </p>
          <IssueList issues={trial.issues} placeless />
        </>
      )}
    </div>
  );
}

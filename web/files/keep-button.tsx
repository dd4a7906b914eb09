import { useEffect, useState } from "react";
import { formatBytes } from "vesica/report";
import { IssueList } from "../issues/issue-list.tsx";
import { useSession } from "../session/state.ts";
import { cancelKeeping, keepSession, useKeeping } from "../sources/keeping.ts";
import { totalSize } from "../sources/kept-format.ts";
import { keptRoot } from "../sources/private-files.ts";
import { words } from "../sources/words.ts";
import { useSay } from "../words/language.tsx";

/** Whether the browser keeps files for this page; null until it is known. */
function useStorage(): boolean | null {
  const [there, setThere] = useState<boolean | null>(null);
  useEffect(() => {
    keptRoot().then((root) => setThere(root !== null));
  }, []);
  return there;
}

/** Keeps the study that is open in the browser, and says how that goes. */
export function KeepButton() {
  const say = useSay();
  const { place, papers, files } = useSession();
  const { id, hold, copying, saved, issues, other } = useKeeping();
  const storage = useStorage();
  if (!papers || place === "served") return null;
  if (storage === false) return <p className="quiet">{say(words.noStorage)}</p>;
  if (copying) return <Copying {...copying} />;
  const noSpace = issues.some(({ code }) => code.startsWith("kept-no-space"));
  return (
    <div className="keep">
      {id === null ? (
        <>
          <button
            type="button"
            disabled={storage === null}
            title={say(words.keepHelp, { size: formatBytes(totalSize(files)) })}
            onClick={() => keepSession()}
          >
            {say(words.keep)}
          </button>
          {noSpace && (
            <button type="button" onClick={() => keepSession(true)}>
              {say(words.keepPapers)}
            </button>
          )}
        </>
      ) : (
        hold === "held" &&
        !other && (
          <span className="chip good" role="status">
            {say(saved ? words.keptSaved : words.keptSaving)}
          </span>
        )
      )}
      <div role="alert">
        <IssueList issues={issues} />
      </div>
    </div>
  );
}

interface CopyingProps {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

function Copying({ done, total, name }: CopyingProps) {
  const say = useSay();
  return (
    <div className="keep copying">
      <label>
        <span>{say(words.copying, { name })}</span>
        <progress max={total || 1} value={done} />
      </label>
      <span className="count">
        {say(words.copied, { done: formatBytes(done), total: formatBytes(total) })}
      </span>
      <button type="button" onClick={cancelKeeping}>
        {say(words.cancel)}
      </button>
    </div>
  );
}

import { useEffect, useRef, useState } from "react";
import type { Issue } from "vesica/kernel";
import { doTask } from "../engine/engine.ts";
import { SeverityMark } from "../issues/severity.tsx";
import { session, useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { Prose } from "../words/prose.tsx";
import { remedyOf } from "../words/remedies.ts";
import { replaceStudy } from "./edit.ts";
import { words } from "./words.ts";

const pause = 600;

/** Text that cannot be read yet, so that it is not lost when another page is looked at. */
let keptText: { readonly study: Uint8Array; readonly text: string } | null = null;

/** study.yaml as text, for people who prefer that, with what is wrong by line. */
export function YamlEditor({ wrong }: { readonly wrong: readonly Issue[] }) {
  const say = useSay();
  const study = useSession().papers!.study;
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => (keptText?.study === study ? keptText.text : textOf(study)));
  const [typed, setIssues] = useState<readonly Issue[]>([]);
  const [isEdited, setEdited] = useState(keptText?.study === study);
  const own = useRef(study);
  const issues = isEdited ? typed : wrong;
  useEffect(() => {
    if (own.current === study) return;
    own.current = study;
    keptText = null;
    setText(textOf(study));
    setIssues([]);
    setEdited(false);
  }, [study]);
  useEffect(() => {
    if (!isEdited) return;
    keptText = { study: own.current, text };
    const waiting = setTimeout(async () => {
      const bytes = new TextEncoder().encode(text);
      const read = await doTask("read-study-words", bytes);
      if (keptText?.text !== text) return;
      setIssues(read.issues);
      if (!read.words || session.get().papers?.study !== own.current) return;
      own.current = bytes;
      keptText = null;
      replaceStudy(bytes);
    }, pause);
    return () => clearTimeout(waiting);
  }, [text, isEdited]);
  const goTo = (line: number) => {
    const lines = text.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  };
  return (
    <details className="yaml" open={isEdited || wrong.length > 0 || undefined}>
      <summary>{say(words.text)}</summary>
      <p id="yaml-help">{say(words.textHelp)}</p>
      <textarea
        ref={area}
        className="code"
        aria-label={say(words.text)}
        aria-describedby="yaml-help yaml-issues"
        aria-invalid={issues.length > 0}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setEdited(true);
          setText(event.target.value);
        }}
      />
      <div id="yaml-issues" aria-live="polite">
        {typed.length > 0 && <p className="doubtful">{say(words.textWrong)}</p>}
        {isEdited && issues.length === 0 && own.current === study && keptText === null && (
          <p>{say(words.textFine)}</p>
        )}
        <ul className="issues">
          {issues.map((issue, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: issues have no other name
            <li key={index} className={`issue ${issue.severity}`}>
              <SeverityMark severity={issue.severity} />
              <div className="said">
                {issue.place?.line !== undefined && (
                  <button type="button" className="link" onClick={() => goTo(issue.place!.line!)}>
                    {say(words.line, { line: issue.place.line })}
                  </button>
                )}
                <p>{say(issue.message)}</p>
                <p className="remedy">
                  <Prose text={say(remedyOf(issue))} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      </div>
      {typed.length > 0 && (
        <button
          type="button"
          onClick={() => {
            keptText = null;
            setText(textOf(study));
            setIssues([]);
            setEdited(false);
          }}
        >
          {say(words.revert)}
        </button>
      )}
    </details>
  );
}

function textOf(study: Uint8Array): string {
  return new TextDecoder().decode(study);
}

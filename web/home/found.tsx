import { Link } from "@tanstack/react-router";
import { IssueList } from "../issues/issue-list.tsx";
import { MendLinks } from "../issues/mend-links.tsx";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { Prose } from "../words/prose.tsx";
import { FoundKinds } from "./found-kinds.tsx";
import { words } from "./words.ts";

/** With more open points than this they are folded, so that the next step stays in view. */
const fewPoints = 3;

/** What was found in the folder that is open, the next step, and what is missing. */
export function Found({ analyse }: { readonly analyse: () => void }) {
  const say = useSay();
  const { title, files, found, unknown, result, issues } = useSession();
  const read = [...found.values()].filter(({ source }) => source.status === "read").length;
  const others = files.length - read;
  const isNothing = !result && found.size === files.length && read === 0;
  return (
    <section className="next" aria-labelledby="found-title">
      <h1 id="found-title">{title || say(words.untitled)}</h1>
      <p>
        {found.size === 0
          ? say(words.count, { count: files.length })
          : say(words.found, { read, all: files.length })}
        {found.size > 0 && others > 0 && ` · ${say(words.otherFiles, { count: others })}`}
      </p>
      {isNothing && <p className="doubtful">{say(words.nothingRead)}</p>}
      <FoundKinds />
      <Steps isNothing={isNothing} analyse={analyse} />
      {!result && !isNothing && <IssueList issues={issues} />}
      {!isNothing && unknown.length > 0 && (
        <details open={unknown.length <= fewPoints}>
          <summary>
            {say(words.asked)} <span className="chip">{unknown.length}</span>
          </summary>
          <ul>
            {unknown.map((text) => (
              <li key={text.en}>
                <Prose text={say(text)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface StepsProps {
  readonly isNothing: boolean;
  readonly analyse: () => void;
}

function Steps({ isNothing, analyse }: StepsProps) {
  const say = useSay();
  const { result, stage, issues } = useSession();
  const isWrong = !result && issues.some(({ severity }) => severity === "error");
  return (
    <div className="actions">
      {!result && !isNothing && <MendLinks issues={issues} />}
      {result ? (
        <Link to="/study" className="button main">
          {say(words.results)}
        </Link>
      ) : (
        !isNothing && (
          <button
            type="button"
            className={isWrong ? "" : "main"}
            disabled={stage !== "ready"}
            onClick={analyse}
          >
            {say(words.analyse)}
          </button>
        )
      )}
      {!isNothing && (
        <Link to="/samples" className="button">
          {say(words.sheet)}
        </Link>
      )}
      <Link to="/files" className={isNothing ? "button main" : "button"}>
        {say(words.see)}
      </Link>
    </div>
  );
}

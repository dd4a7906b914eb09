import { Link } from "@tanstack/react-router";
import { IssueList } from "../issues/issue-list.tsx";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** What was found in the folder that is open, what is missing, and the next step. */
export function Found({ analyse }: { readonly analyse: () => void }) {
  const say = useSay();
  const { title, files, found, unknown, result, stage, issues } = useSession();
  const read = [...found.values()].filter(({ source }) => source.status === "read").length;
  const others = files.length - read;
  return (
    <section className="next" aria-labelledby="found-title">
      <h2 id="found-title">{title}</h2>
      {found.size > 0 ? (
        <p>
          {say(words.found, { read, all: files.length })}
          {others > 0 && ` · ${say(words.otherFiles, { count: others })}`}
        </p>
      ) : (
        <p>{say(words.count, { count: files.length })}</p>
      )}
      {unknown.length > 0 && (
        <>
          <p>{say(words.asked)}</p>
          <ul>
            {unknown.map((text) => (
              <li key={text.en}>{say(text)}</li>
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        {result ? (
          <Link to="/study" className="button main">
            {say(words.results)}
          </Link>
        ) : (
          <button type="button" className="main" disabled={stage !== "ready"} onClick={analyse}>
            {say(words.analyse)}
          </button>
        )}
        <Link to="/samples" className="button">
          {say(words.sheet)}
        </Link>
        <Link to="/files" className="button">
          {say(words.see)}
        </Link>
      </div>
      {!result && issues.length > 0 && <IssueList issues={issues} />}
    </section>
  );
}

import { Link } from "@tanstack/react-router";
import { session, useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** What was found in the folder that is open, what is missing, and the next step. */
export function Found({ analyse }: { readonly analyse: () => void }) {
  const say = useSay();
  const { title, files, found, unknown, result, stage } = useSession();
  const read = [...found.values()].filter(({ source }) => source.status === "read").length;
  const others = files.length - read;
  return (
    <section className="next" aria-labelledby="found-title">
      <h2 id="found-title">{title}</h2>
      <p>
        {say(words.found, { read, all: files.length })}
        {others > 0 && ` · ${say(words.otherFiles, { count: others })}`}
      </p>
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
      {session.get().issues.map((issue) => (
        <p key={`${issue.code} ${issue.file}`}>{say(issue.message)}</p>
      ))}
    </section>
  );
}

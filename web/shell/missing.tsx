import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { IssueList } from "../issues/issue-list.tsx";
import { analyseSession } from "../session/analyse.ts";
import type { StudyResult } from "../session/result.ts";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

export function Missing() {
  const say = useSay();
  return <h1>{say(words.missing)}</h1>;
}

/** A page that needs a study's results; without them the way to get some. */
export function WithResult({ children }: { readonly children: (result: StudyResult) => ReactNode }) {
  const say = useSay();
  const { result, stage, papers, title, issues } = useSession();
  if (result) return children(result);
  if (stage === "looking" || stage === "running") return <h1>{title}</h1>;
  if (papers) {
    return (
      <section className="empty">
        <h1>{say(words.notAnalysed)}</h1>
        <IssueList issues={issues} />
        <button type="button" className="main" onClick={() => void analyseSession()}>
          {say(words.analyse)}
        </button>
      </section>
    );
  }
  return (
    <section className="empty">
      <h1>{say(words.noStudy)}</h1>
      <p>{say(words.noStudyHelp)}</p>
      <Link to="/" className="button main">
        {say(words.toOpen)}
      </Link>
    </section>
  );
}

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { IssueList } from "../issues/issue-list.tsx";
import { MendLinks } from "../issues/mend-links.tsx";
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
    const isWrong = issues.some(({ severity }) => severity === "error");
    return (
      <section className="not-analysed">
        <h1>{say(words.notAnalysed)}</h1>
        <div className="actions">
          <MendLinks issues={issues} />
          <button type="button" className={isWrong ? "" : "main"} onClick={() => void analyseSession()}>
            {say(words.analyse)}
          </button>
        </div>
        <IssueList issues={issues} />
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

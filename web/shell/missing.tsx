import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
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
  const { result, stage } = useSession();
  if (result) return children(result);
  if (stage === "looking" || stage === "running") return null;
  return (
    <section className="empty">
      <h1>{say(words.noStudy)}</h1>
      <p>{say(words.noStudyHelp)}</p>
      <Link to="/" className="button">
        {say(words.toOpen)}
      </Link>
    </section>
  );
}

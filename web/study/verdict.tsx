import { Link } from "@tanstack/react-router";
import { BlocksView } from "../blocks/blocks.tsx";
import { ReportBlocks } from "../blocks/report-blocks.tsx";
import { WithResult } from "../shell/missing.tsx";
import { useSay } from "../words/language.tsx";
import type { StudyResult } from "../worker/compose-study.ts";
import { StandardsGlance } from "./standards-glance.tsx";
import { termOf } from "./terms.ts";
import { words } from "./words.ts";

/** The headline of the study, what is doubtful about it, and where the rest is. */
export function Verdict() {
  return <WithResult>{(result) => <VerdictOf result={result} />}</WithResult>;
}

function VerdictOf({ result: { document, drawings } }: { readonly result: StudyResult }) {
  const say = useSay();
  const { title, question, samples } = document.study;
  const count = (room: string) => document.figures.filter(({ id }) => id.startsWith(`${room}.`)).length;
  return (
    <ReportBlocks document={document} drawings={drawings}>
      {(sections) => (
        <section id="verdict" className="chapter">
          <h1>{title || say(words.untitled)}</h1>
          {question !== "" && <p className="question">{question}</p>}
          <BlocksView blocks={sections.get("verdict")!.blocks} />
          <StandardsGlance checklists={document.checklists} />
          <h2>{say(words.rooms)}</h2>
          <ul className="glance">
            {document.domains.map((room) => (
              <li key={room}>
                <h3>
                  <Link to="/rooms/$room" params={{ room }}>
                    {say(termOf(document, room))}
                  </Link>
                </h3>
                {say(words.samples, { count: samples.length })} ·{" "}
                {say(words.figuresCount, { count: count(room) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </ReportBlocks>
  );
}

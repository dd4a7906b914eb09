import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Section } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { BlocksView } from "../blocks/blocks.tsx";
import { Later } from "../blocks/later.tsx";
import { ReportBlocks } from "../blocks/report-blocks.tsx";
import type { StudyResult } from "../session/result.ts";
import { WithResult } from "../shell/missing.tsx";
import { useSay } from "../words/language.tsx";
import { StandardsGlance } from "./standards-glance.tsx";
import { termOf } from "./terms.ts";
import { verdictParts } from "./verdict-parts.ts";
import { words } from "./words.ts";

/** The headline of the study, what is doubtful about it, and where the rest is. */
export function Verdict() {
  return <WithResult>{(result) => <VerdictOf result={result} />}</WithResult>;
}

/** Counts and comparisons first, then the numbers beside what is doubtful about them. */
function Parts({ section, checklists }: Pick<ResultDocument, "checklists"> & { readonly section: Section }) {
  const say = useSay();
  const { first, numbers, doubts } = useMemo(() => verdictParts(section.blocks), [section]);
  return (
    <>
      <BlocksView blocks={first} />
      <BlocksView blocks={doubts} />
      <StandardsGlance checklists={checklists} />
      <Later>
        <h2>{say(words.numbers)}</h2>
        <BlocksView blocks={numbers} />
      </Later>
    </>
  );
}

function VerdictOf({ result: { document, drawings } }: { readonly result: StudyResult }) {
  const say = useSay();
  const { title, question, samples } = document.study;
  const count = (room: string) => document.figures.filter(({ id }) => id.startsWith(`${room}.`)).length;
  return (
    <ReportBlocks document={document} drawings={drawings}>
      {(section) => (
        <section id="verdict" className="chapter">
          <h1>{title || say(words.untitled)}</h1>
          {question !== "" && <p className="question">{question}</p>}
          <Parts section={section("verdict")!} checklists={document.checklists} />
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

import { Link } from "@tanstack/react-router";
import { Fragment, useMemo } from "react";
import type { Block, Section } from "vesica/report";
import { isOfDomain, type ResultDocument } from "vesica/study";
import { BlocksView } from "../blocks/blocks.tsx";
import { Later } from "../blocks/later.tsx";
import { ReportBlocks } from "../blocks/report-blocks.tsx";
import { designMap } from "../design/design-map.ts";
import type { StudyResult } from "../session/result.ts";
import { WithResult } from "../shell/missing.tsx";
import { useSay } from "../words/language.tsx";
import { briefDoubts } from "./brief-doubts.ts";
import { FirstRows } from "./first-rows.tsx";
import { StandardCards } from "./standards-glance.tsx";
import { termOf } from "./terms.ts";
import { verdictParts } from "./verdict-parts.ts";
import { words } from "./words.ts";

/** The headline of the study, what is doubtful about it, and where the rest is. */
export function Verdict() {
  return <WithResult>{(result) => <VerdictOf result={result} />}</WithResult>;
}

function VerdictOf({ result: { document, drawings } }: { readonly result: StudyResult }) {
  const { title, question } = document.study;
  const say = useSay();
  return (
    <ReportBlocks document={document} drawings={drawings}>
      {(section) => (
        <section id="verdict" className="chapter verdict">
          <h1>{title || say(words.untitled)}</h1>
          {question !== "" && <p className="question">{question}</p>}
          <Parts section={section("verdict")!} document={document} />
          <Rooms document={document} />
        </section>
      )}
    </ReportBlocks>
  );
}

interface PartsProps {
  readonly section: Section;
  readonly document: ResultDocument;
}

/** At one glance: counts beside the standards, the numbers that answer the question, what is doubtful. Then the rest. */
function Parts({ section, document }: PartsProps) {
  const say = useSay();
  const { counts, headline, doubts, numbers } = useMemo(() => verdictParts(section.blocks), [section]);
  const isOpen = useMemo(() => designMap(document.study.samples).open.length > 0, [document]);
  const brief = useMemo(() => briefDoubts(doubts, words.grounds), [doubts]);
  return (
    <>
      <div className="verdict-head">
        <div>
          <BlocksView blocks={counts} />
        </div>
        <StandardCards checklists={document.checklists} />
      </div>
      <Numbers blocks={headline} />
      {isOpen && (
        <p className="next-step">
          {say(words.toCompare)} <Link to="/samples">{say(words.toSheet)}</Link>
        </p>
      )}
      <div className="brief">
        <BlocksView blocks={brief} />
      </div>
      {numbers.length > 0 && (
        <Later>
          <h2>{say(words.numbers)}</h2>
          <BlocksView blocks={numbers} />
        </Later>
      )}
    </>
  );
}

function Numbers({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) =>
    block.kind === "table" ? (
      <FirstRows key={block.id} table={block} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: sentences between tables have no other name
      <Fragment key={index}>
        <BlocksView blocks={[block]} />
      </Fragment>
    ),
  );
}

function Rooms({ document }: { readonly document: ResultDocument }) {
  const say = useSay();
  const { domains, estimates, figures } = document;
  const samplesOf = useMemo(
    () => new Map(domains.map((room) => [room, samplesIn(estimates, room).size])),
    [domains, estimates],
  );
  return (
    <section className="rooms" aria-labelledby="rooms-title">
      <h2 id="rooms-title">{say(words.rooms)}</h2>
      <ul className="glance">
        {domains.map((room) => (
          <li key={room}>
            <h3>
              <Link to="/rooms/$room" params={{ room }}>
                {say(termOf(document, room))}
              </Link>
            </h3>
            {say(words.samples, { count: samplesOf.get(room)! })} ·{" "}
            {say(words.figuresCount, { count: figures.filter(({ id }) => isOfDomain(id, room)).length })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function samplesIn(estimates: ResultDocument["estimates"], room: string): ReadonlySet<string> {
  const own = estimates.filter(({ id, subject }) => subject.sample !== undefined && isOfDomain(id, room));
  return new Set(own.map(({ subject }) => subject.sample!));
}

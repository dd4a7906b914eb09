import { useMemo } from "react";
import { BlocksView } from "../blocks/blocks.tsx";
import { ReportBlocks } from "../blocks/report-blocks.tsx";
import type { StudyResult } from "../session/result.ts";
import { WithResult } from "../shell/missing.tsx";
import { useSay } from "../words/language.tsx";
import { curveSetsOf } from "./curves.ts";
import { CurvesView } from "./curves-view.tsx";
import { comparisonBlocks, partOfDocument } from "./part-of-document.ts";
import { conditionsOf, quantitiesOf } from "./quantities.ts";
import { SampleList } from "./sample-list.tsx";
import { ScatterView } from "./scatter-view.tsx";
import { useSelection } from "./use-selection.ts";
import { words } from "./words.ts";

/** Samples against each other: numbers, distributions and tables with one selection. */
export function Compare() {
  return <WithResult>{(result) => <CompareOf result={result} />}</WithResult>;
}

function CompareOf({ result: { document, drawings } }: { readonly result: StudyResult }) {
  const say = useSay();
  const quantities = useMemo(() => quantitiesOf(document), [document]);
  const sets = useMemo(() => curveSetsOf(document), [document]);
  const conditions = useMemo(() => conditionsOf(document), [document]);
  const samples = useMemo(() => {
    const measured = new Set(
      quantities.flatMap(({ estimates }) => estimates.map(({ subject }) => subject.sample)),
    );
    const drawn = new Set(sets.flatMap(({ curves }) => curves.map(({ sample }) => sample)));
    return document.study.samples.filter(({ name }) => measured.has(name) || drawn.has(name));
  }, [document, quantities, sets]);
  const known = useMemo(() => samples.map(({ name }) => name), [samples]);
  const [selection, select] = useSelection(known);
  const part = useMemo(() => partOfDocument(document, selection), [document, selection]);
  const shared = { conditions, selection, select };
  if (samples.length === 0)
    return (
      <section className="compare">
        <h1>{say(words.title)}</h1>
        <p>{say(words.none)}</p>
      </section>
    );
  return (
    <section className="compare">
      <h1>{say(words.title)}</h1>
      <p>{say(words.intro)}</p>
      <SampleList samples={samples} {...shared} />
      <ScatterView document={document} quantities={quantities} {...shared} />
      <CurvesView document={document} sets={sets} {...shared} />
      <section aria-labelledby="compare-table">
        <h2 id="compare-table">{say(words.table)}</h2>
        {selection.size === 0 ? (
          <p>{say(words.tableNone)}</p>
        ) : (
          <ReportBlocks document={part} drawings={drawings}>
            {(section) => <BlocksView blocks={comparisonBlocks(section("verdict")!)} />}
          </ReportBlocks>
        )}
      </section>
    </section>
  );
}

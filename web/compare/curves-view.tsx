import { useState } from "react";
import type { ResultDocument } from "vesica/study";
import { useLanguage, useSay } from "../words/language.tsx";
import type { CurveSet } from "./curves.ts";
import { CurvesChart } from "./curves-chart.tsx";
import type { Selection } from "./selection.ts";
import { words } from "./words.ts";

interface CurvesViewProps {
  readonly document: ResultDocument;
  readonly sets: readonly CurveSet[];
  readonly conditions: readonly (string | null)[];
  readonly selection: Selection;
  select(next: Selection): void;
}

/** The distributions of the samples over each other. */
export function CurvesView({ document, sets, conditions, selection, select }: CurvesViewProps) {
  const say = useSay();
  const { language } = useLanguage();
  const [chosen, choose] = useState("");
  const set = sets.find(({ key }) => key === chosen) ?? sets[0];
  return (
    <section aria-labelledby="compare-curves">
      <h2 id="compare-curves">{say(words.curves)}</h2>
      {!set && <p>{say(words.noCurves)}</p>}
      {set && (
        <>
          <div className="fields">
            <label>
              <span>{say(words.figure)}</span>
              <select value={set.key} onChange={({ target }) => choose(target.value)}>
                {sets.map(({ key, figure, panel }) => (
                  <option key={key} value={key}>
                    {[figure.title[language], ...panel].join(" · ")}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <CurvesChart key={set.key} {...{ document, set, conditions, selection, select }} />
        </>
      )}
    </section>
  );
}

import { useMemo, useState } from "react";
import type { ResultDocument } from "vesica/study";
import { useSay } from "../words/language.tsx";
import { pointsOf, type Quantity } from "./quantities.ts";
import { ScatterChart } from "./scatter-chart.tsx";
import type { Selection } from "./selection.ts";
import { words } from "./words.ts";

interface ScatterViewProps {
  readonly document: ResultDocument;
  readonly quantities: readonly Quantity[];
  readonly conditions: readonly (string | null)[];
  readonly selection: Selection;
  select(next: Selection): void;
}

/** Any headline number of the samples by condition or against another one. */
export function ScatterView({ document, quantities, conditions, selection, select }: ScatterViewProps) {
  const say = useSay();
  const [xKey, setX] = useState("");
  const [yKey, setY] = useState(quantities[0]?.key ?? "");
  const x = quantities.find(({ key }) => key === xKey) ?? null;
  const y = quantities.find(({ key }) => key === yKey) ?? quantities[0];
  const points = useMemo(() => (y ? pointsOf(document, x, y) : []), [document, x, y]);
  if (!y) return null;
  const xTitle = x ? say(x.title) : say(words.byCondition);
  const yTitle = say(y.title);
  const options = quantities.map(({ key, title }) => (
    <option key={key} value={key}>
      {say(title)}
    </option>
  ));
  return (
    <section aria-labelledby="compare-scatter">
      <h2 id="compare-scatter">{say(words.scatter)}</h2>
      <div className="fields">
        <label>
          <span>{say(words.xAxis)}</span>
          <select value={x?.key ?? ""} onChange={({ target }) => setX(target.value)}>
            <option value="">{say(words.byCondition)}</option>
            {options}
          </select>
        </label>
        <label>
          <span>{say(words.yAxis)}</span>
          <select value={y.key} onChange={({ target }) => setY(target.value)}>
            {options}
          </select>
        </label>
      </div>
      {points.length === 0 ? (
        <p>{say(words.noPoints)}</p>
      ) : (
        <ScatterChart {...{ points, conditions, selection, select, xTitle, yTitle }} />
      )}
      <p id="compare-scatter-help">
        <small>{say(words.scatterHelp)}</small>
      </p>
    </section>
  );
}

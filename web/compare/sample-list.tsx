import type { ResultDocument } from "vesica/study";
import { Mark } from "../chart/marks.tsx";
import { useSay } from "../words/language.tsx";
import { type Selection, toggled } from "./selection.ts";
import { words } from "./words.ts";

interface SampleListProps {
  readonly samples: ResultDocument["study"]["samples"];
  readonly conditions: readonly (string | null)[];
  readonly selection: Selection;
  select(next: Selection): void;
}

/** Every sample as a box to tick, by condition. */
export function SampleList({ samples, conditions, selection, select }: SampleListProps) {
  const say = useSay();
  const present = conditions.filter((condition) => samples.some((sample) => sample.condition === condition));
  return (
    <section className="samples" aria-labelledby="compare-samples">
      <h2 id="compare-samples">{say(words.samples)}</h2>
      <div className="buttons">
        <button type="button" onClick={() => select(new Set(samples.map(({ name }) => name)))}>
          {say(words.selectAll)}
        </button>
        <button type="button" onClick={() => select(new Set())} disabled={selection.size === 0}>
          {say(words.clear)}
        </button>
        <span role="status">{say(words.selected, { count: selection.size, total: samples.length })}</span>
      </div>
      <div className="conditions">
        {present.map((condition) => (
          <fieldset key={condition ?? ""}>
            <legend>
              <Mark index={conditions.indexOf(condition)} /> <bdi>{condition ?? say(words.noCondition)}</bdi>
            </legend>
            {samples
              .filter((sample) => sample.condition === condition)
              .map(({ name }) => (
                <label key={name}>
                  <input
                    type="checkbox"
                    checked={selection.has(name)}
                    onChange={() => select(toggled(selection, name))}
                  />{" "}
                  <bdi>{name}</bdi>
                </label>
              ))}
          </fieldset>
        ))}
      </div>
    </section>
  );
}

import { useEffect, useState } from "react";
import { useSay } from "../words/language.tsx";
import type { Range } from "./curves-chart.tsx";
import { words } from "./words.ts";

interface RangeFieldsProps {
  readonly range: Range;
  readonly whole: Range;
  choose(range: Range): void;
  readonly title: string;
}

/** The limits of what is looked at, as numbers. */
export function RangeFields({ range, whole, choose, title }: RangeFieldsProps) {
  const say = useSay();
  const [texts, setTexts] = useState(range.map(String));
  useEffect(() => setTexts(range.map(String)), [range]);
  const write = (index: number, text: string) => {
    const next = texts.map((each, place) => (place === index ? text : each));
    setTexts(next);
    const [from, to] = next.map((each) => (each.trim() === "" ? Number.NaN : Number(each)));
    if (Number.isFinite(from) && Number.isFinite(to) && from! < to!) choose([from!, to!]);
  };
  const isWrong = !(Number(texts[0]) < Number(texts[1]));
  return (
    <fieldset className="fields range">
      <legend>{title}</legend>
      {[words.from, words.to].map((word, index) => (
        <label key={word.en}>
          <span>{say(word)}</span>
          <input
            type="text"
            inputMode="decimal"
            size={9}
            value={texts[index]}
            aria-invalid={isWrong}
            onChange={({ target }) => write(index, target.value)}
          />
        </label>
      ))}
      <button
        type="button"
        disabled={range[0] === whole[0] && range[1] === whole[1]}
        onClick={() => choose(whole)}
      >
        {say(words.wholeRange)}
      </button>
    </fieldset>
  );
}

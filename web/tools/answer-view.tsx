import { useMemo } from "react";
import type { Interval } from "vesica/kernel";
import { formatEstimate, formatNumber, unitText } from "vesica/report";
import { useSay } from "../words/language.tsx";
import { type AnswerPart, answerParts, type Cell, type Shape } from "./answer-shape.ts";
import { AnswerTable } from "./answer-table.tsx";
import { type AnswerNames, answerWord, codeText } from "./answer-word.ts";
import { words } from "./words.ts";

interface AnswerViewProps {
  readonly value: unknown;
  readonly input: unknown;
  readonly names: AnswerNames;
}

/** What an operation gave: numbers with names and units, tables, curves, and what goes with them in words. */
export function AnswerView({ value, input, names }: AnswerViewProps) {
  const parts = useMemo(() => answerParts(value, input), [value, input]);
  return <PartsView parts={parts} names={names} />;
}

interface PartsViewProps {
  readonly parts: readonly AnswerPart[];
  readonly names: AnswerNames;
}

function PartsView({ parts, names }: PartsViewProps) {
  const short = parts.filter(({ shape }) => !isLong(shape));
  const long = parts.filter(({ shape }) => isLong(shape));
  return (
    <>
      {short.length > 0 && (
        <dl className="facts answer">
          {short.map((part) => (
            <Fact key={part.path} part={part} names={names} />
          ))}
        </dl>
      )}
      {long.map((part) => (
        <LongPart key={part.path} part={part} names={names} />
      ))}
    </>
  );
}

const isLong = ({ kind }: Shape): boolean => kind === "table" || kind === "group";

function LongPart({
  part: { path, shape },
  names,
}: {
  readonly part: AnswerPart;
  readonly names: AnswerNames;
}) {
  const say = useSay();
  const title = say(answerWord(names, path).words);
  if (shape.kind === "table")
    return <AnswerTable title={title} columns={shape.columns} rows={shape.rows} names={names} name={path} />;
  if (shape.kind !== "group") return null;
  return (
    <section className="part">
      <h3>{title}</h3>
      <PartsView parts={shape.parts} names={names} />
    </section>
  );
}

function Fact({ part: { path, shape }, names }: { readonly part: AnswerPart; readonly names: AnswerNames }) {
  const say = useSay();
  const { words: name, unit } = answerWord(names, path);
  const code = (text: string) => say(codeText(names, text));
  const shownUnit = unit === "" ? "" : ` ${say(unitText(unit))}`;
  return (
    <>
      <dt>{say(name)}</dt>
      <dd>
        {shape.kind === "measured" && (
          <MeasuredView {...shape.measured} unit={unit} shownUnit={shownUnit} code={code} />
        )}
        {shape.kind === "interval" && (
          <>
            [{shownNumber(shape.interval.lower)}, {shownNumber(shape.interval.upper)}]{shownUnit}
            <IntervalNote interval={shape.interval} code={code} />
          </>
        )}
        {shape.kind === "words" &&
          (shape.words.length === 0 ? (
            <span className="quiet">{say(words.none0)}</span>
          ) : (
            <ul>
              {shape.words.map((word) => (
                <li key={word}>{code(word)}</li>
              ))}
            </ul>
          ))}
        {shape.kind === "value" && (
          <>
            {cellText(shape.value, say(words.yes), say(words.no), code)}
            {typeof shape.value === "number" && shownUnit}
          </>
        )}
      </dd>
    </>
  );
}

const mostDigits = 4;

/** A number with four significant digits, without zeros at the end that say nothing. */
export function shownNumber(value: number): string {
  const rounded = Number(value.toPrecision(mostDigits));
  let digits = 1;
  while (digits < mostDigits && Number(value.toPrecision(digits)) !== rounded) digits++;
  return formatNumber(value, digits);
}

/** A cell as a person reads it. */
export function cellText(cell: Cell, yes: string, no: string, code: (text: string) => string): string {
  if (cell === null) return "–";
  if (typeof cell === "number") return shownNumber(cell);
  return typeof cell === "boolean" ? (cell ? yes : no) : code(cell);
}

interface MeasuredProps {
  readonly value: number;
  readonly interval: Interval | null;
  readonly bound?: "below" | "above";
  readonly unit: string;
  readonly shownUnit: string;
  readonly code: (text: string) => string;
}

function MeasuredView({ value, interval, bound, unit, shownUnit, code }: MeasuredProps) {
  const shown = formatEstimate({ value, interval, unit: unit || "1", ...(bound ? { bound } : {}) });
  return (
    <>
      <strong className="n">{shown.value}</strong> {shown.interval}
      {shownUnit}
      {interval && <IntervalNote interval={interval} code={code} />}
    </>
  );
}

function IntervalNote({
  interval,
  code,
}: {
  readonly interval: Interval;
  readonly code: (text: string) => string;
}) {
  const say = useSay();
  const percent = shownNumber(100 * interval.level);
  return (
    <small className="note">
      {interval.kind !== "range" && `${say(words.intervalLevel, { percent })}: `}
      {code(interval.method)}
    </small>
  );
}

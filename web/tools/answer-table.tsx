import { useState } from "react";
import { csvTable, unitText } from "vesica/report";
import { saveFile } from "../report/save.ts";
import { type Say, useSay } from "../words/language.tsx";
import { type Cell, type Column, curveOf } from "./answer-shape.ts";
import { cellText } from "./answer-view.tsx";
import { type AnswerNames, answerWord, codeText } from "./answer-word.ts";
import { LineChart } from "./line-chart.tsx";
import { words } from "./words.ts";

interface AnswerTableProps {
  readonly title: string;
  /** Part of the answer, for the file's name. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly names: AnswerNames;
}

const mostShown = 200;

/** A list of an answer as a table that can be taken along, and as a curve where it is one. */
export function AnswerTable({ title, name, columns, rows, names }: AnswerTableProps) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const heads = columns.map(({ path }) => headOf(path, names, say));
  const curve = curveOf(columns);
  const cells = (row: number) => columns.map((column) => column.cells[row] ?? null);
  const all = () => [heads, ...Array.from({ length: rows }, (_, row) => cells(row).map(written))];
  const head = (column: Column) => heads[columns.indexOf(column)]!;
  const copy = async () => {
    const lines = all().map((row) =>
      row.map((cell) => String(cell ?? "").replace(/[\t\r\n]+/g, " ")).join("\t"),
    );
    await navigator.clipboard.writeText(lines.join("\n"));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <section className="part">
      <h3>{title}</h3>
      {curve && <LineChart x={curve.x} ys={curve.ys} nameOf={head} />}
      <div className="actions">
        <button type="button" onClick={copy}>
          {say(copied ? words.copied : words.copy)}
        </button>
        <button
          type="button"
          onClick={() =>
            saveFile(`${names.operation.id}-${name}.csv`, new Blob([csvTable(all())], { type: "text/csv" }))
          }
        >
          {say(words.download)}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <div className="scroll tall" role="region" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              {heads.map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stand in one order
                <th key={index} scope="col" className={isNumeric(columns[index]!) ? "num" : undefined}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.min(rows, mostShown) }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
              <tr key={row}>
                {cells(row).map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column
                  <td key={index} className={typeof cell === "number" ? "num" : undefined}>
                    {cellText(cell, say(words.yes), say(words.no), (code) => say(codeText(names, code)))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows > mostShown && <small>{say(words.rows, { shown: mostShown, n: rows })}</small>}
    </section>
  );
}

const isNumeric = ({ cells }: Column): boolean => cells.some((cell) => typeof cell === "number");
const written = (cell: Cell) => (typeof cell === "boolean" ? String(cell) : cell);

function headOf(path: string, names: AnswerNames, say: Say): string {
  const limit = /^(.*)\.(lower|upper)$/.exec(path);
  const { words: name, unit } = answerWord(names, limit ? limit[1]! : path);
  const shown = limit ? say(words[limit[2] as "lower" | "upper"], { name: say(name) }) : say(name);
  return unit === "" ? shown : `${shown} [${say(unitText(unit))}]`;
}

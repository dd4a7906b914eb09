import { useId } from "react";
import { useSay } from "../words/language.tsx";
import type { Preview } from "./preview.ts";
import { words } from "./words.ts";

interface PreviewTableProps {
  readonly preview: Preview;
  readonly header: number;
  onHeader(line: number): void;
}

const mostColumns = 30;

/** The beginning of a table, of which a person chooses the line with the columns' names. */
export function PreviewTable({ preview, header, onHeader }: PreviewTableProps) {
  const say = useSay();
  const group = useId();
  const wide = Math.min(mostColumns, Math.max(...preview.lines.map((cells) => cells.length)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <div className="scroll preview" role="region" tabIndex={0} aria-labelledby={group}>
      <table>
        <caption id={group}>
          {say(words.preview)} <small>{say(words.headerHelp)}</small>
        </caption>
        <tbody>
          {preview.lines.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their number
            <tr key={index} className={index + 1 === header ? "chosen" : undefined}>
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name={group}
                    checked={index + 1 === header}
                    onChange={() => onHeader(index + 1)}
                  />{" "}
                  {index + 1}
                  <span className="hidden">{say(words.header, { line: index + 1 })}</span>
                </label>
              </th>
              {Array.from({ length: wide }, (_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column
                <td key={place}>{(cells[place] ?? "").slice(0, 80)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

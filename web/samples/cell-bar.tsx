import { useSay } from "../words/language.tsx";
import { Prose } from "../words/prose.tsx";
import { remedyOf } from "../words/remedies.ts";
import type { OwnColumn } from "../worker/check-sheet.ts";
import { wordsOfColumn } from "./column-meaning.ts";
import { type GapPlaces, gapAt } from "./gaps.ts";
import { type Cells, lineOf } from "./grid.ts";
import type { History } from "./history.ts";
import type { PlacedIssue } from "./places.ts";
import { isOneCell, rangeOf } from "./selection.ts";
import { words } from "./words.ts";

const gapHere = {
  donor: words.donorHere,
  condition: words.conditionHere,
  dilution: words.dilutionHere,
} as const;

interface CellBarProps {
  readonly id: string;
  readonly history: History;
  readonly places: GapPlaces;
  readonly marks: ReadonlyMap<Cells, readonly PlacedIssue[]> | null;
  readonly ownColumns: readonly OwnColumn[];
}

/** What there is to know of the active cell: what its column means, what is wrong with it and what to do. */
export function CellBar({ id, history, places, marks, ownColumns }: CellBarProps) {
  const say = useSay();
  const { grid, selection } = history.present;
  const { row, column } = selection.active;
  const cells = grid.rows[row];
  const name = grid.columns[column];
  if (cells === undefined || name === undefined) return <div id={id} className="cell-bar" />;
  const own = (marks?.get(cells) ?? []).filter((mark) => mark.column === column || mark.column === null);
  const gap = gapAt(name, cells, column, places);
  const { top, bottom, left, right } = rangeOf(selection);
  return (
    <div id={id} className="cell-bar">
      <p>
        <b>{say(words.cellLabel, { column: name || say(words.noName), row: lineOf(row) })}</b>{" "}
        {!isOneCell(selection) && (
          <span className="chip">
            {say(words.selected, { rows: bottom - top + 1, columns: right - left + 1 })}
          </span>
        )}{" "}
        <span className="quiet">{say(wordsOfColumn(name, ownColumns))}</span>
      </p>
      {own.map(({ issue }) => (
        <p key={`${issue.code} ${issue.message.en}`} className={issue.severity}>
          <b>{say(words[issue.severity])}:</b> <Prose text={say(issue.message)} />{" "}
          <Prose text={say(remedyOf(issue))} />
        </p>
      ))}
      {gap && own.length === 0 && <p className="gap">{say(gapHere[gap])}</p>}
    </div>
  );
}

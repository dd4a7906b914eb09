import { memo } from "react";
import { severities } from "../issues/group.ts";
import { useSay } from "../words/language.tsx";
import type { Sources } from "./candidates.ts";
import { CellEditor } from "./cell-editor.tsx";
import { type GapPlaces, gapAt } from "./gaps.ts";
import { type Cells, type Grid, lineOf } from "./grid.ts";
import type { PlacedIssue } from "./places.ts";
import { words } from "./words.ts";

interface GridRowProps {
  readonly index: number;
  readonly top: number;
  readonly cells: Cells;
  readonly columns: Cells;
  /** First and last selected column; none where left is the greater. */
  readonly left: number;
  readonly right: number;
  /** The active cell's column; -1 where it is in another row. */
  readonly active: number;
  /** The whole grid, for the active row only. */
  readonly grid: Grid | null;
  readonly sources: Sources;
  readonly places: GapPlaces;
  readonly marks: readonly PlacedIssue[] | undefined;
  readonly page: number;
  readonly barId: string;
  leave(): void;
}

/** The severest issue of a cell; issues of a whole row are the row number's. */
function worst(marks: readonly PlacedIssue[] | undefined, column: number | null) {
  const own = (marks ?? []).filter((mark) => mark.column === column);
  return severities.find((severity) => own.some(({ issue }) => issue.severity === severity)) ?? null;
}

function Row(props: GridRowProps) {
  const { index, top, cells, columns, left, right, active, places, marks } = props;
  const say = useSay();
  const whole = worst(marks, null);
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={lineOf(index)}
      className="sheet-row"
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        tabIndex={-1}
        aria-colindex={1}
        className={`row-number ${whole ?? ""} ${left <= right && left >= 0 ? "in-range" : ""}`}
        data-number={index}
      >
        {lineOf(index)}
        {whole && <Mark severity={whole} />}
      </div>
      {cells.map((text, column) => {
        const severity = worst(marks, column);
        const gap = gapAt(columns[column]!, cells, column, places);
        const isIn = column >= left && column <= right;
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
            key={column}
            role="gridcell"
            tabIndex={-1}
            aria-colindex={column + 2}
            aria-selected={isIn}
            aria-invalid={severity === "error" || undefined}
            data-row={index}
            data-column={column}
            className={`cell ${isIn ? "selected" : ""} ${severity ?? ""} ${gap ? "gap" : ""}`}
          >
            {column === active && props.grid ? (
              <CellEditor
                text={text}
                row={index}
                column={column}
                grid={props.grid}
                sources={props.sources}
                page={props.page}
                barId={props.barId}
                invalid={severity === "error"}
                leave={props.leave}
              />
            ) : (
              <span className="cell-text" title={text.length > 20 ? text : undefined}>
                {text || (gap && <i>{say(words.notGiven)}</i>)}
              </span>
            )}
            {severity && <Mark severity={severity} />}
          </div>
        );
      })}
    </div>
  );
}

function Mark({ severity }: { readonly severity: (typeof severities)[number] }) {
  const say = useSay();
  return (
    <span className={`cell-mark ${severity}`} title={say(words[severity])}>
      <span aria-hidden="true">{severity === "error" ? "✕" : severity === "warning" ? "!" : "i"}</span>
      <span className="hidden">{say(words[severity])}</span>
    </span>
  );
}

/** One row of the grid; drawn again only when something in it changed. */
export const GridRow = memo(Row);

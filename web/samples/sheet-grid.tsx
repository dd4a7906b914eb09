import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type MouseEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { useSay } from "../words/language.tsx";
import type { OwnColumn } from "../worker/check-sheet.ts";
import type { Sources } from "./candidates.ts";
import { CellBar } from "./cell-bar.tsx";
import { addRow } from "./commands.ts";
import { rowsSelected } from "./edits.ts";
import type { GapPlaces } from "./gaps.ts";
import type { Cells } from "./grid.ts";
import { GridRow } from "./grid-row.tsx";
import type { History } from "./history.ts";
import type { PlacedIssue } from "./places.ts";
import { at, rangeOf, type Spot } from "./selection.ts";
import { takeWish, wantFocus, wantRow } from "./sheet-focus.ts";
import { select, sheet } from "./sheet-store.ts";
import { columnWidths } from "./widths.ts";
import { words } from "./words.ts";

const rowHeight = 32;

interface SheetGridProps {
  readonly history: History;
  readonly places: GapPlaces;
  readonly marks: ReadonlyMap<Cells, readonly PlacedIssue[]> | null;
  readonly sources: Sources;
  readonly ownColumns: readonly OwnColumn[];
}

/** The grid itself: only the rows in sight are drawn, and the one that is active. */
export function SheetGrid({ history, places, marks, sources, ownColumns }: SheetGridProps) {
  const say = useSay();
  const barId = useId();
  const box = useRef<HTMLDivElement>(null);
  const { grid, selection } = history.present;
  const { active } = selection;
  const range = rangeOf(selection);
  const widths = useMemo(() => columnWidths(grid), [grid]);
  const virtualizer = useVirtualizer({
    count: grid.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    rangeExtractor: (shown) => withRow(defaultRangeExtractor(shown), active.row, grid.rows.length),
  });
  useLayoutEffect(() => {
    const { focus, row } = takeWish();
    if (row !== null && row < grid.rows.length) virtualizer.scrollToIndex(row);
    if (!focus) return;
    const editor = box.current?.querySelector<HTMLElement>(".cell-editor");
    editor?.focus({ preventScroll: true });
    if (row === null) editor?.closest(".cell")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  const drag = useSelecting();
  const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeight) - 2);
  const leave = () => document.querySelector<HTMLElement>(".sheet-tools button:not(:disabled)")?.focus();
  return (
    <div className="sheet">
      <CellBar id={barId} history={history} places={places} marks={marks} ownColumns={ownColumns} />
      <p id={`${barId}-keys`} className="hidden">
        {say(words.leaveHelp)}
      </p>
      <div
        ref={box}
        className="sheet-box"
        role="grid"
        tabIndex={-1}
        aria-label={say(words.title)}
        aria-describedby={`${barId}-keys`}
        aria-rowcount={grid.rows.length + 1}
        aria-colcount={grid.columns.length + 1}
        aria-multiselectable="true"
        style={{ "--sheet-columns": widths.template } as CSSProperties}
        {...drag}
      >
        <div role="rowgroup" className="sheet-head">
          <div role="row" tabIndex={-1} aria-rowindex={1} className="sheet-row">
            <div role="columnheader" tabIndex={-1} className="row-number" aria-colindex={1}>
              <span className="hidden">{say(words.number)} </span>1
            </div>
            {grid.columns.map((name, column) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
                key={column}
                role="columnheader"
                tabIndex={-1}
                aria-colindex={column + 2}
                data-head={column}
                className={column >= range.left && column <= range.right ? "in-range" : undefined}
                title={name}
              >
                {name || <i>{say(words.noName)}</i>}
              </div>
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className="sheet-body"
          style={{ height: virtualizer.getTotalSize(), minWidth: widths.total }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const cells = grid.rows[index]!;
            const isActive = index === active.row;
            const inRange = index >= range.top && index <= range.bottom;
            return (
              <GridRow
                key={index}
                index={index}
                top={start - rowHeight}
                cells={cells}
                columns={grid.columns}
                left={inRange ? range.left : -1}
                right={inRange ? range.right : -2}
                active={isActive ? active.column : -1}
                grid={isActive ? grid : null}
                sources={sources}
                places={places}
                marks={marks?.get(cells)}
                page={page}
                barId={barId}
                leave={leave}
              />
            );
          })}
        </div>
        {grid.rows.length === 0 && (
          <div role="row" tabIndex={-1} className="sheet-empty">
            <div role="gridcell" tabIndex={-1}>
              <button type="button" onClick={addRow}>
                {say(words.addRow)}
              </button>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

function withRow(shown: readonly number[], row: number, rows: number): number[] {
  if (row >= rows || shown.includes(row)) return [...shown];
  return [...shown, row].sort((a, b) => a - b);
}

/** Selecting by mouse: cells, rows by their number, columns by their header; Shift extends, dragging too. */
function useSelecting() {
  const dragging = useRef(false);
  useEffect(() => {
    const end = () => {
      dragging.current = false;
    };
    addEventListener("mouseup", end);
    return () => removeEventListener("mouseup", end);
  }, []);
  return {
    onMouseDown(event: MouseEvent) {
      const present = sheet.get().history?.present;
      const target = event.target as Element;
      if (!present || event.button !== 0 || target.closest("input, textarea, button")) return;
      const { grid, selection } = present;
      const headed = target.closest<HTMLElement>("[data-head]")?.dataset.head;
      const numbered = target.closest<HTMLElement>("[data-number]")?.dataset.number;
      const spot = spotOf(target);
      wantFocus();
      if (headed !== undefined) {
        const column = Number(headed);
        const from = event.shiftKey ? selection.active.column : column;
        select({ active: { row: 0, column: from }, head: { row: grid.rows.length - 1, column } });
      } else if (numbered !== undefined) {
        const row = Number(numbered);
        select(rowsSelected(grid, event.shiftKey ? selection.active.row : row, row));
      } else if (spot) {
        select(event.shiftKey ? { ...selection, head: spot } : at(spot.row, spot.column));
        dragging.current = true;
      } else return;
      event.preventDefault();
    },
    onMouseOver(event: MouseEvent) {
      const spot = dragging.current && event.buttons % 2 === 1 ? spotOf(event.target as Element) : null;
      const selection = sheet.get().history?.present.selection;
      if (!spot || !selection) return;
      wantRow(spot.row);
      select({ ...selection, head: spot });
    },
  };
}

function spotOf(target: Element): Spot | null {
  const { row, column } = target.closest<HTMLElement>("[data-row]")?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

import { memo } from "react";
import type { FeatureTable } from "vesica/kernel";
import { featureHead, visibleControls } from "vesica/report";
import { ContentView } from "../blocks/content.tsx";
import { letters } from "./widths.ts";

export type Column = FeatureTable["columns"][number];

export interface ShownColumn {
  readonly column: Column;
  /** Place in the table. */
  readonly at: number;
  /** In letters. */
  readonly width: number;
  text(row: number): string;
}

interface HeadProps {
  readonly column: Column;
  readonly direction: "ascending" | "descending" | "none";
  onSort(): void;
}

const arrows = { none: "↕", ascending: "↑", descending: "↓" } as const;

/** A column's head, which sorts by it. */
export function Head({ column, direction, onSort }: HeadProps) {
  return (
    <th scope="col" aria-sort={direction} className={column.kind === "number" ? "num" : undefined}>
      <button type="button" className="sort" onClick={onSort}>
        <span>
          <ContentView content={featureHead(column)} />
        </span>
        <span aria-hidden="true" className="arrow">
          {arrows[direction]}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  readonly columns: readonly ShownColumn[];
  readonly row: number;
  /** In the whole table, counted from 1, heads included. */
  readonly place: number;
}

function TableRow({ columns, row, place }: RowProps) {
  return (
    <tr aria-rowindex={place}>
      {columns.map(({ column, width, text: textOf }, at) => {
        const text = visibleControls(textOf(row));
        const title = letters(text) > width ? text : undefined;
        const Cell = at === 0 ? "th" : "td";
        return (
          <Cell
            key={column.name}
            scope={at === 0 ? "row" : undefined}
            className={column.kind === "number" ? "num" : undefined}
            title={title}
          >
            {column.kind === "number" ? text : <bdi>{text}</bdi>}
          </Cell>
        );
      })}
    </tr>
  );
}

/** A row of a table of features; drawn again only when something in it changed. */
export const Row = memo(TableRow);

/** The place of rows that are not in sight. */
export function Gap({ height }: { readonly height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a table's row takes no focus
    <tr aria-hidden="true" className="gap" style={{ blockSize: height }}>
      <td />
    </tr>
  );
}

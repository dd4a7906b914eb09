import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { FeatureTable } from "vesica/kernel";
import { featureText } from "vesica/report";
import { useLanguage, useSay } from "../words/language.tsx";
import { Gap, Head, Row, type ShownColumn } from "./grid-row.tsx";
import type { Sorting } from "./rows.ts";
import { columnWidths } from "./widths.ts";
import { words } from "./words.ts";

const rowHeight = 30;

interface GridProps {
  readonly table: FeatureTable;
  /** Places of the columns that are shown. */
  readonly columns: readonly number[];
  /** Rows that are shown, in their order. */
  readonly rows: Uint32Array;
  readonly sorting: Sorting | null;
  onSort(column: number): void;
}

/** Rows of a table of features, of which only those in sight are there, under heads that sort. */
export function Grid({ table, columns, rows, sorting, onSort }: GridProps) {
  const say = useSay();
  const { language } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const own = columns.map((at) => table.columns[at]!);
    const widths = columnWidths(own, language);
    return own.map(
      (column, index): ShownColumn => ({
        column,
        at: columns[index]!,
        width: widths[index]!,
        text: featureText(column),
      }),
    );
  }, [table, columns, language]);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order or choice of rows starts at its first
  useEffect(() => lines.scrollToOffset(0), [rows]);
  const items = lines.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = lines.getTotalSize() - (items.at(-1)?.end ?? 0);
  const title = [say(table.title), table.name].filter(Boolean).join(" · ");
  const label = say(words.rowsOf, { title });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <div className="feature-rows" ref={box} role="region" tabIndex={0} aria-label={label}>
      <table
        aria-rowcount={rows.length + 1}
        style={{ inlineSize: `calc(${shown.map(({ width }, index) => inline(width, index)).join(" + ")})` }}
      >
        <colgroup>
          {shown.map(({ at, width }, index) => (
            <col key={at} style={{ inlineSize: inline(width, index) }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {shown.map(({ column, at }) => (
              <Head
                key={column.name}
                column={column}
                direction={sorting?.column === at ? sorting.direction : "none"}
                onSort={() => onSort(at)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {items.map(({ index }) => (
            <Row key={rows[index]} columns={shown} row={rows[index]!} place={index + 2} />
          ))}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </div>
  );
}

/** A column's width; the first stays in sight and leaves room for the others on a telephone. */
function inline(width: number, index: number): string {
  return index === 0 ? `min(${width + 2}ch, 42vw)` : `${width + 2}ch`;
}

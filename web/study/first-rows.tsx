import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { TableBlock } from "vesica/report";
import { usePrinting } from "../blocks/printing.ts";
import { TableView } from "../blocks/table.tsx";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** Rows that are seen at once; a table with a few more is shown whole. */
const first = 6;
const spare = 2;

/** A table of which the first rows are seen, and the others when they are asked for or printed. */
export function FirstRows({ table }: { readonly table: TableBlock }) {
  const say = useSay();
  const [all, setAll] = useState(table.rows.length <= first + spare);
  const box = useRef<HTMLDivElement>(null);
  usePrinting(() => setAll(true));
  const showAll = () => {
    flushSync(() => setAll(true));
    box.current?.querySelector<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
  };
  if (all)
    return (
      <div ref={box}>
        <TableView table={table} />
      </div>
    );
  return (
    <div ref={box}>
      <TableView table={{ ...table, rows: table.rows.slice(0, first) }} />
      <button type="button" className="all-rows" onClick={showAll}>
        {say(words.allRows, { count: table.rows.length })}
      </button>
    </div>
  );
}

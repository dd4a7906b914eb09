import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { formatCount } from "vesica/report";
import { useSay } from "../words/language.tsx";
import { words } from "./raw-words.ts";

export const rowHeight = 20;
/** More rows than this are shown in parts: browsers limit how high something can be. */
const partRows = 500_000;

interface RawRowsProps {
  readonly label: string;
  readonly total: number;
  /** The row to go to; another object goes there again. */
  readonly target: { readonly row: number } | null;
  onView(from: number, to: number): void;
  render(row: number): ReactNode;
}

/** Very many rows of one height, of which only those in view are there. */
export function RawRows({ label, total, target, onView, render }: RawRowsProps) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState(0);
  const first = Math.min(part * partRows, Math.floor(Math.max(0, total - 1) / partRows) * partRows);
  const count = Math.min(partRows, total - first);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const items = rows.getVirtualItems();
  const from = first + (items[0]?.index ?? 0);
  const to = first + (items.at(-1)?.index ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the view changes, not when the listener does
  useEffect(() => onView(from, to), [from, to]);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (!target) return;
    wanted.current = target.row;
    setPart(Math.floor(target.row / partRows));
  }, [target]);
  useEffect(() => {
    const row = wanted.current;
    if (row === null || row < first || row >= first + count) return;
    wanted.current = null;
    rows.scrollToIndex(row - first, { align: "center" });
  });
  const parts = Math.ceil(total / partRows);
  const turn = (next: number) => {
    setPart(next);
    rows.scrollToOffset(0);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <div className="raw-view" ref={box} role="region" tabIndex={0} aria-label={label}>
        <div className="raw-rows" style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <div key={first + index} className="raw-place" style={{ transform: `translateY(${start}px)` }}>
              {render(first + index)}
            </div>
          ))}
        </div>
      </div>
      {parts > 1 && (
        <p className="buttons">
          <button type="button" disabled={part === 0} onClick={() => turn(part - 1)}>
            {say(words.partBefore)}
          </button>
          <span>{say(words.part, { part: formatCount(part + 1), parts: formatCount(parts) })}</span>
          <button type="button" disabled={part >= parts - 1} onClick={() => turn(part + 1)}>
            {say(words.partAfter)}
          </button>
        </p>
      )}
    </>
  );
}

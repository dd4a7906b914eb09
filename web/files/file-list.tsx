import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import { useSay } from "../words/language.tsx";
import type { FilesByPapers } from "../worker/files-by-papers.ts";
import { type Asked, FileDialog } from "./file-dialog.tsx";
import { FileLine } from "./file-line.tsx";
import type { Formats } from "./formats.ts";
import type { FileRow } from "./rows.ts";
import { words } from "./words.ts";

interface FileListProps {
  readonly rows: readonly FileRow[];
  readonly formats: Formats;
  readonly papers: FilesByPapers | null;
}

const usualHeight = 73;

/** The files as a list of which only the lines in view are there. */
export function FileList({ rows, formats, papers }: FileListProps) {
  const say = useSay();
  const box = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  useLayoutEffect(() => {
    const measure = () => setTop((box.current?.getBoundingClientRect().top ?? 0) + scrollY);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, []);
  const lines = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (index) => rows[index]!.name,
  });
  const heads = [words.file, words.what, words.sure, words.status, words.issues, words.actions];
  return (
    <div className="file-table">
      <div aria-hidden="true" className="file-heads">
        {heads.map((head) => (
          <span key={head.en}>{say(head)}</span>
        ))}
      </div>
      <ul
        ref={box}
        aria-label={say(words.title)}
        className="file-lines"
        style={{ height: lines.getTotalSize(), position: "relative" }}
      >
        {lines.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]!;
          return (
            <li
              key={key}
              ref={lines.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="file-line"
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <FileLine
                row={row}
                format={row.format === null ? undefined : formats.get(row.format)}
                pattern={papers?.ignored[row.name]}
                open={opened === row.name}
                onAsk={setAsked}
                onOpen={setOpened}
              />
            </li>
          );
        })}
      </ul>
      <FileDialog asked={asked} onClose={() => setAsked(null)} />
    </div>
  );
}

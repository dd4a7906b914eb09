import { useEffect, useState } from "react";
import { formatBytes, formatCount } from "vesica/report";
import { useSay } from "../words/language.tsx";
import { useBlocks } from "./blocks.ts";
import type { Written } from "./encoding.ts";
import { lineBlock, lineOfByte, readLines } from "./line-index.ts";
import { RawRows } from "./raw-rows.tsx";
import { words } from "./raw-words.ts";
import { countedAtOnce, useLines } from "./use-lines.ts";

/** A place to go to: a line from 1, or a byte from 0. */
export type Target = { readonly line: number } | { readonly byte: number };

interface TextViewProps {
  readonly name: string;
  readonly blob: Blob;
  readonly written: Written;
  readonly target: Target | null;
  readonly onFault: (error: unknown) => void;
}

/** Text before a byte far into a large file that is shown with it. */
const before = 65_536;

/** A file's lines, read as they come into view; of a large file from a byte on where its lines were not counted. */
export function TextView({ name, blob, written, target, onFault }: TextViewProps) {
  const say = useSay();
  const { encoding, mark } = written;
  const [from, setFrom] = useState(mark);
  const [to, setTo] = useState(countedAtOnce);
  const { index, counting } = useLines(blob, from, to, encoding, onFault);
  const [row, setRow] = useState<{ row: number } | null>(null);
  const [gone, setGone] = useState<Target | null>(null);
  const [view, setView] = useState({ from: 0, to: 0 });
  const { count, scanned } = index;
  useEffect(() => {
    if (!target || target === gone) return;
    const arrive = (line: number) => {
      setRow({ row: line });
      setGone(target);
    };
    if ("line" in target) {
      if (from !== mark) setFrom(mark);
      else if (target.line <= count) arrive(target.line - 1);
      else if (!counting && !index.whole) setTo(to + 4 * countedAtOnce);
      return;
    }
    const { byte } = target;
    if (byte < from || byte >= Math.max(to, from + countedAtOnce)) {
      const place = Math.max(mark, byte - before);
      setFrom(place - ((place - mark) % 2));
      setTo(place + countedAtOnce);
    } else if (byte < scanned)
      lineOfByte(blob, index, byte, encoding).then((line) => line === null || arrive(line), onFault);
  }, [target, gone, from, to, mark, count, scanned, counting, blob, index, encoding, onFault]);
  const blocks = useBlocks(
    `${name} ${from} ${encoding} ${index.starts.length > Math.floor(view.to / lineBlock) + 1 ? "" : scanned}`,
    Math.floor(view.from / lineBlock),
    Math.floor(view.to / lineBlock),
    (block) => readLines(blob, index, block, encoding),
  );
  const beyond = target !== null && "line" in target && !counting && index.whole && target.line > count;
  const marked = gone === target ? row?.row : undefined;
  const numbered = from === mark;
  return (
    <>
      <p className="quiet" aria-live="polite">
        {!numbered && `${say(words.fromByte, { byte: formatCount(from) })} `}
        {counting
          ? say(words.counting, { lines: formatCount(count) })
          : index.whole
            ? say(words.counted, { lines: formatCount(count) })
            : say(words.countedTo, { byte: formatCount(scanned), lines: formatCount(count) })}{" "}
        {!counting && !index.whole && (
          <button type="button" onClick={() => setTo(to + 4 * countedAtOnce)}>
            {say(words.countOn)}
          </button>
        )}
        {!numbered && (
          <button
            type="button"
            onClick={() => {
              setFrom(mark);
              setTo(countedAtOnce);
              setRow({ row: 0 });
            }}
          >
            {say(words.fromStart)}
          </button>
        )}
      </p>
      {beyond && (
        <p className="fail" role="alert">
          {say(words.goWrong)}
        </p>
      )}
      <RawRows
        label={say(words.text)}
        total={count}
        target={row}
        onView={(first, last) => setView({ from: first, to: last })}
        render={(at) => {
          const line = blocks.get(Math.floor(at / lineBlock))?.[at % lineBlock];
          return (
            <div className={at === marked ? "raw-row marked" : "raw-row"}>
              <span className="number">{numbered ? at + 1 : line ? formatCount(line.offset) : ""}</span>
              <span>{line ? line.text : say(words.reading)}</span>
              {line && line.cut > 0 && (
                <span className="cut">{say(words.more, { bytes: formatBytes(line.cut) })}</span>
              )}
            </div>
          );
        }}
      />
    </>
  );
}

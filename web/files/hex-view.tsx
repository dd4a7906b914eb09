import { useState } from "react";
import { useSay } from "../words/language.tsx";
import { useBlocks } from "./blocks.ts";
import { hexBlock, hexOffset, hexRows, hexWidth } from "./hex.ts";
import { RawRows } from "./raw-rows.tsx";
import { words } from "./raw-words.ts";

interface HexViewProps {
  readonly name: string;
  readonly blob: Blob;
  /** The byte to show and mark. */
  readonly target: { readonly byte: number } | null;
  readonly onFault: (error: unknown) => void;
}

const blockBytes = hexBlock * hexWidth;

/** A file's bytes, sixteen a row, read as they come into view. */
export function HexView({ name, blob, target, onFault }: HexViewProps) {
  const say = useSay();
  const [view, setView] = useState({ from: 0, to: 0 });
  const [row, setRow] = useState<{ target: HexViewProps["target"]; row: { row: number } | null }>({
    target: null,
    row: null,
  });
  if (row.target !== target) setRow({ target, row: target && { row: Math.floor(target.byte / hexWidth) } });
  const blocks = useBlocks(
    `${name} ${blob.size}`,
    Math.floor(view.from / hexBlock),
    Math.floor(view.to / hexBlock),
    async (block) => {
      const from = block * blockBytes;
      try {
        const bytes = await blob.slice(from, Math.min(blob.size, from + blockBytes)).arrayBuffer();
        return hexRows(new Uint8Array(bytes), from);
      } catch (error) {
        onFault(error);
        throw error;
      }
    },
  );
  return (
    <RawRows
      label={say(words.hex)}
      total={Math.ceil(blob.size / hexWidth)}
      target={row.row}
      onView={(from, to) => setView({ from, to })}
      render={(at) => {
        const shown = blocks.get(Math.floor(at / hexBlock))?.[at % hexBlock];
        const marked = target && Math.floor(target.byte / hexWidth) === at ? target.byte % hexWidth : -1;
        return (
          <div className={marked < 0 ? "raw-row" : "raw-row marked"}>
            <span className="number">{hexOffset(at * hexWidth, blob.size)}</span>
            {shown ? (
              <>
                <span>
                  {shown.bytes.map((byte, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: bytes are told apart by their place
                    <span key={place}>
                      {place === hexWidth / 2 ? "  " : place === 0 ? "" : " "}
                      {place === marked ? <mark>{byte}</mark> : byte}
                    </span>
                  ))}
                  {"   ".repeat(hexWidth - shown.bytes.length)}
                </span>
                <span className="letters">{shown.letters}</span>
              </>
            ) : (
              <span>{say(words.reading)}</span>
            )}
          </div>
        );
      }}
    />
  );
}

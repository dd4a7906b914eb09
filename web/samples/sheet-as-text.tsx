import { useRef, useState } from "react";
import { useStore } from "../session/store.ts";
import { useSay } from "../words/language.tsx";
import { downloadSheet } from "./download.ts";
import { largestSheetBytes } from "./grid.ts";
import { sheet, sheetAsText, writeText } from "./sheet-store.ts";
import { offsetOf } from "./text-place.ts";
import { words } from "./words.ts";

const writeAfter = 300;

/** The sheet as plain text: for what cannot be shown as a grid, and for those who prefer it. */
export function SheetAsText() {
  const say = useSay();
  const { fault, bytes } = useStore(sheet);
  const [text, setText] = useState(sheetAsText);
  const field = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isQuotes = fault?.fault === "quotes";
  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => writeText(next), writeAfter);
  };
  const show = () => {
    if (!isQuotes || !field.current) return;
    const offset = offsetOf(text, fault.line, fault.column);
    field.current.focus();
    field.current.setSelectionRange(offset, offset + 1);
  };
  if (bytes !== null && bytes.length > largestSheetBytes)
    return (
      <div className="notice fail" role="alert">
        <p>{say(words.tooLargeText)}</p>
        <button type="button" onClick={downloadSheet}>
          {say(words.download)}
        </button>
      </div>
    );
  return (
    <div className="sheet-text">
      {fault && (
        <div className="notice fail" role="alert">
          <p>
            {isQuotes
              ? say(words.brokenQuotes, { line: fault.line, column: fault.column })
              : say(words.brokenSize)}
          </p>
          {isQuotes && (
            <button type="button" onClick={show}>
              {say(words.toPlace)}
            </button>
          )}
        </div>
      )}
      <label>
        <span>{say(words.text)}</span>
        <textarea
          ref={field}
          rows={20}
          wrap="off"
          spellCheck={false}
          value={text}
          onChange={(event) => change(event.target.value)}
          onBlur={() => {
            clearTimeout(timer.current);
            if (text !== sheetAsText()) writeText(text);
          }}
        />
      </label>
      <p>
        <button type="button" disabled={fault !== null} onClick={() => sheet.set({ asText: false })}>
          {say(words.asGrid)}
        </button>{" "}
        <button type="button" onClick={downloadSheet}>
          {say(words.download)}
        </button>
      </p>
    </div>
  );
}

import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useSay } from "../words/language.tsx";
import { candidatesFor, matching, type Sources } from "./candidates.ts";
import { clearCells, copiedText, pasteText, perform, writeCell, writeLeft } from "./commands.ts";
import { type Grid, lineOf } from "./grid.ts";
import { keyCommand } from "./keys.ts";
import { wantFocus } from "./sheet-focus.ts";
import { Suggestions } from "./suggestions.tsx";
import { words } from "./words.ts";

interface CellEditorProps {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly grid: Grid;
  readonly sources: Sources;
  readonly page: number;
  readonly barId: string;
  readonly invalid: boolean;
  leave(): void;
}

/**
 * The active cell: a field that has the focus from the start with its text selected, so that typing replaces it in
 * any script and input method; until then keys move between cells.
 */
export function CellEditor(props: CellEditorProps) {
  const { text, row, column, grid, sources, page, barId, invalid, leave } = props;
  const say = useSay();
  const listId = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [listed, setListed] = useState(false);
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const waiting = useRef<string | null>(null);
  waiting.current = draft !== null && draft !== text ? draft : null;
  const isEdited = draft !== null;
  const candidates = useMemo(
    () => (listed ? candidatesFor(grid, row, column, sources) : []),
    [listed, grid, row, column, sources],
  );
  const options = useMemo(
    () =>
      listed ? matching(candidates, all ? "" : (draft ?? "")).filter((each) => all || each !== draft) : [],
    [listed, candidates, draft, all],
  );
  const isOpen = listed && options.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is to be replaced by typing, too
  useLayoutEffect(() => {
    if (document.activeElement === field.current) field.current?.select();
  }, [text]);
  const cells = grid.rows[row];
  const leaving = useRef(() => {});
  leaving.current = () => {
    if (waiting.current !== null) writeLeft(cells, column, waiting.current);
  };
  useEffect(() => () => leaving.current(), []);

  const finish = (then: Parameters<typeof writeCell>[1], value = draft ?? text) => {
    waiting.current = null;
    setDraft(null);
    setListed(false);
    setChosen(-1);
    writeCell(value, then);
  };
  const begin = (open: boolean) => {
    setDraft(text);
    setListed(open);
    setAll(open);
    const element = field.current!;
    element.setSelectionRange(element.value.length, element.value.length);
  };
  const revert = () => {
    waiting.current = null;
    setDraft(null);
    setListed(false);
    setChosen(-1);
    requestAnimationFrame(() => field.current?.select());
  };

  const keyWhileEdited = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    const held = event.ctrlKey || event.metaKey;
    const value = isOpen && chosen >= 0 ? options[chosen]! : (draft ?? "");
    if (key === "ArrowDown" && event.altKey) {
      setListed(true);
      setAll(true);
    } else if ((key === "ArrowDown" || key === "ArrowUp") && isOpen)
      setChosen((chosen + (key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
    else if (key === "ArrowDown" || key === "ArrowUp") finish(key === "ArrowDown" ? "down" : "up");
    else if (key === "Enter") finish(held ? "fill" : shiftKey ? "up" : "down", value);
    else if (key === "Tab") finish(shiftKey ? "back" : "next", value);
    else if (key === "Escape") revert();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (isEdited) {
      if (keyWhileEdited(event)) event.preventDefault();
      return;
    }
    const command = keyCommand(event);
    if (!command) return;
    if (command.kind === "edit" || command.kind === "complete") begin(command.kind === "complete");
    else if (command.kind === "leave") leave();
    else if (!perform(command, page)) return;
    event.preventDefault();
  };
  const copy = (event: ClipboardEvent) => {
    if (isEdited) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", copiedText());
    if (event.type === "cut") clearCells();
  };
  const shared = {
    ref: field,
    className: isEdited ? "cell-editor edited" : "cell-editor",
    value: draft ?? text,
    "aria-label": say(words.cellLabel, { column: grid.columns[column] ?? "", row: lineOf(row) }),
    "aria-describedby": barId,
    "aria-invalid": invalid,
    autoComplete: "off",
    autoCapitalize: "off",
    spellCheck: false,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setDraft(event.target.value);
      setListed(true);
      setAll(false);
      setChosen(-1);
    },
    onKeyDown,
    onCopy: copy,
    onCut: copy,
    onPaste: (event: ClipboardEvent) => {
      if (isEdited) return;
      event.preventDefault();
      wantFocus();
      pasteText(event.clipboardData.getData("text/plain"));
    },
    onFocus: () => {
      if (!isEdited) field.current?.select();
    },
    onBlur: () => {
      if (isEdited) finish("stay");
    },
    onDoubleClick: () => {
      if (!isEdited) begin(true);
    },
  };
  if (/[\r\n]/.test(text)) return <textarea rows={1} {...shared} />;
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && chosen >= 0 ? `${listId}-${chosen}` : undefined}
        {...shared}
      />
      {isOpen && (
        <Suggestions
          id={listId}
          beside={field}
          options={options}
          chosen={chosen}
          pick={(option) => finish("stay", option)}
          close={() => setListed(false)}
        />
      )}
    </>
  );
}

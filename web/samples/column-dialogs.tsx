import { type RefObject, useId, useState } from "react";
import { useSay } from "../words/language.tsx";
import type { OwnColumn } from "../worker/check-sheet.ts";
import { columnsToAdd, wordsOfColumn } from "./column-meaning.ts";
import { addColumn, isFreeName, removeColumn, renameColumn } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { History } from "./history.ts";
import { at } from "./selection.ts";
import { edit } from "./sheet-store.ts";
import { words } from "./words.ts";

interface AddColumnProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly grid: Grid;
  readonly ownColumns: readonly OwnColumn[];
}

/** Adds an empty column at the end and goes to it. */
export function insertColumn(grid: Grid, name: string): void {
  edit({ grid: addColumn(grid, name), selection: at(0, grid.columns.length) });
}

/** Columns by name, each with what it holds, and one with a name of the person's own. */
export function AddColumn({ dialog, grid, ownColumns }: AddColumnProps) {
  const say = useSay();
  const title = useId();
  const [name, setName] = useState("");
  const add = (column: string) => {
    dialog.current?.close();
    insertColumn(grid, column);
  };
  return (
    <dialog ref={dialog} aria-labelledby={title} className="sheet-dialog">
      <h2 id={title}>{say(words.columnNew)}</h2>
      <ul className="entries">
        {columnsToAdd(grid, ownColumns).map((column) => (
          <li key={column}>
            <button type="button" onClick={() => add(column)}>
              {column}
            </button>{" "}
            <span className="quiet">{say(wordsOfColumn(column, ownColumns))}</span>
          </li>
        ))}
      </ul>
      <NameForm
        label={say(words.columnOther)}
        action={say(words.add)}
        name={name}
        setName={setName}
        taken={name.trim() !== "" && !isFreeName(grid, name)}
        run={() => add(name)}
      />
      <Close dialog={dialog} />
    </dialog>
  );
}

interface ColumnDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly history: History;
  readonly ownColumns: readonly OwnColumn[];
}

/** What the active column holds; renames or deletes it. */
export function ColumnDialog({ dialog, history, ownColumns }: ColumnDialogProps) {
  const say = useSay();
  const title = useId();
  const { grid, selection } = history.present;
  const { column } = selection.active;
  const present = grid.columns[column] ?? "";
  const [name, setName] = useState(present);
  const filled = grid.rows.filter((cells) => (cells[column] ?? "").trim() !== "").length;
  const change = (next: Grid) => {
    dialog.current?.close();
    edit({ grid: next, selection });
  };
  return (
    <dialog ref={dialog} aria-labelledby={title} className="sheet-dialog">
      <h2 id={title}>{say(words.column, { name: present || say(words.noName) })}</h2>
      <p>{say(wordsOfColumn(present, ownColumns))}</p>
      <NameForm
        label={say(words.columnName)}
        action={say(words.rename)}
        name={name}
        setName={setName}
        taken={name.trim() !== "" && !isFreeName(grid, name, column)}
        run={() => change(renameColumn(grid, column, name))}
      />
      <p>
        <button
          type="button"
          disabled={grid.columns.length === 1}
          onClick={() => change(removeColumn(grid, column))}
        >
          {say(words.remove)}
        </button>{" "}
        {filled > 0 && <span className="quiet">{say(words.removeHelp, { cells: filled })}</span>}
      </p>
      <Close dialog={dialog} />
    </dialog>
  );
}

interface NameFormProps {
  readonly label: string;
  readonly action: string;
  readonly name: string;
  readonly taken: boolean;
  setName(name: string): void;
  run(): void;
}

function NameForm({ label, action, name, taken, setName, run }: NameFormProps) {
  const say = useSay();
  const problem = useId();
  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        if (!taken && name.trim() !== "") run();
      }}
    >
      <label>
        {label}{" "}
        <input
          value={name}
          maxLength={100}
          aria-describedby={problem}
          aria-invalid={taken}
          onChange={(event) => setName(event.target.value)}
        />
      </label>{" "}
      <button type="submit" disabled={taken || name.trim() === ""}>
        {action}
      </button>
      <p id={problem} className="error" aria-live="polite">
        {taken && say(words.columnTaken)}
      </p>
    </form>
  );
}

function Close({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  const say = useSay();
  return (
    <p>
      <button type="button" onClick={() => dialog.current?.close()}>
        {say(words.close)}
      </button>
    </p>
  );
}

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
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
  readonly grid: Grid;
  readonly ownColumns: readonly OwnColumn[];
  close(): void;
}

/** Adds an empty column at the end and goes to it. */
export function insertColumn(grid: Grid, name: string): void {
  edit({ grid: addColumn(grid, name), selection: at(0, grid.columns.length) });
}

/** Columns by name, each with what it holds, and one with a name of the person's own. */
export function AddColumn({ grid, ownColumns, close }: AddColumnProps) {
  const say = useSay();
  const [name, setName] = useState("");
  const add = (column: string) => {
    close();
    insertColumn(grid, column);
  };
  return (
    <Modal title={say(words.columnNew)} close={close}>
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
    </Modal>
  );
}

interface ColumnDialogProps {
  readonly history: History;
  readonly ownColumns: readonly OwnColumn[];
  close(): void;
}

/** What the active column holds; renames or deletes it. */
export function ColumnDialog({ history, ownColumns, close }: ColumnDialogProps) {
  const say = useSay();
  const { grid, selection } = history.present;
  const { column } = selection.active;
  const present = grid.columns[column] ?? "";
  const [name, setName] = useState(present);
  const filled = grid.rows.filter((cells) => (cells[column] ?? "").trim() !== "").length;
  const change = (next: Grid) => {
    close();
    edit({ grid: next, selection });
  };
  return (
    <Modal title={say(words.column, { name: present || say(words.noName) })} close={close}>
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
    </Modal>
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

interface ModalProps {
  readonly title: string;
  readonly children: ReactNode;
  close(): void;
}

function Modal({ title, children, close }: ModalProps) {
  const say = useSay();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} className="sheet-dialog" onClose={close}>
      <h2 id={id}>{title}</h2>
      {children}
      <p>
        <button type="button" onClick={close}>
          {say(words.close)}
        </button>
      </p>
    </dialog>
  );
}

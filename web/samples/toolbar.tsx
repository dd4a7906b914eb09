import { useState } from "react";
import { analyseSession } from "../session/analyse.ts";
import { useSession } from "../session/state.ts";
import { useStore } from "../session/store.ts";
import { useSay } from "../words/language.tsx";
import type { OwnColumn } from "../worker/check-sheet.ts";
import { AddColumn, ColumnDialog } from "./column-dialogs.tsx";
import {
  addRow,
  clearCells,
  copiedText,
  deleteSelected,
  duplicateSelected,
  fillCells,
  pasteText,
} from "./commands.ts";
import { downloadSheet } from "./download.ts";
import { redo, sheet, tell, undo } from "./sheet-store.ts";
import { words } from "./words.ts";

/** Everything that the grid can do, for those who use the mouse or do not know the keys. */
export function Toolbar({ ownColumns }: { readonly ownColumns: readonly OwnColumn[] }) {
  const say = useSay();
  const { history, check } = useStore(sheet);
  const { stage, result, analysed, papers } = useSession();
  const isFresh = result !== null && analysed?.sheet === papers?.sheet;
  const [dialog, setDialog] = useState<"add" | "change" | null>(null);
  const close = () => setDialog(null);
  if (!history) return null;
  const { grid, selection } = history.present;
  const isEmpty = grid.rows.length === 0;
  const name = grid.columns[selection.active.column] ?? "";
  return (
    <>
      <div className="sheet-tools" role="group" aria-label={say(words.tools)}>
        <span>
          <Tool text={say(words.undo)} run={undo} off={history.past.length === 0} />
          <Tool text={say(words.redo)} run={redo} off={history.future.length === 0} />
        </span>
        <span>
          <Tool text={say(words.cut)} run={() => void copyByButton(true)} off={isEmpty} />
          <Tool text={say(words.copy)} run={() => void copyByButton(false)} off={isEmpty} />
          <Tool text={say(words.paste)} run={() => void pasteByButton()} />
          <Tool text={say(words.clear)} run={clearCells} off={isEmpty} />
          <Tool text={say(words.fillDown)} run={fillCells} off={isEmpty} />
        </span>
        <span>
          <Tool text={say(words.addRow)} run={addRow} />
          <Tool text={say(words.duplicate)} run={duplicateSelected} off={isEmpty} />
          <Tool text={say(words.deleteRows)} run={deleteSelected} off={isEmpty} />
        </span>
        <span>
          <Tool text={`${say(words.addColumn)}…`} run={() => setDialog("add")} />
          <Tool
            text={`${say(words.column, { name: name || say(words.noName) })}…`}
            run={() => setDialog("change")}
          />
        </span>
        <span>
          <button
            type="button"
            className={isFresh ? "" : "main"}
            disabled={check?.runs !== true || stage === "running"}
            onClick={() => void analyseSession()}
          >
            {say(words.analyse)}
          </button>
          <Tool text={say(words.download)} run={downloadSheet} />
          <Tool text={say(words.asText)} run={() => sheet.set({ asText: true })} />
        </span>
      </div>
      <details className="sheet-keys">
        <summary>{say(words.keys)}</summary>
        <p>{say(words.keysHelp)}</p>
      </details>
      {dialog === "add" && <AddColumn grid={grid} ownColumns={ownColumns} close={close} />}
      {dialog === "change" && <ColumnDialog history={history} ownColumns={ownColumns} close={close} />}
    </>
  );
}

interface ToolProps {
  readonly text: string;
  readonly off?: boolean;
  run(): void;
}

function Tool({ text, run, off = false }: ToolProps) {
  return (
    <button type="button" onClick={run} disabled={off}>
      {text}
    </button>
  );
}

async function copyByButton(cut: boolean): Promise<void> {
  try {
    await navigator.clipboard.writeText(copiedText());
    if (cut) clearCells();
  } catch {
    tell(words.noClipboard);
  }
}

async function pasteByButton(): Promise<void> {
  try {
    pasteText(await navigator.clipboard.readText());
  } catch {
    tell(words.noClipboard);
  }
}

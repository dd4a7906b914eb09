import { useMemo } from "react";
import { useSession } from "../session/state.ts";
import { useStore } from "../session/store.ts";
import { useSay } from "../words/language.tsx";
import { insertColumn } from "./column-dialogs.tsx";
import { addNamedRows } from "./columns.ts";
import { goTo } from "./commands.ts";
import { gapsOf } from "./gaps.ts";
import { wantRow } from "./sheet-focus.ts";
import { SheetIssues } from "./sheet-issues.tsx";
import { edit, sheet } from "./sheet-store.ts";
import { draftedRows, filesWithoutRow } from "./without-row.ts";
import { words } from "./words.ts";

const gapWords = {
  donor: words.donorGap,
  condition: words.conditionGap,
  dilution: words.dilutionGap,
} as const;

interface NoticesProps {
  readonly recorded: ReadonlySet<string>;
}

/** What is open about the sheet: what files could not say, files without a row, issues, and what is not given. */
export function Notices({ recorded }: NoticesProps) {
  const say = useSay();
  const { unknown, found, result, analysed, papers } = useSession();
  const { history, fault, check } = useStore(sheet);
  const grid = fault ? undefined : history?.present.grid;
  const ignored = check?.ignored;
  const missing = useMemo(
    () => (grid && ignored ? filesWithoutRow(grid, found, new Set(ignored)) : []),
    [grid, found, ignored],
  );
  const gaps = useMemo(() => (grid ? gapsOf(grid, recorded) : []), [grid, recorded]);
  const state =
    result === null
      ? words.notAnalysed
      : analysed?.sheet === papers?.sheet
        ? words.upToDate
        : words.outOfDate;
  return (
    <div className="sheet-notices">
      <p className="quiet">{say(state)}</p>
      {unknown.length > 0 && (
        <details>
          <summary>
            {say(words.unknown)} <span className="chip">{unknown.length}</span>
          </summary>
          <ul>
            {unknown.map((text) => (
              <li key={text.en}>{say(text)}</li>
            ))}
          </ul>
        </details>
      )}
      {grid && missing.length > 0 && (
        <div className="notice warning">
          <p>{say(words.withoutRow, { count: missing.length })}</p>
          <button
            type="button"
            onClick={() => {
              const added = addNamedRows(grid, draftedRows(grid, missing));
              wantRow(added.selection.active.row);
              edit(added);
            }}
          >
            {say(words.addRows, { count: missing.length })}
          </button>
        </div>
      )}
      {fault?.fault !== "quotes" && <SheetIssues />}
      {grid && gaps.length > 0 && (
        <details className="sheet-gaps">
          <summary>
            {say(words.notGivenHead)} <span className="chip">{gaps.map(({ name }) => name).join(", ")}</span>
          </summary>
          <ul className="entries">
            {gaps.map(({ name, rows, first, column }) => (
              <li key={name}>
                <p>{say(gapWords[name], { rows })}</p>
                {column < 0 ? (
                  <button type="button" onClick={() => insertColumn(grid, name)}>
                    {say(words.addThis, { name })}
                  </button>
                ) : (
                  <button type="button" onClick={() => goTo(first, column)}>
                    {say(words.toFirst)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

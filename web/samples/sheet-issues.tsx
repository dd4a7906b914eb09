import { useState } from "react";
import { severities } from "../issues/group.ts";
import { useStore } from "../session/store.ts";
import { useSay } from "../words/language.tsx";
import { Prose } from "../words/prose.tsx";
import { remedyOf } from "../words/remedies.ts";
import { goTo } from "./commands.ts";
import { type Grid, lineOf } from "./grid.ts";
import { type CellIssue, sheet } from "./sheet-store.ts";
import { words } from "./words.ts";

const mostShown = 8;

/** Everything that the check found, worst first; each leads to its cell. */
export function SheetIssues() {
  const say = useSay();
  const { check, history, fault, asText } = useStore(sheet);
  const [all, setAll] = useState(false);
  const issues = check?.issues ?? [];
  const rank = ({ issue }: CellIssue) => severities.indexOf(issue.severity);
  const sorted = issues.toSorted((a, b) => rank(a) - rank(b));
  const errors = issues.filter(({ issue }) => issue.severity === "error").length;
  const shown = all ? sorted : sorted.slice(0, mostShown);
  const summary = !check
    ? say(words.checking)
    : issues.length === 0
      ? say(words.noIssues)
      : say(errors > 0 ? words.errors : words.issues, { count: errors > 0 ? errors : issues.length });
  const tone = errors > 0 ? "notice fail" : issues.length > 0 ? "notice" : check ? "good" : "quiet";
  return (
    <section className={tone}>
      <p role="status">{issues.length > 0 ? <b>{summary}</b> : summary}</p>
      {shown.length > 0 && (
        <ul className="sheet-issues">
          {shown.map((placed, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same issue can stand twice
            <li key={index} className={placed.issue.severity}>
              <b>{say(words[placed.issue.severity])}</b>{" "}
              <Place placed={placed} grid={history && !fault && !asText ? history.present.grid : null} />{" "}
              <Prose text={say(placed.issue.message)} />{" "}
              <span className="quiet">
                <Prose text={say(remedyOf(placed.issue))} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {shown.length < sorted.length && (
        <button type="button" onClick={() => setAll(true)}>
          {say(words.showAll, { count: sorted.length })}
        </button>
      )}
    </section>
  );
}

function Place({ placed, grid }: { readonly placed: CellIssue; readonly grid: Grid | null }) {
  const say = useSay();
  const { record, column, cells, issue } = placed;
  const { line } = issue.place ?? {};
  if (grid === null) return line === undefined ? null : <>{say(words.line, { line })}: </>;
  if (record === null) return issue.file === "samples.csv" ? null : <>{say(words.ofStudy)}: </>;
  const name = column === null ? null : (grid.columns[column] ?? null);
  if (record < 0) return <>{name === null ? say(words.header) : `${say(words.header)} ${name}`}: </>;
  const row = cells ? grid.rows.indexOf(cells) : -1;
  const at = row < 0 ? record : row;
  const label =
    name === null
      ? say(words.row, { row: lineOf(at) })
      : say(words.cellLabel, { column: name, row: lineOf(at) });
  return (
    <button type="button" className="link" onClick={() => goTo(at, column ?? 0)}>
      {label}
    </button>
  );
}

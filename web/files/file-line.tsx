import { memo, useId } from "react";
import { formatBytes } from "vesica/report";
import { countIssues, severities } from "../issues/group.ts";
import { IssueList } from "../issues/issue-list.tsx";
import { SeverityMark } from "../issues/severity.tsx";
import { useSay } from "../words/language.tsx";
import type { FormatWords } from "../worker/list-formats.ts";
import { FileActions } from "./file-actions.tsx";
import type { Asked } from "./file-dialog.tsx";
import { type FileRow, surenessOf } from "./rows.ts";
import { words } from "./words.ts";

const chips = {
  read: "good",
  refused: "fail",
  "not recognised": "doubtful",
  ignored: "plain",
  waiting: "plain",
} as const;

interface FileLineProps {
  readonly row: FileRow;
  readonly format: FormatWords | undefined;
  /** The pattern of study.yaml that sets the file aside. */
  readonly pattern: string | undefined;
  readonly open: boolean;
  /** Shows the issues of a file, of none where null. */
  onOpen(name: string | null): void;
  onAsk(asked: Asked): void;
}

/** One file of the list; drawn again only when it is another, since many pass by when the list is scrolled. */
export const FileLine = memo(FileLineOf);

function FileLineOf({ row, format, pattern, open, onOpen, onAsk }: FileLineProps) {
  const say = useSay();
  const issues = useId();
  const sureness = surenessOf(row);
  const percent = Math.round(row.confidence * 100);
  return (
    <>
      <div className="file-name">
        <a href={`#/files/${encodeURIComponent(row.name)}`}>
          <bdi>{row.name}</bdi>
        </a>
        <small>
          {formatBytes(row.size)}
          {row.captures === 1 && ` · ${say(words.oneCapture)}`}
          {row.captures > 1 && ` · ${say(words.captureCount, { count: row.captures })}`}
        </small>
      </div>
      <div>
        {row.format === null ? (
          say(words.unknownFormat)
        ) : (
          <>
            {format ? say(format.title) : row.format}
            {format && (
              <small>
                {say(format.roomTitle)} · {say(words[format.checked])}
              </small>
            )}
          </>
        )}
      </div>
      <div className="sureness">
        {row.confidence === 0 || row.said ? (
          say(words[sureness])
        ) : (
          <>
            <meter min={0} max={100} value={percent} aria-hidden="true" />
            {say(words[sureness])} <small>{say(words.percent, { percent })}</small>
          </>
        )}
      </div>
      <div>
        <span className={`chip ${chips[row.status]}`}>{say(words[row.status])}</span>
        {row.status === "ignored" && (
          <small>
            {pattern === undefined ? say(words.ignoredBySheet) : say(words.ignoredBy, { pattern })}
          </small>
        )}
      </div>
      <div>
        {row.issues.length > 0 && <IssueCount row={row} controls={issues} open={open} onOpen={onOpen} />}
      </div>
      <div className="file-actions">
        <FileActions row={row} pattern={pattern} onAsk={(what) => onAsk({ what, name: row.name })} />
      </div>
      {open && row.issues.length > 0 && (
        <div className="file-issues" id={issues}>
          <IssueList issues={row.issues} label={say(words.issuesOf, { file: row.name })} />
        </div>
      )}
    </>
  );
}

interface IssueCountProps {
  readonly row: FileRow;
  readonly controls: string;
  readonly open: boolean;
  onOpen(name: string | null): void;
}

function IssueCount({ row: { name, issues }, controls, open, onOpen }: IssueCountProps) {
  const say = useSay();
  const counts = countIssues(issues);
  const worst = severities.find((severity) => counts[severity] > 0)!;
  return (
    <button
      type="button"
      className="issue-count"
      aria-expanded={open}
      aria-controls={controls}
      onClick={() => onOpen(open ? null : name)}
    >
      <SeverityMark severity={worst} wordless />{" "}
      {issues.length === 1 ? say(words.oneIssue) : say(words.issueCount, { count: issues.length })}
      <span className="hidden"> {name}</span>
    </button>
  );
}

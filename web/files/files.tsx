import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { formatCount } from "vesica/report";
import { IssueList } from "../issues/issue-list.tsx";
import { useSession } from "../session/state.ts";
import { words as shell } from "../shell/words.ts";
import { useSay } from "../words/language.tsx";
import { useFilesByPapers } from "./by-papers.ts";
import { DownloadStudy } from "./download-study.tsx";
import { FileList } from "./file-list.tsx";
import { FileTools } from "./file-tools.tsx";
import { useFormats } from "./formats.ts";
import { KeepButton } from "./keep-button.tsx";
import { useLooked } from "./looked.ts";
import {
  type FileStatus,
  fileRows,
  fileStatuses,
  filteredRows,
  type RowFilter,
  type Sorting,
  sortedRows,
  statusCounts,
} from "./rows.ts";
import { words } from "./words.ts";

/** How many files, and how each status is shown. */
const tones: Readonly<Record<FileStatus, string>> = {
  read: "good",
  refused: "fail",
  "not recognised": "doubtful",
  ignored: "plain",
  waiting: "plain",
};

/** Every file of the study: what it is, how sure, what became of it, and what can be done. */
export function Files() {
  const say = useSay();
  const { files, found, result, issues } = useSession();
  const papers = useFilesByPapers();
  useLooked();
  const formats = useFormats();
  const [filter, setFilter] = useState<RowFilter>({ search: "", status: "", room: "" });
  const [sorting, setSorting] = useState<{ by: Sorting; down: boolean }>({ by: "name", down: false });
  const document = result?.document ?? null;
  const rows = useMemo(
    () => fileRows({ files, found, papers, document, issues }),
    [files, found, papers, document, issues],
  );
  const shown = useMemo(() => {
    const formatOf = (id: string) => {
      const format = formats.get(id);
      return format && { title: say(format.title), room: format.room };
    };
    return sortedRows(filteredRows(rows, filter, formatOf), sorting.by, sorting.down);
  }, [rows, filter, sorting, formats, say]);
  if (files.length === 0) return <Nothing />;
  const counts = statusCounts(rows);
  const general = issues.filter(({ file }) => file === undefined || !files.some(({ name }) => name === file));
  return (
    <section className="files">
      <h1>{say(words.title)}</h1>
      <ul className="tally">
        <li>
          {say(words.total)} <b>{formatCount(rows.length)}</b>
        </li>
        {fileStatuses
          .filter((status) => counts[status] > 0)
          .map((status) => (
            <li key={status} className={tones[status]}>
              {say(words[status])} <b>{formatCount(counts[status])}</b>
            </li>
          ))}
      </ul>
      <div className="actions">
        <KeepButton />
        <DownloadStudy />
      </div>
      <IssueList issues={general} />
      <FileTools
        rows={rows}
        filter={filter}
        sorting={sorting}
        formats={formats}
        onFilter={setFilter}
        onSorting={setSorting}
      />
      <p className="shown" aria-live="polite">
        {shown.length === 0
          ? say(words.nothingFits)
          : say(words.shown, { count: formatCount(shown.length), total: formatCount(rows.length) })}
      </p>
      <FileList rows={shown} formats={formats} papers={papers} />
    </section>
  );
}

function Nothing() {
  const say = useSay();
  return (
    <section className="empty">
      <h1>{say(words.title)}</h1>
      <p>{say(words.none)}</p>
      <Link to="/" className="button">
        {say(shell.toOpen)}
      </Link>
    </section>
  );
}

import { useMemo } from "react";
import { useSay } from "../words/language.tsx";
import type { Formats } from "./formats.ts";
import { type FileRow, fileStatuses, type RowFilter, type Sorting, sortings, statusCounts } from "./rows.ts";
import { words } from "./words.ts";

interface FileToolsProps {
  readonly rows: readonly FileRow[];
  readonly filter: RowFilter;
  readonly sorting: { readonly by: Sorting; readonly down: boolean };
  readonly formats: Formats;
  onFilter(filter: RowFilter): void;
  onSorting(sorting: { by: Sorting; down: boolean }): void;
}

const sortWords = { name: words.byName, size: words.bySize, sureness: words.bySureness } as const;

/** Which files are shown, and in which order. */
export function FileTools({ rows, filter, sorting, formats, onFilter, onSorting }: FileToolsProps) {
  const say = useSay();
  const counts = useMemo(() => statusCounts(rows), [rows]);
  const rooms = useMemo(() => {
    const used = new Set(rows.map(({ format }) => (format === null ? undefined : formats.get(format)?.room)));
    const titles = new Map([...formats.values()].map(({ room, roomTitle }) => [room, roomTitle]));
    return [...titles].filter(([room]) => used.has(room));
  }, [rows, formats]);
  return (
    <div className="toolbar" role="search">
      <label>
        <span>{say(words.search)}</span>
        <input
          type="search"
          value={filter.search}
          onChange={(event) => onFilter({ ...filter, search: event.target.value })}
        />
      </label>
      <label>
        <span>{say(words.status)}</span>
        <select
          value={filter.status}
          onChange={(event) => onFilter({ ...filter, status: event.target.value as RowFilter["status"] })}
        >
          <option value="">{say(words.all)}</option>
          <option value="issues">{say(words.withIssues)}</option>
          {fileStatuses
            .filter((status) => counts[status] > 0)
            .map((status) => (
              <option key={status} value={status}>
                {say(words[status])}
              </option>
            ))}
        </select>
      </label>
      {rooms.length > 1 && (
        <label>
          <span>{say(words.room)}</span>
          <select value={filter.room} onChange={(event) => onFilter({ ...filter, room: event.target.value })}>
            <option value="">{say(words.all)}</option>
            {rooms.map(([room, title]) => (
              <option key={room} value={room}>
                {say(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{say(words.sort)}</span>
        <select
          value={sorting.by}
          onChange={(event) => onSorting({ ...sorting, by: event.target.value as Sorting })}
        >
          {sortings.map((by) => (
            <option key={by} value={by}>
              {say(sortWords[by])}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        aria-pressed={sorting.down}
        onClick={() => onSorting({ ...sorting, down: !sorting.down })}
      >
        {say(words.down)}
      </button>
    </div>
  );
}

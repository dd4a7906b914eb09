import { useDeferredValue, useMemo, useState } from "react";
import { type FeatureTable, featureTableKey } from "vesica/kernel";
import { featureCsv, formatCount, rowCount } from "vesica/report";
import { saveFile } from "../report/save.ts";
import { useWhy } from "../why/why.tsx";
import { useSay } from "../words/language.tsx";
import { Grid } from "./grid.tsx";
import { foundRows, nextSorting, rowTexts, type Sorting, sortedRows } from "./rows.ts";
import { words } from "./words.ts";

interface FeatureTableProps {
  readonly table: FeatureTable;
  /** Name of its file among the results. */
  readonly file: string;
}

/** Rows from which on a table is searched rather than read. */
const many = 10;

/** All rows of a table of features: to sort, to search, to take away, and how they were made. */
export function FeatureTableView({ table, file }: FeatureTableProps) {
  const say = useSay();
  const show = useWhy();
  const [sorting, sort] = useState<Sorting | null>(null);
  const [wanted, setWanted] = useState("");
  const [all, setAll] = useState(false);
  const asked = useDeferredValue(wanted.trim());
  const isSearched = asked !== "";
  const sorted = useMemo(() => sortedRows(table, sorting), [table, sorting]);
  const texts = useMemo(() => (isSearched ? rowTexts(table) : []), [table, isSearched]);
  const rows = useMemo(
    () => (asked === "" ? sorted : foundRows(sorted, texts, asked)),
    [sorted, texts, asked],
  );
  const columns = useMemo(
    () => table.columns.flatMap(({ brief }, at) => (all || brief ? [at] : [])),
    [table, all],
  );
  const count = rowCount(table);
  const counts = { shown: formatCount(rows.length), count: formatCount(count) };
  return (
    <div className="feature-table">
      <div className="toolbar">
        {count > many && table.columns.some(({ kind }) => kind === "text") && (
          <label>
            <span>{say(words.find)}</span>
            <input type="search" value={wanted} onChange={({ target }) => setWanted(target.value)} />
          </label>
        )}
        {table.columns.some(({ brief }) => !brief) && (
          <label className="tick">
            <input type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} />
            <span>{say(words.all)}</span>
          </label>
        )}
        <button type="button" onClick={() => saveFile(file, csvBlob(table))}>
          {say(words.save, { name: file })}
        </button>
        <button type="button" onClick={() => show({ table: featureTableKey(table) })}>
          {say(words.why)}
        </button>
      </div>
      <p role="status" className="shown">
        {say(isSearched ? words.found : words.rows, counts)}
        {rows.length === 0 && isSearched && ` ${say(words.none)}`}
      </p>
      <Grid
        table={table}
        columns={columns}
        rows={rows}
        sorting={sorting}
        onSort={(column) => sort(nextSorting(sorting, column))}
      />
    </div>
  );
}

function csvBlob(table: FeatureTable): Blob {
  return new Blob([featureCsv(table)], { type: "text/csv" });
}

import { Fragment } from "react";
import type { TableBlock } from "vesica/report";
import { ContentView } from "./content.tsx";

/** A table of the report. */
export function TableView({ table: { id, caption, groups, columns, rows } }: { readonly table: TableBlock }) {
  const numeric = (index: number) => (columns[index]?.numeric ? "num" : undefined);
  const head = (index: number, rowSpan?: number) => (
    <th key={index} scope="col" rowSpan={rowSpan} className={numeric(index)}>
      <ContentView content={columns[index]!.head} />
    </th>
  );
  let at = 0;
  const spans = groups?.map(({ head: title, span }) => {
    const from = at;
    at += span;
    return { title, span, from };
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <div className="scroll" role="region" tabIndex={0} aria-labelledby={`${id}-caption`}>
      <table id={id} className={columns.length > mostRoomy ? "wide" : undefined}>
        <caption id={`${id}-caption`}>
          <ContentView content={caption} />
        </caption>
        <thead>
          {spans && (
            <tr>
              {spans.map(({ title, span, from }) =>
                title === "" ? (
                  Array.from({ length: span }, (_, index) => head(from + index, 2))
                ) : (
                  <th key={from} scope="colgroup" colSpan={span}>
                    <ContentView content={title} />
                  </th>
                ),
              )}
            </tr>
          )}
          <tr>
            {spans
              ? spans.flatMap(({ title, span, from }) =>
                  title === "" ? [] : Array.from({ length: span }, (_, index) => head(from + index)),
                )
              : columns.map((_, index) => head(index))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <Fragment key={index}>
              {row.band !== undefined && (
                <tr>
                  <th scope="rowgroup" colSpan={columns.length} className="band">
                    <ContentView content={row.band} />
                  </th>
                </tr>
              )}
              <tr id={row.id}>
                {row.cells.map((cell, place) =>
                  place === 0 ? (
                    <th key="head" scope="row">
                      <ContentView content={cell} />
                    </th>
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column
                    <td key={place} className={numeric(place)}>
                      <ContentView content={cell} />
                    </td>
                  ),
                )}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Columns from which on a table is set closer. */
const mostRoomy = 9;

import type { Estimate } from "../../kernel/index.ts";
import { type Block, lines, small, type TableBlock, withoutEmptyColumns } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";
import { flagChips, replicateText } from "../wording.ts";
import { cellLines } from "./estimate-cell.ts";
import { headlineColumn, headlineColumnHead } from "./headline-columns.ts";

/** The numbers of conditions and of their comparisons: a table for each set of quantities, a row for each group. */
export function groupBlocks(context: ReportContext): readonly Block[] {
  const estimates = context.document.estimates.filter(({ subject }) => subject.level === "group");
  const groups = groupBy(estimates, ({ subject }) => subject.group ?? "");
  const tables = groupBy([...groups], ([, own]) => [...new Set(own.map(({ id }) => id))].sort().join("|"));
  return [...tables.values()]
    .map((rows, index) => groupTable(rows, `groups-${index + 1}`, context))
    .reverse();
}

function groupTable(
  rows: readonly (readonly [string, readonly Estimate[]])[],
  id: string,
  context: ReportContext,
): TableBlock {
  const ids = [...new Set(rows.flatMap(([, own]) => own.map((estimate) => estimate.id)))];
  const columns = ids.map((one) =>
    headlineColumn(
      one,
      rows.flatMap(([, own]) => own.filter((estimate) => estimate.id === one)),
    ),
  );
  return withoutEmptyColumns({
    kind: "table",
    id,
    caption: rows.every(([group]) => group.includes(" / ")) ? messages.comparisons : messages.conditions,
    columns: [
      { head: messages.groupColumn },
      ...columns.map((column) => ({ head: headlineColumnHead(column, context), numeric: true })),
      { head: messages.replicates },
      { head: messages.doubts },
    ],
    rows: rows.map(([group, own]) => {
      const common = own[0]!.flags.filter((flag) => own.every(({ flags }) => flags.includes(flag)));
      const cells = columns.map((column) =>
        own
          .filter((estimate) => estimate.id === column.id)
          .map((estimate) => lines(...cellLines(estimate, column, common, context))),
      );
      return { cells: [group, ...cells, [small(replicateText(own[0]!.n))], flagChips(common, context)] };
    }),
  });
}

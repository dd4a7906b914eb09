import type { Estimate } from "../../kernel/index.ts";
import { isOfDomain } from "../../study/index.ts";
import { type Block, lines, type TableBlock, withoutEmptyColumns } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";
import { ofDomain, replicatesInline } from "../wording.ts";
import { cellLines } from "./estimate-cell.ts";
import { columnFinder, headlineColumns, headlineHeads } from "./headline-columns.ts";
import { rowDoubts } from "./row-doubts.ts";

/** The numbers of conditions and of their comparisons: for each domain a table for each set of quantities, a row for each group. */
export function groupBlocks(context: ReportContext): readonly Block[] {
  const estimates = context.document.estimates.filter(({ subject }) => subject.level === "group");
  return context.document.domains.flatMap((domain) => {
    const own = estimates.filter(({ id }) => isOfDomain(id, domain));
    const groups = groupBy(own, ({ subject }) => subject.group ?? "");
    const tables = groupBy([...groups.values()], (numbers) =>
      [...new Set(numbers.map(({ id }) => id))].sort().join("|"),
    );
    return [...tables.values()]
      .map((rows, index) => groupTable(rows, domain, `groups-${domain}-${index + 1}`, context))
      .reverse();
  });
}

function groupTable(
  rows: readonly (readonly Estimate[])[],
  domain: string,
  id: string,
  context: ReportContext,
): TableBlock {
  const all = rows.flat();
  const columns = headlineColumns([...new Set(all.map((estimate) => estimate.id))], all, context);
  const columnOf = columnFinder(columns);
  const { groups, columns: heads } = headlineHeads(columns, context);
  const bare = { head: "", span: 1 };
  const nameOf = (own: readonly Estimate[]): string => own[0]!.subject.group ?? "";
  const contrasts = new Set(context.document.tables.map(({ subject }) => subject.group ?? ""));
  const compared = rows.every((own) => nameOf(own).includes(" / ") || contrasts.has(nameOf(own)));
  return withoutEmptyColumns({
    kind: "table",
    id,
    caption: ofDomain(compared ? messages.comparisonsOf : messages.conditionsOf, context.term(domain)),
    ...(groups ? { groups: [bare, ...groups, bare, bare] } : {}),
    columns: [
      { head: messages.groupColumn },
      ...heads,
      { head: messages.replicates },
      { head: messages.doubts },
    ],
    rows: rows.map((own) => {
      const found = groupBy(own, columnOf);
      const inRow = columns.map((column) => found.get(column) ?? []);
      const { common, content } = rowDoubts(inRow, columns, context);
      const cells = inRow.map((numbers, index) =>
        numbers.map((estimate) => lines(...cellLines(estimate, columns[index]!, common, context))),
      );
      return { cells: [[nameOf(own)], ...cells, replicatesInline(own), content] };
    }),
  });
}

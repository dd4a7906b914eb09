import type { Estimate, Text } from "../../kernel/index.ts";
import { fillText } from "../../kernel/index.ts";
import { type Block, type Content, lines, small, type TableBlock, withoutEmptyColumns } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";
import { flagChips, intervalTexts, replicateText, roleText } from "../wording.ts";
import { cellLines } from "./estimate-cell.ts";
import { type HeadlineColumn, headlineColumn, headlineColumnHead } from "./headline-columns.ts";

/** One table for each domain: a row for each sample, a column for each of the domain's headline quantities. */
export function headlineBlocks(context: ReportContext): readonly Block[] {
  const blocks = Object.keys(context.document.headline)
    .sort()
    .flatMap((domain) => domainTable(domain, context));
  return blocks.length > 0 ? blocks : [{ kind: "paragraph", content: messages.noHeadline, tone: "doubtful" }];
}

function domainTable(domain: string, context: ReportContext): readonly Block[] {
  const { document } = context;
  const wanted = document.headline[domain]!;
  const cellOf = (sample: string, id: string): string => JSON.stringify([sample, id]);
  const cells = groupBy(
    document.estimates.filter(({ id, subject }) => subject.level === "sample" && wanted.includes(id)),
    ({ id, subject }) => cellOf(subject.sample ?? "", id),
  );
  const ids = wanted.filter((id) => context.samples.some(({ name }) => cells.has(cellOf(name, id))));
  if (ids.length === 0) return [];
  const columns = ids.map((id) =>
    headlineColumn(
      id,
      context.samples.flatMap(({ name }) => cells.get(cellOf(name, id)) ?? []),
    ),
  );
  const listed = context.samples.filter(({ role }) => role !== "ignore");
  const left = context.large ? Math.max(0, listed.length - mostRows) : 0;
  const rows = listed.slice(0, listed.length - left).map((sample) => {
    const inRow = ids.map((id) => cells.get(cellOf(sample.name, id)) ?? []);
    return sampleRow(sample, inRow, columns, context);
  });
  const intervals = intervalTexts([...cells.values()].flat(), context);
  const table = withoutEmptyColumns({
    kind: "table",
    id: `headline-${domain}`,
    caption: headlineCaption(context.term(domain)),
    columns: [
      { head: messages.sample },
      ...columns.map((column) => ({ head: headlineColumnHead(column, context), numeric: true })),
      { head: messages.replicates },
      { head: messages.doubts },
    ],
    rows,
  });
  const rest: readonly Block[] =
    left > 0 ? [{ kind: "paragraph", content: fillText(messages.moreSamples, { count: left }) }] : [];
  return [table, ...rest, { kind: "paragraph", content: small(reading(intervals)) }];
}

/** Rows of the headline of a large study; a browser is slow with more. */
const mostRows = 300;

const headlineCaption = (domain: Text): Text => ({
  en: fillText(messages.headlineOf, { domain: domain.en }).en,
  ja: fillText(messages.headlineOf, { domain: domain.ja }).ja,
});

function reading(intervals: readonly Text[]): Text {
  if (intervals.length === 0) return messages.numbersLink;
  return {
    en: fillText(messages.readIntervals, { intervals: intervals.map(({ en }) => en).join("; ") }).en,
    ja: fillText(messages.readIntervals, { intervals: intervals.map(({ ja }) => ja).join("、") }).ja,
  };
}

function sampleRow(
  sample: ReportContext["samples"][number],
  inRow: readonly (readonly Estimate[])[],
  columns: readonly HeadlineColumn[],
  context: ReportContext,
): TableBlock["rows"][number] {
  const all = inRow.flat();
  const everywhere = (flag: string): boolean => all.every(({ flags }) => flags.includes(flag));
  const inHeads = (flag: string): boolean => columns.every(({ flags }) => flags.includes(flag));
  const common = distinct(all.flatMap(({ flags }) => flags)).filter(
    (flag) => everywhere(flag) && !inHeads(flag),
  );
  const replicates = distinct(all.map(({ n }) => replicateText(n)));
  const cells = inRow.map((estimates, index): Content => {
    if (estimates.length === 0) return [small(messages.noNumber)];
    return [
      lines(...estimates.map((estimate) => lines(...cellLines(estimate, columns[index]!, common, context)))),
    ];
  });
  const about = [sample.condition, sample.role === "sample" ? null : roleText(sample.role)];
  const named = about.filter((item) => item !== null);
  return {
    cells: [
      [lines([sample.name], ...named.map((item): Content => [small(item)]))],
      ...cells,
      replicates.every(({ en }) => en === "") ? [] : [small(lines(...replicates))],
      flagChips(common, context),
    ],
  };
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

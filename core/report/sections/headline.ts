import type { Estimate, Text } from "../../kernel/index.ts";
import { fillText } from "../../kernel/index.ts";
import { isOfDomain } from "../../study/index.ts";
import { type Block, type Content, lines, small, type TableBlock, withoutEmptyColumns } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";
import { intervalTexts, ofDomain, replicatesInline, roleText } from "../wording.ts";
import { cellLines } from "./estimate-cell.ts";
import { columnFinder, type HeadlineColumn, headlineColumns, headlineHeads } from "./headline-columns.ts";
import { rowDoubts } from "./row-doubts.ts";

/** One table for each domain: a row for each sample, a column for each of the domain's headline quantities and markers. */
export function headlineBlocks(context: ReportContext): readonly Block[] {
  const measured = measuredSamples(context);
  const blocks = context.document.domains.flatMap((domain) => domainTable(domain, measured, context));
  return blocks.length > 0 ? blocks : [{ kind: "paragraph", content: messages.noHeadline, tone: "doubtful" }];
}

/** The samples that estimates of each domain name. */
function measuredSamples({ document }: ReportContext): ReadonlyMap<string, ReadonlySet<string>> {
  const measured = new Map(document.domains.map((domain) => [domain, new Set<string>()]));
  for (const { id, subject } of document.estimates) {
    if (subject.sample === undefined) continue;
    for (const [domain, samples] of measured) if (isOfDomain(id, domain)) samples.add(subject.sample);
  }
  return measured;
}

function domainTable(
  domain: string,
  measured: ReadonlyMap<string, ReadonlySet<string>>,
  context: ReportContext,
): readonly Block[] {
  const { document } = context;
  const wanted = document.headline[domain] ?? [];
  const quoted = document.estimates.filter(
    ({ id, subject }) => subject.level === "sample" && wanted.includes(id),
  );
  if (quoted.length === 0) return [];
  const columns = headlineColumns(wanted, quoted, context);
  const columnOf = columnFinder(columns);
  const bySample = groupBy(quoted, ({ subject }) => subject.sample ?? "");
  const isListed = ({ name, role }: ReportContext["samples"][number]): boolean => {
    if (role === "ignore") return false;
    if (bySample.has(name)) return true;
    if (role !== "sample") return false;
    return measured.get(domain)!.has(name) || ![...measured.values()].some((names) => names.has(name));
  };
  const listed = context.samples.filter(isListed);
  const left = context.large ? Math.max(0, listed.length - mostRows) : 0;
  const rows = listed.slice(0, listed.length - left).map((sample) => {
    const own = groupBy(bySample.get(sample.name) ?? [], columnOf);
    return sampleRow(
      sample,
      columns.map((column) => own.get(column) ?? []),
      columns,
      context,
    );
  });
  const { groups, columns: heads } = headlineHeads(columns, context);
  const bare = { head: "", span: 1 };
  const table = withoutEmptyColumns({
    kind: "table",
    id: `headline-${domain}`,
    caption: ofDomain(messages.headlineOf, context.term(domain)),
    ...(groups ? { groups: [bare, ...groups, bare, bare] } : {}),
    columns: [{ head: messages.sample }, ...heads, { head: messages.replicates }, { head: messages.doubts }],
    rows,
  });
  const rest: readonly Block[] =
    left > 0 ? [{ kind: "paragraph", content: fillText(messages.moreSamples, { count: left }) }] : [];
  return [table, ...rest, { kind: "paragraph", content: small(reading(intervalTexts(quoted, context))) }];
}

/** Rows of the headline of a large study; a browser is slow with more. */
const mostRows = 300;

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
  const { common, content: doubts } = rowDoubts(inRow, columns, context);
  const replicates = replicatesInline(inRow.flat());
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
      replicates,
      doubts,
    ],
  };
}

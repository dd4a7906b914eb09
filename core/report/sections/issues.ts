import { fillText, type Issue, type Place } from "../../kernel/index.ts";
import {
  type Block,
  chip,
  code,
  type Inline,
  type ListItem,
  lines,
  paragraph,
  small,
  strong,
  type Tone,
} from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";

const manyCases = 3;
const mostCases = 200;
const order = { error: 0, warning: 1, note: 2 } as const;
const tones: Readonly<Record<Issue["severity"], Tone>> = {
  error: "fail",
  warning: "doubtful",
  note: "plain",
};

/** What the readers and operations said of the input, worst first, one entry for each code. */
export function issueBlocks({ document }: ReportContext): readonly Block[] {
  if (document.issues.length === 0) return [];
  const groups = groupBy(document.issues, ({ code: issueCode }) => issueCode);
  const sorted = [...groups.values()].sort((a, b) => order[a[0]!.severity] - order[b[0]!.severity]);
  return [
    {
      kind: "part",
      id: "issues",
      title: messages.issues,
      blocks: [{ kind: "list", items: sorted.map(codeItem) }],
    },
  ];
}

function codeItem(group: readonly Issue[], index: number): ListItem {
  const first = group[0]!;
  const tone = tones[first.severity];
  const head: Inline[] = [chip(messages[first.severity], tone), " ", strong(first.message)];
  if (group.length > 1) head.push(" ", chip(fillText(messages.cases, { count: group.length })));
  const told: Inline[][] = [head];
  if (first.remedy.en !== "") told.push([small(messages.instruction, messages.colon), first.remedy]);
  told.push([small(...(group.length === 1 ? [...whereIs(first), " · "] : []), code(first.code))]);
  const content = [lines(...told)];
  if (group.length === 1) return { tone, content };
  const table: Block = {
    kind: "table",
    id: `issue-${index + 1}`,
    caption: fillText(messages.allCases, { count: group.length }),
    columns: [{ head: messages.file }, { head: messages.place }, { head: messages.issue }],
    rows: group.slice(0, mostCases).map((issue) => ({
      cells: [issue.file ?? "–", placeInline(issue.place), issue.message],
    })),
  };
  if (group.length <= manyCases) return { tone, content, blocks: [table] };
  const summary = fillText(messages.allCases, { count: group.length });
  const cut = { shown: mostCases, count: group.length, table: "issues" };
  const rest = group.length > mostCases ? [paragraph(small(fillText(messages.firstCases, cut)))] : [];
  return { tone, content, blocks: [{ kind: "details", summary, blocks: [table, ...rest] }] };
}

function whereIs(issue: Issue): readonly Inline[] {
  const place = placeInline(issue.place);
  return [issue.file ?? "–", ...(place.length > 0 ? [", ", ...place] : [])];
}

function placeInline(place: Place | undefined): readonly Inline[] {
  if (place === undefined) return [];
  const parts: Inline[] = [];
  const add = (part: Inline): void => void parts.push(...(parts.length > 0 ? [", ", part] : [part]));
  if (place.line !== undefined) add(fillText(messages.line, { line: place.line }));
  if (place.column !== undefined) add(fillText(messages.column, { column: place.column }));
  if (place.byte !== undefined) add(fillText(messages.byte, { byte: place.byte }));
  if (place.key !== undefined) add(code(place.key));
  return parts;
}

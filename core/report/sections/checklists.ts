import type { Checklist, ChecklistItem } from "../../kernel/index.ts";
import { fillText } from "../../kernel/index.ts";
import {
  type Block,
  type Content,
  chip,
  code,
  type Inline,
  lines,
  paragraph,
  type Section,
  small,
  strong,
  type TableBlock,
  withoutEmptyColumns,
} from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { messages } from "../messages.ts";
import { firstOf } from "../wording.ts";

const statuses = {
  met: { label: messages.itemMet, tone: "good" },
  doubtful: { label: messages.itemDoubtful, tone: "doubtful" },
  "not reported": { label: messages.itemBlank, tone: "plain" },
  "not applicable": { label: messages.itemNotApplicable, tone: "plain" },
} as const;

/** Files that an item names before the rest is counted. */
const mostFiles = 4;

/** The field's reporting checklists as far as they could be filled in; blanks stay visible. */
export function checklistsSection({ document }: ReportContext): Section | null {
  const { checklists } = document;
  if (checklists.length === 0) return null;
  return {
    id: "checklists",
    title: messages.checklists,
    blocks: [paragraph(messages.checklistsIntro), ...checklists.flatMap(checklistBlocks)],
  };
}

function checklistBlocks({ title, source, note, items }: Checklist, index: number): readonly Block[] {
  const count = (status: ChecklistItem["status"]) => items.filter((item) => item.status === status).length;
  const counts = fillText(messages.checklistCounts, {
    met: count("met"),
    doubtful: count("doubtful"),
    blank: count("not reported"),
    not: count("not applicable"),
  });
  const notes: Inline[] = note.en === "" ? [] : [note, " "];
  const table: TableBlock = {
    kind: "table",
    id: `checklist-${index + 1}`,
    caption: [title, messages.colon, counts],
    columns: [
      { head: messages.item },
      { head: messages.status },
      { head: messages.value },
      { head: messages.comment },
      { head: messages.foundIn },
    ],
    rows: items.map((item, at) => ({
      ...(item.category.en === items[at - 1]?.category.en ? {} : { band: item.category }),
      cells: itemCells(item),
    })),
  };
  return [withoutEmptyColumns(table), paragraph(small(...notes, messages.clause, messages.colon, source))];
}

function itemCells({ item, title, asks, status, value, comment, evidence }: ChecklistItem): Content[] {
  const { label, tone } = statuses[status];
  const name: Content = [strong(item), " ", title];
  return [
    [status === "met" ? lines(name) : lines(name, [small(asks)])],
    [chip(label, tone)],
    status === "not reported" ? ["— ", small(messages.itemBlank)] : orNothing(value),
    orNothing(comment),
    evidence.length === 0
      ? []
      : [
          small(
            ...firstOf(
              evidence.map((file) => code(file)),
              mostFiles,
            ),
          ),
        ],
  ];
}

const orNothing = (text: ChecklistItem["value"]): Content => (text.en === "" && text.ja === "" ? [] : [text]);

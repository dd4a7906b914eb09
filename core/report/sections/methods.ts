import { fillText } from "../../kernel/index.ts";
import { type Block, type Content, code, paragraph, type Section, small, strong } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { formatCount } from "../format.ts";
import { messages } from "../messages.ts";
import { named } from "../wording.ts";

/** Every assumption in words, with how many numbers rest on it. */
export function assumptionsSection(context: ReportContext): Section {
  const uses = new Map<string, number>();
  for (const { assumptions } of context.document.estimates) {
    for (const assumed of assumptions) uses.set(assumed, (uses.get(assumed) ?? 0) + 1);
  }
  const items = [...context.assumptions].map(([assumed, anchor]) => ({
    id: anchor,
    content: [
      strong(anchor.toUpperCase()),
      " ",
      context.term(assumed),
      " ",
      small(fillText(messages.assumptionUse, { count: uses.get(assumed) ?? 0 }), " · ", code(assumed)),
    ] satisfies Content,
  }));
  const blocks: Block[] = items.length > 0 ? [{ kind: "list", items }] : [paragraph(messages.noAssumptions)];
  return { id: "assumptions", title: messages.assumptions, blocks };
}

/** The operations with their versions, and how the intervals were made. */
export function methodsSection(context: ReportContext): Section | null {
  const counts = new Map<string, { id: string; version: string; count: number }>();
  for (const node of context.document.evidence) {
    if (node.kind !== "operation") continue;
    const key = JSON.stringify([node.operation, node.version]);
    const entry = counts.get(key) ?? { id: node.operation, version: node.version, count: 0 };
    entry.count++;
    counts.set(key, entry);
  }
  if (counts.size === 0) return null;
  const table: Block = {
    kind: "table",
    id: "methods-operations",
    caption: messages.operation,
    columns: [
      { head: messages.operation },
      { head: messages.version },
      { head: messages.applications, numeric: true },
    ],
    rows: [...counts.values()]
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.version < b.version ? -1 : 1))
      .map(({ id, version, count }) => ({
        cells: [named(id, context), version, formatCount(count)],
      })),
  };
  const methods = [
    ...new Set(context.document.estimates.flatMap(({ interval }) => interval?.method ?? [])),
  ].sort();
  const blocks: Block[] = [table];
  if (methods.length > 0) {
    blocks.push({
      kind: "part",
      id: "methods-intervals",
      title: messages.intervals,
      blocks: [
        {
          kind: "list",
          items: methods.map((method) => ({ content: named(method, context) })),
        },
      ],
    });
  }
  return { id: "methods", title: messages.methods, blocks };
}

import type { Text } from "vesica/kernel";
import type { Block, Content, Inline, ListItem } from "vesica/report";

/** The lists of doubts with what was found and what to do in view; what each rests on is unfolded. */
export function briefDoubts(blocks: readonly Block[], grounds: Text): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.kind === "part") return { ...block, blocks: briefDoubts(block.blocks, grounds) };
    if (block.kind !== "list") return block;
    return { ...block, items: block.items.map((item) => briefItem(item, grounds)) };
  });
}

function briefItem(item: ListItem, grounds: Text): ListItem {
  const told = linesOf(item.content);
  const rest = told.slice(seen);
  const blocks = item.blocks ?? [];
  if (rest.length === 0 && blocks.length === 0) return item;
  const cases = blocks.flatMap((block) => (block.kind === "details" ? [block] : []));
  const folded: Block = {
    kind: "details",
    summary: cases[0]?.summary ?? grounds,
    blocks: [
      ...rest.map((content) => ({ kind: "paragraph", content }) as const),
      ...blocks.flatMap((block) => (block.kind === "details" ? block.blocks : [block])),
    ],
  };
  return { ...item, content: asLines(told.slice(0, seen)), blocks: [folded] };
}

/** What was found, and what to do. */
const seen = 2;

const asLines = (told: readonly Content[]): Content => [{ kind: "lines", lines: told }];

function linesOf(content: Content): readonly Content[] {
  const inlines = Array.isArray(content) ? (content as readonly Inline[]) : [content as Inline];
  const [only] = inlines;
  return inlines.length === 1 && typeof only === "object" && "kind" in only && only.kind === "lines"
    ? only.lines
    : [content];
}

import type { Block, Content, Inline } from "vesica/report";
import { expect, test } from "vitest";
import { briefDoubts } from "./brief-doubts.ts";

const grounds = { en: "Grounds", ja: "根拠" };
const lines = (...told: readonly Content[]): Inline => ({ kind: "lines", lines: told });
const head: Content = [{ kind: "strong", content: "too dense" }];
const remedy = ["dilute"];
const source: Content = [{ kind: "code", code: "a.rule" }];
const table: Block = { kind: "table", id: "t", caption: "c", columns: [{ head: "a" }], rows: [] };
const listOf = (...blocks: readonly Block[]): readonly Block[] => [
  { kind: "list", items: [{ tone: "fail", content: [lines(head, remedy, source)], blocks }] },
];

test("what was found and what to do stay in view, the source is unfolded", () => {
  const folded: Block = {
    kind: "details",
    summary: grounds,
    blocks: [{ kind: "paragraph", content: source }],
  };
  expect(briefDoubts(listOf(), grounds)).toEqual([
    { kind: "list", items: [{ tone: "fail", content: [lines(head, remedy)], blocks: [folded] }] },
  ]);
});

test("cases are in the same fold, under their own name, inside parts too", () => {
  const cases: Block = { kind: "details", summary: "All 5", blocks: [table] };
  const [part] = briefDoubts([{ kind: "part", id: "p", title: "t", blocks: listOf(cases) }], grounds);
  expect(part).toMatchObject({
    blocks: [{ items: [{ blocks: [{ summary: "All 5", blocks: [{ kind: "paragraph" }, table] }] }] }],
  });
});

test("what has nothing to fold stays as it is", () => {
  const bare: Block = { kind: "list", items: [{ content: "one line" }] };
  expect(briefDoubts([bare, table], grounds)).toEqual([bare, table]);
});

import { reportContext, reportSection } from "vesica/report";
import { expect, test } from "vitest";
import { sampleDocument } from "../../core/report/sample-document.test-support.ts";
import { verdictParts } from "./verdict-parts.ts";

test("no block of the report's verdict is lost, and doubts come before the samples' numbers", () => {
  const { blocks } = reportSection("verdict", reportContext(sampleDocument()))!;
  const { first, doubts, numbers } = verdictParts(blocks);
  expect(new Set([...first, ...doubts, ...numbers])).toEqual(new Set(blocks));
  expect(first[0]?.kind).toBe("tally");
  expect(numbers.some((block) => block.kind === "table" && block.id.startsWith("headline-"))).toBe(true);
  expect(doubts.some((block) => block.kind === "part" && block.id === "attention")).toBe(true);
});

test("without tables everything but the counts is a doubt", () => {
  const tally = { kind: "tally", counts: [] } as const;
  const words = { kind: "paragraph", content: "no sample has a number" } as const;
  expect(verdictParts([tally, words])).toEqual({ first: [tally], doubts: [words], numbers: [] });
});

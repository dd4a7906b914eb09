import { type Block, reportContext, reportSection } from "vesica/report";
import { expect, test } from "vitest";
import { sampleDocument } from "../../core/report/sample-document.test-support.ts";
import { verdictParts } from "./verdict-parts.ts";

const table = (id: string, name: string): Block => ({
  kind: "table",
  id,
  caption: id,
  columns: [{ head: "Condition" }],
  rows: [{ cells: [[name]] }],
});
const tally = { kind: "tally", counts: [] } as const;
const doubt: Block = { kind: "part", id: "attention", title: "What is doubtful", blocks: [] };

test("no block of the report's verdict is lost, and numbers stand before what is doubtful about them", () => {
  const { blocks } = reportSection("verdict", reportContext(sampleDocument()))!;
  const { counts, headline, doubts, numbers } = verdictParts(blocks);
  expect(new Set([...counts, ...headline, ...doubts, ...numbers])).toEqual(new Set(blocks));
  expect(counts[0]?.kind).toBe("tally");
  expect(headline.some((block) => block.kind === "table")).toBe(true);
  expect(doubts.some((block) => block.kind === "part" && block.id === "attention")).toBe(true);
});

test("comparisons are the headline where there are some, and the samples' numbers where there are none", () => {
  const compared = table("groups-particles-1", "hypoxia / normoxia");
  const samples = table("headline-particles", "H-D1");
  expect(verdictParts([tally, compared, samples, doubt])).toEqual({
    counts: [tally],
    headline: [compared],
    doubts: [doubt],
    numbers: [samples],
  });
  expect(verdictParts([tally, samples, doubt])).toMatchObject({ headline: [samples], numbers: [] });
});

test("without tables everything but the counts is a doubt", () => {
  const words = { kind: "paragraph", content: "no sample has a number" } as const;
  expect(verdictParts([tally, words])).toEqual({
    counts: [tally],
    headline: [],
    doubts: [words],
    numbers: [],
  });
});

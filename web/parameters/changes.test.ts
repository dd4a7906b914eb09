import type { Estimate } from "vesica/kernel";
import type { ResultDocument } from "vesica/study";
import { describe, expect, test } from "vitest";
import { headlineChanges } from "./changes.ts";

const estimate = (sample: string, value: number, more: Partial<Estimate> = {}): Estimate => ({
  id: "particles.d50",
  subject: { level: "sample", sample },
  value,
  unit: "nm",
  interval: { kind: "confidence", level: 0.95, lower: value - 1, upper: value + 1, method: "t" },
  n: { technical: 3, biological: null },
  basis: "derived",
  assumptions: [],
  flags: [],
  qualifiers: {},
  evidence: "e",
  ...more,
});

const document = (...estimates: readonly Estimate[]): ResultDocument =>
  ({
    estimates,
    headline: { particles: ["particles.d50"] },
    terms: { "particles.d50": { en: "Median", ja: "中央径" } },
  }) as unknown as ResultDocument;

describe("headline numbers, old against new", () => {
  test("the biggest change first, up or down", () => {
    const before = document(estimate("A", 100), estimate("B", 100), estimate("C", 100));
    const after = document(estimate("A", 110), estimate("B", 40), estimate("C", 200));
    const changes = headlineChanges(before, after);
    expect(changes.map(({ sample }) => sample)).toEqual(["B", "C", "A"]);
    expect(changes[2]).toMatchObject({
      title: { ja: "中央径" },
      before: { value: 100 },
      after: { value: 110 },
    });
    expect(changes[2]!.relative).toBeCloseTo(0.1);
  });

  test("what is the same is not told, but another interval or evidence alone is judged by what is quoted", () => {
    const before = document(estimate("A", 100), estimate("B", 100));
    const wider = { ...estimate("B", 100).interval!, upper: 120 };
    const after = document(
      estimate("A", 100, { evidence: "other" }),
      estimate("B", 100, { interval: wider }),
    );
    expect(headlineChanges(before, after).map(({ sample, relative }) => [sample, relative])).toEqual([
      ["B", 0],
    ]);
    expect(headlineChanges(before, before)).toEqual([]);
  });

  test("those that appeared and vanished come last; a limit has no relative change", () => {
    const before = document(estimate("A", 100), estimate("B", 100), estimate("D", 100));
    const after = document(estimate("B", 90, { bound: "below" }), estimate("C", 5), estimate("D", 101));
    expect(
      headlineChanges(before, after).map((each) => [
        each.sample,
        !!each.before,
        !!each.after,
        each.relative === null,
      ]),
    ).toEqual([
      ["B", true, true, true],
      ["D", true, true, false],
      ["C", false, true, true],
      ["A", true, false, true],
    ]);
  });

  test("only samples and headline ids count", () => {
    const file = estimate("", 1, { subject: { level: "file", file: "a" } });
    expect(headlineChanges(document(file), document({ ...file, value: 2 }))).toEqual([]);
    const other = estimate("A", 1, { id: "particles.mean" });
    expect(headlineChanges(document(other), document({ ...other, value: 2 }))).toEqual([]);
  });

  test("a number of which one qualifier changed is the same number, and says what it is of now", () => {
    const of = (limit: string, channel: string, value: number) =>
      estimate("A", value, { qualifiers: { limit, channel } });
    const before = document(of("105 nm", "FITC", 10), of("105 nm", "PE", 20));
    const after = document(of("101 nm", "FITC", 10), of("101 nm", "PE", 30));
    const changes = headlineChanges(before, after);
    expect(changes.map(({ before: was, after: is, relative }) => [was?.value, is?.value, relative])).toEqual([
      [20, 30, 0.5],
      [10, 10, 0],
    ]);
    expect(changes[0]!.notes.map(({ en }) => en)).toEqual(["105 nm → 101 nm", "PE"]);
  });

  test("where several could be meant, none is taken for another", () => {
    const of = (limit: string) => estimate("A", 10, { qualifiers: { limit } });
    const changes = headlineChanges(document(of("a"), of("b")), document(of("c")));
    expect(
      changes.map(({ before: was, after: is }) => [was?.qualifiers.limit, is?.qualifiers.limit]),
    ).toEqual([
      [undefined, "c"],
      ["a", undefined],
      ["b", undefined],
    ]);
  });
});

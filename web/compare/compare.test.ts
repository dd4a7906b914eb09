import type { Estimate, Figure } from "vesica/kernel";
import type { ResultDocument } from "vesica/study";
import { describe, expect, test } from "vitest";
import { curveSetsOf } from "./curves.ts";
import { partOfDocument } from "./part-of-document.ts";
import { extentOf, pointsOf, quantitiesOf } from "./quantities.ts";
import { scatterLayout } from "./scatter-layout.ts";

const estimate = (
  id: string,
  sample: string,
  value: number,
  qualifiers: Estimate["qualifiers"] = {},
): Estimate => ({
  id,
  subject: { level: "sample", sample },
  value,
  unit: "nm",
  interval: null,
  n: { technical: 1, biological: null },
  basis: "derived",
  assumptions: [],
  flags: [],
  qualifiers,
  evidence: "ev:1",
});

const rows = (sample: string, more: object = {}) =>
  Array.from({ length: 30 }, (_, i) => ({ sample, condition: "c", at: i, share: i / 2, ...more }));
const line = (filter?: object) => ({
  mark: { type: "line" },
  data: { name: "curves" },
  ...(filter ? { transform: [{ filter }] } : {}),
  encoding: {
    x: { field: "at", type: "quantitative", title: "At", scale: { type: "symlog", constant: 5 } },
    y: { field: "share", type: "quantitative", title: "Share" },
  },
});
const spec = { vconcat: [{ layer: [line({ field: "channel", equal: "B" }), { mark: "rule" }] }] };
const figure = {
  id: "r.f",
  title: { en: "F", ja: "F" },
  description: { en: "", ja: "" },
  data: {
    curves: [
      ...rows("a", { channel: "A" }),
      ...rows("b (NTA)", { channel: "B" }),
      ...rows("odd", { channel: "B" }),
    ],
  },
  spec: { en: spec, ja: spec },
} as unknown as Figure;

const frame = { left: 80, top: 10, width: 400, height: 300 };

const document = {
  study: {
    samples: [
      { name: "b", role: "sample", condition: "two", donor: null },
      { name: "a", role: "sample", condition: "one", donor: null },
    ],
  },
  domains: ["r"],
  headline: { r: ["r.d50", "r.c"] },
  terms: {
    "r.d50": { en: "Median", ja: "中央値" },
    "dilutionState=original": { en: "original", ja: "原試料" },
  },
  estimates: [
    estimate("r.d50", "a", 100, { instrument: "one" }),
    estimate("r.d50", "b", 120),
    estimate("r.c", "a", 5, { dilutionState: "original", instrument: "two" }),
    estimate("r.c", "b", 7, { dilutionState: "original" }),
    estimate("r.c", "b", 1, { dilutionState: "as measured" }),
    estimate("r.other", "b", 1),
    { ...estimate("r.groupMean", "", 1), subject: { level: "group", group: "one" } },
  ],
  findings: [],
  figures: [figure],
} as unknown as ResultDocument;

describe("quantities to compare by", () => {
  test("are the headline's, with diluted and original samples apart", () => {
    expect(quantitiesOf(document).map(({ title, estimates }) => [title.en, estimates.length])).toEqual([
      ["Median / nm", 2],
      ["r.c (original) / nm", 2],
      ["r.c (as measured) / nm", 1],
    ]);
  });

  test("pair numbers of one sample but not of two instruments", () => {
    const [d50, c] = quantitiesOf(document);
    expect(pointsOf(document, d50!, c!).map(({ sample }) => sample)).toEqual(["b"]);
    expect(pointsOf(document, null, c!).map(({ sample, condition }) => [sample, condition])).toEqual([
      ["b", "two"],
      ["a", "one"],
    ]);
  });

  test("stand inside the frame, conditions side by side", () => {
    const [, c] = quantitiesOf(document);
    const { placed } = scatterLayout(pointsOf(document, null, c!), ["two", "one"], frame);
    expect(placed[0]!.x).toBeCloseTo(frame.left + frame.width / 4, 6);
    expect(placed[1]!.x).toBeCloseTo(frame.left + (frame.width * 3) / 4, 6);
    for (const { y } of placed) expect(y).toBeGreaterThan(frame.top);
  });

  test("reach as far as their intervals", () => {
    const interval = {
      kind: "confidence",
      level: 0.95,
      lower: 1,
      upper: Number.POSITIVE_INFINITY,
      method: "",
    } as const;
    expect(extentOf({ ...estimate("x", "a", 3), interval })).toEqual([3, 1]);
  });
});

test("curves are found by the samples that a figure's data name, each channel by itself", () => {
  const sets = curveSetsOf(document);
  expect(
    sets.map(({ panel, curves, cofactor, xTitle }) => [panel, curves.length, cofactor, xTitle.en]),
  ).toEqual([
    [["A"], 1, 5, "At"],
    [["B"], 1, 5, "At"],
  ]);
  expect(sets[1]!.curves[0]).toMatchObject({ name: "b (NTA)", sample: "b" });
  expect(sets[1]!.curves[0]!.points[3]).toEqual([3, 1.5]);
});

test("the part of a document holds the selected samples and the groups", () => {
  const part = partOfDocument(document, new Set(["a"]));
  expect(part.estimates.map(({ id, subject }) => [id, subject.sample ?? subject.group])).toEqual([
    ["r.d50", "a"],
    ["r.c", "a"],
    ["r.groupMean", "one"],
  ]);
  expect(part.study.samples.map(({ name }) => name)).toEqual(["a"]);
});

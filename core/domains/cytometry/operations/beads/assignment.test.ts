import { expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { assignValues } from "./assignment.ts";

const lot = [0, 790, 2080, 6590, 16_470, 47_500, 137_000, 271_600];
const peak = (median: number, usable = true, populations = 1) => ({ median, usable, populations });
const on = (values: readonly number[]) => values.map((mef) => peak(mef / 12));

test("as many peaks as values: by rank, with empty values kept empty", () => {
  const found = value(assignValues(on([10, ...lot.slice(1)]), [null, ...lot.slice(1)]));
  expect(found.method).toBe("rank");
  expect(found.pairs.map(({ value: mef }) => mef)).toEqual([null, ...lot.slice(1)]);
});

test("fewer peaks than values: the one order on a line, telling which values were left out", () => {
  const found = value(assignValues(on(lot.slice(2)), lot));
  expect(found).toMatchObject({ method: "residuals", peaksLeftOut: [], valuesLeftOut: [0, 1] });
  expect(found.pairs[0]).toEqual({ peak: 0, value: 2080 });
});

test("more peaks than values: an extra peak between two beads is left out", () => {
  const peaks = [...on(lot.slice(1)).slice(0, 4), peak(2600), ...on(lot.slice(5))];
  const found = value(assignValues(peaks, lot.slice(1)));
  expect(found.peaksLeftOut).toEqual([4]);
  expect(found.pairs.map(({ value: mef }) => mef)).toEqual(lot.slice(1));
});

test("a merged peak takes the values of its populations and none of them is used", () => {
  const found = value(assignValues([peak(40, false, 2), ...on(lot.slice(2))], lot));
  expect(found).toMatchObject({ method: "counts", valuesLeftOut: [0, 1] });
  expect(found.pairs[0]).toEqual({ peak: 0, value: null });
});

test("even steps fit in many ways and are refused", () => {
  const even = [10, 100, 1000, 10_000, 100_000, 1_000_000];
  expect(codes(assignValues(on(even.slice(1)), even))).toEqual(["cytometry-bead-assignment-ambiguous"]);
});

test("values of other beads and falling values are refused", () => {
  expect(codes(assignValues(on(lot.slice(1)), [1, 2, 900, 1000, 5e6]))).toEqual([
    "cytometry-bead-assignment-none",
  ]);
  expect(codes(assignValues(on([1, 2]), [5, 3]))).toEqual(["cytometry-bead-assigned-invalid"]);
  expect(codes(assignValues(on([1, 2]), [-5, 3]))).toEqual(["cytometry-bead-assigned-invalid"]);
});

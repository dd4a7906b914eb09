import { expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { spilloverOfControls } from "./control-spillover.ts";

const detectors = ["FL1", "FL2", "FL3"];
const spill = [
  [1, 0.24, 0.03],
  [0.008, 1, 0.14],
  [0.015, 0.17, 1],
];
const background = [12, 30, 7];
/** Symmetric about 0: the median of a column is that of its light. */
const noise = (n: number) => Array.from({ length: n }, (_, e) => ((e % 21) - 10) * 0.4);
const negative = background.map((dark) => Float32Array.from(noise(210), (one) => dark + one));
const positive = spill.map((row, i) =>
  row.map((share, j) =>
    Float64Array.from(noise(315), (one) => background[j]! + share * 1000 * (i + 1) + one),
  ),
);

test("medians of controls less those of the unstained give the spillover that made them", () => {
  const found = value(spilloverOfControls({ detectors, negative, positive }));
  found.forEach((row, i) => {
    row.forEach((one, j) => {
      expect(Math.abs(one - spill[i]![j]!)).toBeLessThan(1e-6);
    });
  });
});

test("few events, a control that is not brighter and a missing control are refused", () => {
  const few = [positive[0]!, positive[1]!.map((column) => column.subarray(0, 99)), positive[2]!];
  expect(codes(spilloverOfControls({ detectors, negative, positive: few }))).toEqual([
    "cytometry-control-few-events",
  ]);
  expect(
    codes(spilloverOfControls({ detectors, negative, positive: [...positive.slice(1), negative] })),
  ).toEqual(["cytometry-control-not-brighter"]);
  expect(codes(spilloverOfControls({ detectors, negative, positive: positive.slice(1) }))).toEqual([
    "cytometry-spillover-shape",
  ]);
});

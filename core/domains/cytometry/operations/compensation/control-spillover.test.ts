import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { spilloverOfControls, spilloverRow } from "./control-spillover.ts";
import { readMatrixText } from "./matrix-text.ts";

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

const folder = join(process.env.VESICA_DATA ?? "../shared/data", "flow-cytometry/flowcore/compdata");

/** FL1-H to FL4-H of a FACSCalibur file: 7 channels of 16 big-endian bits, four decades over 1024 channels. */
function fluorescence(name: string): Float64Array[] {
  const bytes = readFileSync(join(folder, "data", name));
  const [begin, end] = [26, 34].map((at) => Number(bytes.toString("latin1", at, at + 8)));
  const events = Math.floor((end! + 1 - begin!) / 14);
  return [2, 3, 4, 6].map((channel) =>
    Float64Array.from({ length: events }, (_, e) => {
      const stored = bytes.readUInt16BE(begin! + 14 * e + 2 * channel) & 1023;
      return 10 ** ((4 * stored) / 1024);
    }),
  );
}

test.skipIf(!existsSync(folder))("flowCore's published coefficients of FITC come out of its controls", () => {
  const published = value(readMatrixText(readFileSync(join(folder, "compref1"), "latin1"))).matrix[0]!;
  const found = value(spilloverRow(fluorescence("060909.001"), fluorescence("060909.002"), 0, "FL1-H"));
  found.forEach((one, j) => {
    expect(Math.abs(one / published[j]! - 1)).toBeLessThan(1e-6);
  });
});

import { expect, test } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { calibratedLimit, channelLimit } from "./detection-limit.ts";
import { calibrateFluorescence } from "./fluorescence-calibration.ts";

const curves = value(
  calibrateFluorescence(
    [100, 1000, 10_000, 100_000].map((median, k) => ({ median, value: 30 * median * (1 + 0.01 * k) })),
    "MESF",
  ),
);

test("median + 3 robust SD and the 95th percentile of a normal blank", () => {
  const blank = createRandom(3)
    .normals(20_000)
    .map((z) => 50 + 10 * z);
  const robust = value(channelLimit(blank, "robust"));
  expect(Math.abs(robust.value - 80)).toBeLessThan(1);
  expect(robust.above).toBeLessThan(0.003);
  const percentile = value(channelLimit(blank, "percentile"));
  expect(Math.abs(percentile.value - (50 + 16.449))).toBeLessThan(0.6);
  expect(percentile.above).toBeCloseTo(0.05, 3);
  expect(percentile.interval!.method).toBe("order-statistics");
});

test("in calibrated units, told as extrapolated below the beads", () => {
  const blank = createRandom(4)
    .normals(2000)
    .map((z) => 20 + 5 * z);
  const limit = value(channelLimit(blank, "robust"));
  const found = calibratedLimit(limit, curves.power.curve);
  expect(found.flags).toEqual(["below_lowest_bead"]);
  expect(found.value! / (30 * limit.value)).toBeCloseTo(1, 1);
  expect(found.interval!.lower).toBeLessThan(found.value!);
});

test("a limit below 0 has no calibrated value where the slope is free", () => {
  const blank = createRandom(5)
    .normals(500)
    .map((z) => -100 + z);
  const limit = value(channelLimit(blank, "robust"));
  expect(calibratedLimit(limit, curves.power.curve)).toEqual({
    value: null,
    interval: null,
    flags: ["below_lowest_bead", "not_calibratable"],
  });
});

test("too few events and values that are no numbers are refused", () => {
  expect(codes(channelLimit([1, 2, 3], "robust"))).toEqual(["cytometry-detection-too-few-events"]);
  expect(codes(channelLimit([...new Array(30).fill(1), Number.NaN], "robust"))).toEqual([
    "cytometry-bead-not-finite",
  ]);
});

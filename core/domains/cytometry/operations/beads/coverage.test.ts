import { expect, test } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import { value } from "../../../../statistics/golden.test-support.ts";
import { findBeadPeaks } from "./bead-peaks.ts";
import { simulatedBeads } from "./beads-simulated.test-support.ts";
import { calibrate } from "./calibration-curve.ts";
import { channelLimit } from "./detection-limit.ts";
import { calibrateFluorescence } from "./fluorescence-calibration.ts";

const runs = 500;
const medians = [300, 900, 2700, 8100, 24_000, 72_000];
const alpha = 1.2;
const beta = 1.01;
const truth = (x: number) => 10 ** (alpha + beta * Math.log10(x));

/** SD of log10 of a lot's assigned values: 4.7 %. */
const assignedSd = 0.02;

test("95 % intervals of slope, predicted value and one more bead hold the truth in 93 to 97 % of 500 bead sets", () => {
  const held = { slope: 0, value: 0, far: 0, bead: 0, median: 0, medians: 0 };
  for (let seed = 1; seed <= runs; seed++) {
    const columns = simulatedBeads(seed, { medians, sizes: medians.map(() => 250), noise: 12 });
    const { peaks } = value(findBeadPeaks(columns, { expected: medians.length }));
    const random = createRandom(seed).split("assigned");
    const beads = peaks.map(({ channels }, k) => ({
      median: channels[0]!.median,
      value: truth(medians[k]!) * 10 ** (assignedSd * random.normal()),
    }));
    peaks.forEach(({ channels: [channel] }, k) => {
      const { lower, upper } = channel!.interval!;
      held.medians += 1;
      if (lower <= medians[k]! && upper >= medians[k]!) held.median += 1;
    });
    const { power } = value(calibrateFluorescence(beads, "MESF"));
    const inside = (interval: { lower: number; upper: number } | null, target: number) =>
      interval !== null && interval.lower <= target && interval.upper >= target ? 1 : 0;
    held.slope += inside(power.slope.interval, beta);
    held.value += inside(calibrate(power.curve, 5000).interval, truth(5000));
    held.far += inside(calibrate(power.curve, 60).interval, truth(60));
    const another = truth(5000) * 10 ** (assignedSd * random.normal());
    held.bead += inside(calibrate(power.curve, 5000).prediction, another);
  }
  for (const name of ["slope", "value", "far", "bead"] as const) {
    expect(held[name] / runs, name).toBeGreaterThanOrEqual(0.93);
    expect(held[name] / runs, name).toBeLessThanOrEqual(0.97);
  }
  expect(held.median / held.medians).toBeGreaterThan(0.94);
  expect(held.median / held.medians).toBeLessThan(0.97);
});

test("the interval of median + 3 robust SD holds the truth in 93 to 97 % of 500 blanks, normal or skewed", () => {
  const limits = { normal: 10 + 3 * 4, skewed: Math.exp(1) * (1 + 1.5 * (Math.exp(0.5) - Math.exp(-0.5))) };
  const held = { normal: 0, skewed: 0 };
  for (let seed = 1; seed <= runs; seed++) {
    const random = createRandom(seed);
    const blank = random.normals(1000);
    const holds = (events: Float64Array, target: number) => {
      const { lower, upper } = value(channelLimit(events, "robust")).interval!;
      return lower <= target && upper >= target ? 1 : 0;
    };
    held.normal += holds(
      blank.map((z) => 10 + 4 * z),
      limits.normal,
    );
    held.skewed += holds(
      blank.map((z) => Math.exp(1 + 0.5 * z)),
      limits.skewed,
    );
  }
  for (const share of [held.normal / runs, held.skewed / runs]) {
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.97);
  }
});

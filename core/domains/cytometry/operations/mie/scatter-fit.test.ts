import { describe, expect, it, test } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { beadDesign } from "./bead-design.ts";
import { createCollector } from "./collect.ts";
import { type Optics, sideScatter } from "./optics.ts";
import { solid } from "./particle.ts";
import { type FitSettings, fitScatter, fitUsable, type ScatterBead } from "./scatter-fit.ts";

const truth = sideScatter(488, 1.337, 46);
const guess = { ...truth, halfAngle: 20 };
const gain = 37.5;
const free: FitSettings = { lowest: 5, highest: 85, offset: 0, level: 0.95 };
const sizes = [100, 125, 147, 203, 296, 400, 600, 799];

function simulated(diameters: readonly number[], optics: Optics = truth, offset = 0): ScatterBead[] {
  const collect = createCollector(optics);
  return diameters.map((diameter) => ({
    name: `${diameter} nm`,
    median: gain * collect(solid(1.59), diameter) + offset,
    diameter,
    index: 1.59,
    absorption: 0,
  }));
}

describe("fitScatter on beads without noise", () => {
  it("recovers half-angle and gain", () => {
    const fit = value(fitScatter(simulated(sizes), guess, free));
    expect(fit.optics.halfAngle).toBeCloseTo(46, 3);
    expect(fit.gain / gain).toBeCloseTo(1, 5);
    expect(fit.rSquared).toBeCloseTo(1, 9);
    expect(fit.slope).toBeCloseTo(1, 6);
    expect(fit.flags).toEqual(["scatter_equal_weights"]);
    expect(Math.max(...fit.beads.map(({ residual }) => Math.abs(residual)))).toBeLessThan(1e-5);
  });

  it.each([10, 25, 60, 80])("recovers a half-angle of %s degrees, in parallel light too", (halfAngle) => {
    const optics: Optics = { ...truth, halfAngle, polarisation: "parallel" };
    const fit = value(fitScatter(simulated(sizes, optics), { ...optics, halfAngle: 30 }, free));
    expect(fit.optics.halfAngle / halfAngle).toBeCloseTo(1, 4);
  });

  it("takes off a known offset", () => {
    const beads = simulated(sizes, truth, 900);
    expect(value(fitScatter(beads, guess, { ...free, offset: 900 })).gain / gain).toBeCloseTo(1, 5);
    expect(value(fitScatter(beads, guess, free)).flags).toContain("scatter_beads_disagree");
  });

  it("recovers the gain from one bead where the half-angle is given, without an interval", () => {
    const fit = value(fitScatter(simulated([147]), truth, { ...free, lowest: 46, highest: 46 }));
    expect(fit.gain / gain).toBeCloseTo(1, 12);
    expect(fit).toMatchObject({ gainInterval: null, halfAngleInterval: null, spread: null });
    expect(fit.flags).toEqual(["scatter_no_interval"]);
    expect(fit.optics.halfAngle).toBe(46);
  });
});

describe("fitScatter refuses or doubts", () => {
  it("fewer than three different beads, unless the half-angle is given", () => {
    expect(codes(fitScatter(simulated([100, 200]), guess, free))).toEqual([
      "cytometry-scatter-too-few-beads",
    ]);
    expect(codes(fitScatter(simulated([100, 200, 200]), guess, free))).toEqual([
      "cytometry-scatter-too-few-beads",
    ]);
    expect(codes(fitScatter([], guess, { ...free, lowest: 46, highest: 46 }))).toEqual([
      "cytometry-scatter-too-few-beads",
    ]);
  });

  it("beads without a usable signal, by name, and fits the others", () => {
    const beads = simulated(sizes);
    const dim = { ...beads[0]!, median: 0 };
    const result = fitScatter([dim, ...beads.slice(1)], guess, free);
    expect(codes(result)).toEqual(["cytometry-scatter-bead-unusable"]);
    expect(value(result).beads.map(({ name }) => name)).not.toContain("100 nm");
    const invisible = { ...beads[0]!, index: 1.337 };
    expect(codes(fitScatter([invisible, ...beads], guess, free))).toEqual([
      "cytometry-scatter-bead-unusable",
    ]);
    for (const median of [Number.NaN, Number.POSITIVE_INFINITY, -3]) {
      expect(codes(fitScatter([{ ...dim, median }], guess, free))[0]).toBe("cytometry-scatter-too-few-beads");
    }
  });

  it("optics and ranges that cannot be", () => {
    expect(codes(fitScatter(simulated(sizes), guess, { ...free, lowest: 0 }))).toEqual([
      "cytometry-scatter-optics",
    ]);
    expect(codes(fitScatter(simulated(sizes), guess, { ...free, lowest: 60, highest: 50 }))).toEqual([
      "cytometry-scatter-range",
    ]);
    expect(codes(fitScatter(simulated(sizes), { ...guess, wavelength: Number.NaN }, free))).toEqual([
      "cytometry-scatter-optics",
    ]);
  });

  it("a half-angle at the end of the range", () => {
    const { flags, optics } = value(fitScatter(simulated(sizes), guess, { ...free, highest: 40 }));
    expect(optics.halfAngle).toBeCloseTo(40, 9);
    expect(flags).toContain("scatter_half_angle_at_bound");
    expect(flags).toContain("scatter_half_angle_open");
  });

  it("one bead that disagrees, and a detector that is not linear", () => {
    const beads = simulated(sizes);
    const odd = beads.map((bead, i) => (i === 3 ? { ...bead, median: 2 * bead.median } : bead));
    expect(value(fitScatter(odd, guess, free)).flags).toContain("scatter_beads_disagree");
    const bent = beads.map((bead) => ({ ...bead, median: bead.median ** 1.15 }));
    const given = { ...free, lowest: 46, highest: 46 };
    expect(value(fitScatter(bent, truth, given)).flags).toContain("scatter_slope_off");
    expect(value(fitScatter(bent, truth, given)).slope).toBeCloseTo(1.15, 2);
  });

  it("a bead with a wide signal weighs less", () => {
    const beads = simulated(sizes).map((bead) => ({ ...bead, sd: 0.05 * bead.median }));
    const wide = { ...beads[3]!, median: 1.4 * beads[3]!.median, sd: 5 * beads[3]!.median };
    const fit = value(fitScatter([...beads.slice(0, 3), wide, ...beads.slice(4)], guess, free));
    expect(fit.optics.halfAngle).toBeCloseTo(46, 1);
    expect(fit.flags).not.toContain("scatter_equal_weights");
  });
});

test("95 % intervals hold the true half-angle and gain in 93 to 97 % of 500 noisy calibrations", () => {
  const beads = simulated(sizes);
  const models = beads.map(({ diameter }) => ({ model: solid(1.59), diameter }));
  const design = beadDesign(models, truth, free.lowest, free.highest);
  const runs = 500;
  let angles = 0;
  let gains = 0;
  for (let run = 0; run < runs; run++) {
    const random = createRandom(2020).split("calibration", run);
    const noisy = beads.map((bead) => ({ ...bead, median: bead.median * Math.exp(0.03 * random.normal()) }));
    const fit = fitUsable(noisy, design, free);
    const holds = (interval: { lower: number; upper: number }, x: number) =>
      interval.lower <= x && x <= interval.upper ? 1 : 0;
    angles += holds(fit.halfAngleInterval!, 46);
    gains += holds(fit.gainInterval!, gain);
  }
  expect(angles / runs).toBeGreaterThanOrEqual(0.93);
  expect(angles / runs).toBeLessThanOrEqual(0.97);
  expect(gains / runs).toBeGreaterThanOrEqual(0.93);
  expect(gains / runs).toBeLessThanOrEqual(0.97);
});

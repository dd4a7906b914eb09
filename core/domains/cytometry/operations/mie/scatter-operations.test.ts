import { describe, expect, it } from "vitest";
import { z } from "zod";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { collectedScatter, mie, scatterCalibration, scatterDiameter, scatterOperations } from "./index.ts";
import { scatterIssues } from "./issues.ts";
import { scatterAssumptionTerms, scatterFlagTerms, scatterIntervalTerms } from "./terms.ts";

const side = { wavelength: 405, mediumIndex: 1.343, halfAngle: 46 };

describe("scatter operations", () => {
  it.each(scatterOperations)(
    "$id has a unit and a name in both languages for every field",
    ({ input, parameters }) => {
      for (const schema of [input, parameters]) {
        const described = JSON.stringify(z.toJSONSchema(schema, { io: "input" }));
        const fields = described.match(/"label":\{"en":"[^"]+","ja":"[^"]+"\}/g) ?? [];
        expect(fields.length).toBeGreaterThan(0);
      }
    },
  );

  it("issues have the same places in every language", () => {
    for (const { message, remedy } of Object.values(scatterIssues.definitions)) {
      for (const text of [message, remedy]) {
        const places = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
        expect(places(text.ja)).toEqual(places(text.en));
      }
    }
  });
});

describe("cytometry.mie", () => {
  const run = (diameters: number[], parameters: object) =>
    mie.run(mie.input.parse({ diameters }), mie.parameters.parse(parameters));

  it("gives TV-B7 for the default vesicle", () => {
    const { particles } = value(run([100, 300], { wavelength: 405, mediumIndex: 1.343 }));
    expect(particles[0]!.scatteringCrossSection).toBeCloseTo(17.451, 3);
    expect(particles[1]!.scatteringCrossSection).toBeCloseTo(1355.2, 1);
  });

  it("takes water for a medium that is not given", () => {
    expect(value(run([100], { wavelength: 488 })).mediumIndex).toBeCloseTo(1.3374, 4);
  });

  it("refuses what cannot be computed", () => {
    expect(codes(run([1e9], { wavelength: 405 }))).toEqual(["cytometry-scatter-diameter"]);
    expect(codes(run([100], { wavelength: 405, coreIndex: 50 }))).toEqual(["cytometry-scatter-index"]);
    expect(codes(run([100], { wavelength: 1 }))).toEqual(["cytometry-scatter-optics"]);
  });
});

describe("cytometry.collectedScatter", () => {
  const run = (diameters: number[], parameters: object) =>
    collectedScatter.run(
      collectedScatter.input.parse({ diameters }),
      collectedScatter.parameters.parse({ ...side, ...parameters }),
    );

  it("gives a bead with a shell of no thickness", () => {
    const { particles } = value(run([100], { coreIndex: 1.6268, shellThickness: 0 }));
    expect(particles[0]!.collected).toBeCloseTo(66.161, 2);
  });

  it("refuses particles beyond the optics that are folded, and impossible optics", () => {
    expect(codes(run([100, 1e5], {}))).toEqual(["cytometry-scatter-diameter"]);
    expect(codes(run([100, 1e-9], {}))).toEqual(["cytometry-scatter-diameter"]);
    expect(codes(run([100], { halfAngle: 0 }))).toEqual(["cytometry-scatter-optics"]);
    expect(codes(run([100], { stop: 50 }))).toEqual(["cytometry-scatter-optics"]);
  });
});

describe("cytometry.scatterCalibration and cytometry.scatterDiameter", () => {
  const diameters = [80, 100, 150, 200, 300, 500];
  const bead = (index: number) => ({ wavelength: 405, coreIndex: index, shellThickness: 0, halfAngle: 46 });
  const collected = value(
    collectedScatter.run(
      { diameters },
      collectedScatter.parameters.parse({ ...bead(1.59), mediumIndex: 1.343 }),
    ),
  ).particles;
  const beads = collected.map(({ diameter, collected: power }) => ({
    diameter,
    median: 20 * power + 7,
    index: 1.59,
  }));
  const calibrate = (parameters: object, of: object[] = beads) =>
    scatterCalibration.run(
      scatterCalibration.input.parse({ beads: of }),
      scatterCalibration.parameters.parse({ wavelength: 405, mediumIndex: 1.343, offset: 7, ...parameters }),
    );
  const size = (signals: number[], parameters: object = {}, threshold?: number) =>
    scatterDiameter.run(
      scatterDiameter.input.parse({ signals, threshold }),
      scatterDiameter.parameters.parse({ ...side, gain: 20, offset: 7, ...parameters }),
    );

  it("recover gain, half-angle and the vesicles' diameters from one another's numbers", () => {
    const fit = value(calibrate({}));
    expect(fit.gain).toBeCloseTo(20, 3);
    expect(fit.optics.halfAngle).toBeCloseTo(46, 3);
    expect(fit.beads[0]!.name).toBe("1");
    const { sizes, detection } = value(size([7 + 20 * 3.3240031307, 7 + 20 * 48], {}, 7 + 20 * 14.35288179));
    expect(sizes[0]!.diameter).toBeCloseTo(100, 3);
    expect(sizes[0]!.range!.lower).toBeLessThan(95);
    expect(sizes[0]!.range!.upper).toBeGreaterThan(110);
    expect(sizes[1]!.flags).toEqual(["scatter_flat"]);
    expect(detection!.diameter).toBeCloseTo(150, 2);
  });

  it("take polystyrene where a bead has no index, and say where that is extrapolated", () => {
    const unnamed = beads.map(({ diameter, median }) => ({ diameter, median }));
    expect(value(calibrate({}, unnamed)).flags).toContain("scatter_index_extrapolated");
    expect(value(calibrate({})).flags).not.toContain("scatter_index_extrapolated");
  });

  it("fit the gain alone where the half-angle is given", () => {
    const fit = value(calibrate({ halfAngle: 46 }, beads.slice(0, 1)));
    expect(fit.gain).toBeCloseTo(20, 9);
    expect(codes(calibrate({}, beads.slice(0, 2)))).toEqual(["cytometry-scatter-too-few-beads"]);
    expect(codes(calibrate({ lowestHalfAngle: 50, highestHalfAngle: 40 }))).toEqual([
      "cytometry-scatter-range",
    ]);
  });

  it("tell bounds for signals outside the curve, never 0", () => {
    const { sizes } = value(size([7, -100, 1e9]));
    expect(sizes.map(({ diameter }) => diameter)).toEqual([null, null, null]);
    expect(sizes[0]!.bound!.side).toBe("below");
    expect(sizes[0]!.bound!.diameter).toBeCloseTo(30, 9);
    expect(sizes[2]!.bound!.side).toBe("above");
    expect(sizes.flatMap(({ flags }) => flags)).toEqual([
      "scatter_below_curve",
      "scatter_below_curve",
      "scatter_above_curve",
    ]);
  });

  it("refuse settings that give no size", () => {
    expect(codes(size([1], { gain: 0 }))).toEqual(["cytometry-scatter-gain"]);
    expect(codes(size([1], { from: 500, to: 400 }))).toEqual(["cytometry-scatter-range"]);
    expect(codes(size([1], { tolerance: 0 }))).toEqual(["cytometry-scatter-range"]);
    expect(codes(size([1], { to: 10_001 }))).toEqual(["cytometry-scatter-range"]);
    expect(codes(size([1], { wavelength: 250, to: 10_000 }))).toEqual(["cytometry-scatter-diameter"]);
    expect(codes(size([1], { lowestCoreIndex: 1.39 }))).toEqual(["cytometry-scatter-index"]);
    const bare = { shellThickness: 0, coreIndex: 1.36, lowestCoreIndex: 1.343, highestCoreIndex: 1.4 };
    expect(codes(size([1], bare))).toEqual(["cytometry-scatter-no-contrast"]);
  });

  it("use only flags, assumptions and methods that have a sentence", () => {
    const fit = value(calibrate({ highestHalfAngle: 30 }));
    const sized = value(size([7 + 20 * 3.3, 7 + 20 * 48, 1, 1e9]));
    for (const flag of [...fit.flags, ...sized.sizes.flatMap(({ flags }) => flags)]) {
      expect(Object.keys(scatterFlagTerms)).toContain(flag);
    }
    for (const assumption of [...fit.assumptions, ...sized.assumptions]) {
      expect(Object.keys(scatterAssumptionTerms)).toContain(assumption);
    }
    const intervals = [
      fit.gainInterval,
      fit.halfAngleInterval,
      ...sized.sizes.flatMap((one) => [one.interval, one.range]),
    ];
    for (const interval of intervals) {
      if (interval !== null) expect(Object.keys(scatterIntervalTerms)).toContain(interval.method);
    }
  });
});

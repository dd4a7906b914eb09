import { describe, expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { assignValues } from "./assignment.ts";
import golden from "./bead-calibration.golden.json" with { type: "json" };
import { findBeadPeaks } from "./bead-peaks.ts";
import { antibodiesBound, inUnit, surfaceDiameter, unitCode } from "./bead-units.ts";
import { describeFile, readEvents } from "./beads-fcs.test-support.ts";
import { calibrate, calibrateColumn } from "./calibration-curve.ts";
import { calibratedLimit, channelLimit } from "./detection-limit.ts";
import { type CalibrationBead, calibrateFluorescence } from "./fluorescence-calibration.ts";
import { fitOffset } from "./offset-fit.ts";
import { isUsable } from "./peak-flags.ts";

const membrane: CalibrationBead[] = [
  { median: 2701.9, value: 44_922 },
  { median: 8846.75, value: 163_832 },
  { median: 150_763, value: 2_833_170 },
];

describe("TV-B4, membrane dye to surface area to diameter", () => {
  const fit = value(calibrateFluorescence(membrane, "nm2"));
  test("slope, intercept, R squared and the slope's standard error", () => {
    const { slope, intercept, rSquared, curve } = fit.power;
    expect(slope.value).toBeCloseTo(1.0258358, 7);
    expect(intercept.value).toBeCloseTo(1.1459895, 7);
    expect(rSquared).toBeCloseTo(0.999639, 6);
    expect(slope.value).toBeCloseTo(golden.tvB4.beta, 12);
    expect(intercept.value).toBeCloseTo(golden.tvB4.alpha, 11);
    expect(Math.sqrt(curve.covariance[2])).toBeCloseTo(golden.tvB4.slopeSe, 12);
    expect(fit.proportional.intercept.value).toBeCloseTo(golden.tvB4.proportional, 12);
    expect(fit.flags).toEqual(["few_beads"]);
  });
  test.each([
    [500, 8216.55, 51.1411],
    [2000, 34_064.69, 104.1303],
    [10_000, 177_554.98, 237.7341],
  ])("%d is %d nm2 and a sphere of %d nm", (x, area, diameter) => {
    const found = calibrate(fit.power.curve, x);
    expect(found.value!).toBeCloseTo(area, 2);
    expect(surfaceDiameter(found.value!)).toBeCloseTo(diameter, 4);
    expect(surfaceDiameter(found.value!)).toBeCloseTo(golden.tvB4.diameter[`${x}` as "500"], 8);
    expect(found.flags).toEqual(x < 2701.9 ? ["below_lowest_bead"] : []);
  });
});

describe("values outside the beads", () => {
  const { power, proportional } = value(calibrateFluorescence(membrane, "nm2"));
  test("0 and negative values have no logarithm, but a slope of 1 keeps them", () => {
    const flags = ["below_lowest_bead", "not_calibratable"];
    expect(calibrate(power.curve, -5)).toEqual({ value: null, interval: null, prediction: null, flags });
    expect(calibrate(power.curve, 0).value).toBeNull();
    const linear = calibrate(proportional.curve, -5);
    expect(linear.value).toBeCloseTo(-5 * 10 ** golden.tvB4.proportional, 9);
    expect(linear.interval!.lower).toBeLessThan(linear.value!);
    expect(linear.interval!.upper).toBeGreaterThan(linear.value!);
    expect(calibrate(proportional.curve, 0).value).toBe(0);
  });
  test("a column keeps count of them", () => {
    const column = calibrateColumn(power.curve, [-1, 10, 3000, 2e6]);
    expect(column).toMatchObject({ belowLowestBead: 2, aboveHighestBead: 1, notCalibratable: 1 });
    expect(column.values[0]).toBeNaN();
    expect(column.values[2]).toBe(calibrate(power.curve, 3000).value);
  });
});

test("bead units are never mixed", () => {
  expect(codes(inUnit({ value: 5, unit: "ERF" }, "MESF"))).toEqual(["cytometry-calibration-unit-mixed"]);
  expect(value(antibodiesBound({ value: 900, unit: "MESF" }, 3))).toEqual({ value: 300, unit: "ABC" });
  expect(codes(antibodiesBound({ value: 900, unit: "ERF" }, 3))).toEqual([
    "cytometry-calibration-unit-mixed",
  ]);
  expect(codes(antibodiesBound({ value: 900, unit: "MESF" }, 0))).toEqual(["cytometry-bead-value-invalid"]);
  expect([unitCode("MESF"), unitCode("nm2")]).toEqual(["{MESF}", "nm2"]);
});

test("beads that cannot be fitted are refused", () => {
  expect(codes(calibrateFluorescence(membrane.slice(1), "MESF"))).toEqual([
    "cytometry-calibration-too-few-beads",
  ]);
  expect(codes(calibrateFluorescence([...membrane, { median: -1, value: 3 }], "MESF"))).toEqual([
    "cytometry-bead-value-invalid",
  ]);
  expect(codes(calibrateFluorescence([...membrane, { median: 2e5, value: 10 }], "MESF"))).toEqual([
    "cytometry-bead-assigned-invalid",
  ]);
  const steep = [1, 2, 3, 4].map((k) => ({ median: 10 ** k, value: 10 ** (1.2 * k) }));
  expect(codes(calibrateFluorescence(steep, "MESF"))).toEqual(["cytometry-calibration-slope"]);
});

test("the offset model falls to a straight line where the beads have no fluorescence of their own", () => {
  const medians = [10, 100, 1000, 10_000];
  const fit = fitOffset(
    medians,
    medians.map((x) => 3 * x ** 1.01),
  )!;
  expect(fit.m).toBeCloseTo(1.01, 6);
  expect(fit.offset).toBeLessThan(1e-3);
  const own = fitOffset(
    medians,
    medians.map((x) => 20 * x - 150),
  )!;
  expect(own.offset).toBeCloseTo(150, 3);
  expect(own.m).toBeCloseTo(1, 8);
  expect(fitOffset([1, 2, 3], [4, 5, 6])).toBeNull();
});

const flowcal = "flowcal/examples/FCFiles/sample001.fcs";
describeFile(flowcal, "FlowCal's example beads", async () => {
  const events = await readEvents(flowcal);
  const { gate, medians, selected, scipy, converted } = golden.flowcal;
  const [fsc, ssc] = [events.column("FSC"), events.column("SSC")];
  const inside = Array.from(fsc.keys()).filter(
    (i) =>
      i >= 250 &&
      i < events.n - 100 &&
      fsc[i]! >= gate.FSC[0]! &&
      fsc[i]! <= gate.FSC[1]! &&
      ssc[i]! >= gate.SSC[0]! &&
      ssc[i]! <= gate.SSC[1]!,
  );
  const gated = (name: string) => {
    const column = events.column(name);
    return Float64Array.from(inside, (i) => column[i]!);
  };
  const top = 10 ** ((4 * 1023) / 1024);
  const assigned = [0, 792, 2079, 6588, 16_471, 47_497, 137_049, 271_647];
  const peaks = value(findBeadPeaks([gated("FL1"), gated("FL3")], { expected: 8, maxima: [top, top] })).peaks;

  test("peak medians are FlowCal's, clustered in FL1 and FL3", () => {
    peaks.forEach(({ channels: [fl1] }, k) => {
      const median = medians.FL1[k]!;
      expect(fl1!.interval!.lower).toBeLessThanOrEqual(median);
      expect(fl1!.interval!.upper).toBeGreaterThanOrEqual(median);
      expect(fl1!.median).toBeCloseTo(median, 9);
    });
  });
  test("the peaks that FlowCal selects are the usable ones", () => {
    expect(assigned.filter((_, k) => isUsable(peaks[k]!.channels[0]!))).toEqual(selected);
  });
  test("the beads' autofluorescence model is FlowCal's, its parameters inside the intervals", () => {
    const beads = selected.map((mef, k) => ({ median: peaks[k]!.channels[0]!.median, value: mef }));
    const { offset } = value(calibrateFluorescence(beads, "MEF"));
    const { curve } = offset!;
    expect(curve.beta / scipy.m).toBeCloseTo(1, 7);
    expect((curve.alpha * Math.LN10) / scipy.b).toBeCloseTo(1, 6);
    expect(offset!.offset!.value / scipy.auto).toBeCloseTo(1, 6);
    expect(Math.sqrt(curve.covariance[2]) / scipy.se[0]!).toBeCloseTo(1, 5);
    expect(Math.sqrt(curve.covariance[0]) * Math.LN10).toBeCloseTo(scipy.se[1]!, 6);
    // FlowCal's optimiser stops about 1e-5 before the minimum that scipy reaches
    for (const [x, mef] of Object.entries(converted)) {
      expect(calibrate(curve, Number(x)).value! / mef).toBeCloseTo(1, 4);
    }
  });
  test("in FL1 alone the three dim populations are one peak, and counts tell which values remain", () => {
    const alone = value(findBeadPeaks([gated("FL1")], { expected: 8, maxima: [top] })).peaks;
    expect(alone.map(({ populations }) => populations)).toEqual([3, 1, 1, 1, 1, 1]);
    const found = value(
      assignValues(
        alone.map((peak) => ofLadder(peak)),
        assigned,
      ),
    );
    expect(found.method).toBe("counts");
    expect(found.valuesLeftOut).toEqual([0, 1, 2]);
    expect(found.pairs.slice(1).map(({ value: mef }) => mef)).toEqual(assigned.slice(3));
  });
});

function ofLadder({
  channels,
  populations,
}: {
  channels: readonly Parameters<typeof isUsable>[0][];
  populations: number;
}) {
  return { median: channels[0]!.median, usable: isUsable(channels[0]!), populations };
}

const tasbe = "cytoflow-instruments/tasbe/beads.fcs";
describeFile(tasbe, "SpheroTech RCP-30-5A, lot AA01 to GAA01-R", async () => {
  const channel = "PE-Tx-Red-YG-A";
  const lot = [0, 207, 750, 2198, 6063, 12_887, 51_686, 170_219];
  const peaks = value(findBeadPeaks([(await readEvents(tasbe)).column(channel)], { expected: 8 })).peaks;
  const assignment = value(
    assignValues(
      peaks.map((peak) => ofLadder(peak)),
      lot,
    ),
  );
  const beads = assignment.pairs.flatMap(({ peak, value: mef }) =>
    mef === null ? [] : [{ median: peaks[peak]!.channels[0]!.median, value: mef }],
  );
  const fit = value(calibrateFluorescence(beads, "MEF"));

  test("medians agree with a mixture of scikit-learn to 1.5 %, the blank merged with the dimmest bead", () => {
    expect(peaks[0]!.channels[0]!.flags).toContain("merged");
    golden.tasbe.peaks.slice(1).forEach(({ median }, k) => {
      expect(Math.abs(peaks[k + 1]!.channels[0]!.median / median - 1)).toBeLessThan(0.015);
    });
  });
  test("the slope is 1 within its interval, and the maker's spreadsheet lies in the curve's interval", () => {
    expect(fit.flags).toEqual([]);
    const { lower, upper } = fit.power.slope.interval!;
    expect(lower).toBeLessThan(1);
    expect(upper).toBeGreaterThan(1);
    // values that cytoflow's own test takes from the SpheroTech linearisation sheet, from the five brightest peaks
    for (const [x, mef] of [
      [100, 908.2389],
      [1000, 8992.904],
      [10_000, 89_022.543],
      [100_000, 881_251.765],
    ] as const) {
      const { interval } = calibrate(fit.power.curve, x);
      expect(interval!.lower).toBeLessThan(mef);
      expect(interval!.upper).toBeGreaterThan(mef);
    }
  });
  test("detection limit of the unstained sample as numpy gives it, its interval that of 4000 bootstrap samples", async () => {
    const blank = (await readEvents("cytoflow-instruments/tasbe/blank.fcs")).column(channel);
    const want = golden.tasbe.blank;
    const limit = value(channelLimit(blank, "robust"));
    expect(limit.value).toBeCloseTo(want.limit, 6);
    expect(limit.robustSd).toBeCloseTo(want.robustSd, 6);
    expect(value(channelLimit(blank, "percentile")).value).toBeCloseTo(want.p95, 6);
    expect(Math.abs(limit.interval!.lower - want.bootstrap[0]!)).toBeLessThan(0.6);
    expect(Math.abs(limit.interval!.upper - want.bootstrap[1]!)).toBeLessThan(0.6);
    const mef = calibratedLimit(limit, fit.power.curve);
    expect(mef.value! / calibrate(fit.power.curve, want.limit).value!).toBeCloseTo(1, 6);
    expect(mef.interval!.lower).toBeLessThan(mef.value!);
    expect(mef.flags).toEqual([]);
  });
});

const apogee = "ev-beads-apogee-rosettax/sample-files/apogee_rainbow_beads.fcs";
describeFile(apogee, "Apogee rainbow beads with their ladders", async () => {
  const events = await readEvents(apogee);
  const scatter = events.column("405LALS(Peak)");
  const beads = Array.from(scatter.keys()).filter((i) => scatter[i]! > 5e5);
  const ladders = {
    "488Grn(Peak)": [3689, 10_216, 32_597, 108_310, 342_121],
    "638DRed(Peak)": [1084, 4068, 15_785, 51_397, 166_228],
  };
  const peaksOf = (name: string) => {
    const column = events.column(name);
    return value(findBeadPeaks([Float64Array.from(beads, (i) => column[i]!)], { expected: 8 })).peaks;
  };
  test.each(["488Grn(Peak)", "638DRed(Peak)"] as const)(
    "%s: five of the peaks take the ladder in order",
    (name) => {
      const peaks = peaksOf(name);
      const want = golden.apogee[name];
      want.peaks.forEach(({ median }, k) => {
        expect(Math.abs(peaks[k]!.channels[0]!.median / median - 1), `peak ${k}`).toBeLessThan(
          k < 2 ? 0.05 : 0.005,
        );
      });
      expect(peaks.at(-1)!.channels[0]!.flags).toContain("saturated");
      const found = value(
        assignValues(
          peaks.map((peak) => ofLadder(peak)),
          ladders[name],
        ),
      );
      expect(found.pairs.map(({ peak }) => peak)).toEqual([1, 2, 3, 4, 5]);
      const fit = calibrateFluorescence(
        found.pairs.map(({ peak, value: mesf }) => ({
          median: peaks[peak]!.channels[0]!.median,
          value: mesf!,
        })),
        "MESF",
      );
      expect(codes(fit)).toEqual(["cytometry-calibration-slope"]);
      const { power } = value(fit);
      expect(power.residuals.every(({ percent }) => Math.abs(percent) < 1)).toBe(true);
      expect(power.slope.value).toBeGreaterThan(1.16);
      expect(Math.abs(power.slope.value - want.slope)).toBeLessThan(3 * want.slopeSe);
    },
  );
  test("made-up ladders of tenfold steps and the other dye's ladder are refused", () => {
    const peaks = peaksOf("488Grn(Peak)").map((peak) => ofLadder(peak));
    const tenfold = [200, 2000, 20_000, 200_000, 2_000_000, 20_000_000];
    expect(codes(assignValues(peaks, tenfold))).toEqual(["cytometry-bead-assignment-none"]);
    expect(codes(assignValues(peaks, ladders["638DRed(Peak)"]))).toEqual(["cytometry-bead-assignment-none"]);
  });
});

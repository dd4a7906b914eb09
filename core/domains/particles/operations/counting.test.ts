import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnyOperation, isAccepted, isRefused, type Result } from "../../../kernel/index.ts";
import { againstLimit, blankLimits, detectionLimit } from "./blank-limits.ts";
import { blankSubtraction, subtractBlank } from "./blank-subtraction.ts";
import { summariseCaptures } from "./capture-summary.ts";
import { concentrationFromCounts } from "./concentration.ts";
import { fractionDetected } from "./detected-fraction.ts";
import { dilutionLinearity } from "./dilution-linearity.ts";
import { pulseDiameter, trpsCalibration } from "./trps-calibration.ts";

function value<T>(result: Result<T>): T {
  if (!isAccepted(result)) throw new Error(result.issues[0]!.code);
  return result.value;
}
const code = (result: Result<unknown>) => (isRefused(result) ? result.issues[0]!.code : "accepted");
const run = (operation: AnyOperation, input: unknown, parameters: unknown = {}) =>
  operation.run(operation.input.parse(input), operation.parameters.parse(parameters));
const near = (found: number, want: number, tolerance = 1e-6) =>
  expect(Math.abs(found / want - 1), `${found} for ${want}`).toBeLessThan(tolerance);

describe("captures", () => {
  test("TV-A5 mean, SD, CV and t-interval", () => {
    const { mean, sd, cv, interval, n, flags } = value(summariseCaptures([42.1, 45.3, 39.8, 44.0, 43.3]));
    near(mean, 42.9);
    near(sd!, 2.08447, 3e-6);
    near(cv!, 0.048589, 1e-5);
    near(interval!.lower, 40.3118, 2e-6);
    near(interval!.upper, 45.4882, 2e-6);
    expect([n, flags]).toEqual([5, []]);
  });
  test("a CV above 20 % and a single capture are flagged", () => {
    expect(value(summariseCaptures([10, 20])).flags).toEqual(["capture_cv_high"]);
    expect(value(summariseCaptures([10]))).toMatchObject({
      sd: null,
      interval: null,
      flags: ["single_capture"],
    });
  });
});

describe("concentration from counts", () => {
  const counting = { particles: 43, fields: 1, volume: 8e-8, dilution: 1000, level: 0.95 };
  test("TV-A6 43 particles in 8e-8 mL, diluted 1000-fold", () => {
    const { asMeasured, original, bound } = value(concentrationFromCounts(counting));
    near(original.value, 5.375e11);
    near(asMeasured.value, 5.375e8);
    expect(bound).toBeNull();
    // R 4.2.2: poisson.test(43)$conf.int
    near(asMeasured.interval.lower * 8e-8, 31.11931321, 1e-9);
    near(asMeasured.interval.upper * 8e-8, 57.92071781, 1e-9);
  });
  test("no particles: an upper limit with the bound below, never 0", () => {
    const { original, bound } = value(concentrationFromCounts({ ...counting, particles: 0 }));
    expect(bound).toBe("below");
    near(original.value, (-Math.log(0.025) / 8e-8) * 1000);
  });
  test("impossible counts, volumes and factors are refused", () => {
    for (const wrong of [
      { particles: 1.5 },
      { particles: -1 },
      { volume: 0 },
      { dilution: 0.5 },
      { fields: Number.NaN },
    ]) {
      expect(code(concentrationFromCounts({ ...counting, ...wrong }))).toBe("particles-value-invalid");
    }
  });
});

describe("blanks", () => {
  test("TV-A7 Currie's limits and net counts", () => {
    const unknown = value(subtractBlank([430], [12], 1, "unknown"));
    near(unknown.criticalLevel, 8.05882, 1e-6);
    near(unknown.detectionLimit, 18.82764, 1e-6);
    const known = value(subtractBlank([430], [12], 1, "well-known"));
    near(known.criticalLevel, 5.69845, 1e-6);
    near(known.detectionLimit, 14.10689, 1e-6);
    const { total } = value(subtractBlank([430], [30], 1, "unknown"));
    expect(total.value).toBe(400);
    near(total.se, 21.4476, 2e-6);
  });
  test("negative net counts are kept, and a total under the detection limit is a bound", () => {
    const { net, total, bound, detected, flags } = value(subtractBlank([3, 20], [8, 12], 1, "unknown"));
    expect([...net]).toEqual([-5, 8]);
    expect(total.value).toBe(3);
    expect([bound, detected]).toEqual(["below", false]);
    expect(flags).toEqual(["blank_over_limit", "below_detection_limit"]);
  });
  test("the sum of net bins is the net total, and errors add in squares, at any volume ratio", () => {
    const counts = fc.array(fc.tuple(fc.nat(500), fc.nat(50)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(counts, fc.double({ min: 0.1, max: 10, noNaN: true }), (bins, ratio) => {
        const result = subtractBlank(
          bins.map(([s]) => s),
          bins.map(([, b]) => b),
          ratio,
          "unknown",
        );
        const { net, standardErrors, total } = value(result);
        expect(net.reduce((a, b) => a + b, 0)).toBeCloseTo(total.value, 6);
        expect(Math.sqrt(standardErrors.reduce((a, b) => a + b * b, 0))).toBeCloseTo(total.se, 6);
      }),
    );
  });
  test("refused: other bins, no volume, negative counts", () => {
    expect(code(subtractBlank([1, 2], [1], 1, "unknown"))).toBe("particles-blank-mismatch");
    expect(code(subtractBlank([1], [1], 0, "unknown"))).toBe("particles-value-invalid");
    expect(code(subtractBlank([1], [-1], 1, "unknown"))).toBe("particles-value-invalid");
  });
  test("the operation gives plain arrays", () => {
    const found = value(run(blankSubtraction, { sample: [430], blank: [30] })) as { net: number[] };
    expect(found.net).toEqual([400]);
  });
  test("TV-G3 limits of blank and detection by 1.645 SD, with n", () => {
    const blanks = [12, 15, 11, 14, 13, 12, 16, 13, 14, 12];
    const low = [22, 25, 19, 24, 21, 23, 20, 26, 22, 24];
    const limits = value(blankLimits(blanks, low));
    near(limits.limitOfBlank, 15.748423);
    near(limits.limitOfDetection, 19.40215);
    expect(limits.n).toEqual({ blanks: 10, lowSamples: 10 });
    expect(limits.flags).toEqual(["few_blanks"]);
    const alone = value(blankLimits(blanks));
    near(alone.limitOfDetection, 13.2 + 2 * 1.645 * 1.549193, 1e-7);
    expect(alone.assumptions).toContain("low_samples_spread_as_blanks");
    expect(code(blankLimits([12]))).toBe("particles-too-few-blanks");
  });
  test("a value under the limit of detection becomes the limit with the bound below", () => {
    expect(againstLimit(3, 19.4)).toEqual({ value: 19.4, bound: "below" });
    expect(againstLimit(30, 19.4)).toEqual({ value: 30, bound: null });
    const found = value(run(detectionLimit, { blanks: [1, 2, 3], values: [0] })) as { values: unknown[] };
    expect(found.values).toEqual([{ value: 2 + 2 * 1.645, bound: "below" }]);
  });
});

describe("dilution linearity", () => {
  const points = [
    [100, 9.1e8],
    [200, 5.0e8],
    [400, 2.55e8],
    [800, 1.27e8],
    [1600, 6.6e7],
  ].map(([dilution, concentration]) => ({ dilution: dilution!, concentration: concentration! }));
  const judge = (given: object[], parameters = {}) => run(dilutionLinearity, { points: given }, parameters);
  // biome-ignore lint/suspicious/noExplicitAny: the output of an operation from the list
  const judged = (given: object[], parameters = {}) => value(judge(given, parameters)) as any;

  test("TV-A9 slope, SE, R2, back-calculated range, CV, and coincidence at 1:100", () => {
    const found = judged(points);
    near(found.slope.value, 0.954776);
    near(found.slope.se, 0.01363, 1e-5);
    near(found.rSquared, 0.999389);
    near(found.dilutions[0].original, 9.1e10);
    near(found.dilutions[4].original, 1.056e11);
    near(found.originalCv, 0.054502, 1e-5);
    expect(found.dilutions[0].recovery).toBeCloseTo(0.896, 3);
    expect(found.linear).toBe(true);
    expect(found.coincidenceAt).toEqual([100]);
    expect(found.flags).toEqual(["coincidence"]);
  });
  test("row order and repeated captures of a dilution change nothing", () => {
    const doubled = [...points].reverse().flatMap((point) => [
      { ...point, concentration: point.concentration * 0.9 },
      { ...point, concentration: point.concentration * 1.1 },
    ]);
    near(judged(doubled).slope.value, judged(points).slope.value, 1e-12);
  });
  test("tighter limits fail the same data and say which", () => {
    const { criteria, flags } = judged(points, { slopeFrom: 0.96, recoveryFrom: 0.9 });
    expect(criteria).toEqual({ slope: false, rSquared: true, recovery: false });
    expect(flags).toEqual(["dilution_nonlinear", "coincidence"]);
  });
  test("refused: fewer than three dilutions, no concentration, factor under 1", () => {
    expect(code(judge([points[0]!, points[0]!, points[1]!]))).toBe("particles-too-few-dilutions");
    expect(code(judge([{ dilution: 1, concentration: 0 }]))).toBe("particles-concentration-invalid");
    expect(code(judge([{ dilution: 0.1, concentration: 1 }]))).toBe("particles-dilution-factor-invalid");
  });
});

describe("fraction above the detection limit", () => {
  test("TV-A8 median 80 nm, sigma 0.35, seen from 70 nm", () => {
    const { fraction, underCount, detectedMedian, flags } = value(fractionDetected(80, 0.35, 70));
    near(fraction, 0.648591);
    near(underCount, 1.541805);
    near(detectedMedian, 93.8342);
    expect(flags).toEqual(["truncated_below_dmin"]);
  });
  test("nearly everything seen: factor 1, the median itself, no flag", () => {
    const { underCount, detectedMedian, flags } = value(fractionDetected(200, 0.2, 20));
    near(underCount, 1, 1e-12);
    near(detectedMedian, 200, 1e-12);
    expect(flags).toEqual([]);
  });
  test("refused where nothing could be seen", () => {
    expect(code(fractionDetected(50, 0.01, 500))).toBe("particles-nothing-detectable");
  });
});

describe("TRPS", () => {
  const rates = (slope: number, intercept = 0) =>
    [400, 600, 800, 1000].map((pressure, i) => ({
      pressure,
      rate: slope * pressure + intercept + [1, -1, -1, 1][i]!,
    }));
  const calibrant = { diameter: 115, pulse: 0.3, concentration: 1e10, rates: rates(950) };
  // biome-ignore lint/suspicious/noExplicitAny: the output of an operation from the list
  const calibrated = (input: object) => value(run(trpsCalibration, input)) as any;

  test("TV-A11 diameter of a pulse, and concentration by slopes", () => {
    near(pulseDiameter(0.55, 0.3, 115), 140.749, 3e-6);
    const found = calibrated({ pulses: [0.55], sample: { rates: rates(820) }, calibrant, dilution: 50 });
    near(found.diameters[0], 140.749, 3e-6);
    near(found.asMeasured, 8.63158e9, 1e-6);
    near(found.original, 50 * 8.63158e9, 1e-6);
    expect(found.flags).toEqual(["trps_settings_not_compared"]);
  });
  test("an intercept that is not 0 is flagged; two pressures cannot test it", () => {
    expect(calibrated({ sample: { rates: rates(820, 90_000) }, calibrant }).flags).toContain(
      "trps_intercept",
    );
    const two = calibrated({ sample: { rates: rates(820).slice(0, 2) }, calibrant });
    expect(two.flags).toContain("trps_intercept_not_tested");
    expect(two.original).toBeNull();
  });
  test("refused: one pressure, falling rate, other settings", () => {
    const settings = { electrolyte: "PBS", stretch: 47, voltage: 0.6 };
    const at = (sample: object, over: object = {}) =>
      code(run(trpsCalibration, { sample, calibrant: { ...calibrant, ...over } }));
    expect(at({ rates: [{ pressure: 400, rate: 5 }] })).toBe("particles-trps-pressures");
    expect(
      at({
        rates: [
          { pressure: 400, rate: 9 },
          { pressure: 800, rate: 5 },
        ],
      }),
    ).toBe("particles-trps-no-slope");
    expect(at({ rates: rates(820), settings }, { settings: { ...settings, voltage: 0.5 } })).toBe(
      "particles-trps-settings-differ",
    );
  });
});

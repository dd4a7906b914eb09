import { describe, expect, test } from "vitest";
import { dilutionLinearity } from "./dilution-linearity.ts";
import { code, relativeError, run, value } from "./golden.test-support.ts";
import golden from "./operations-scipy.golden.json" with { type: "json" };

const near = (found: number, want: number, tolerance = 1e-6) =>
  expect(relativeError(found, want), `${found} for ${want}`).toBeLessThan(tolerance);

describe("dilution linearity", () => {
  const points = [
    [100, 9.1e8],
    [200, 5.0e8],
    [400, 2.55e8],
    [800, 1.27e8],
    [1600, 6.6e7],
  ].map(([dilution, concentration]) => ({ dilution: dilution!, concentration: concentration! }));
  const judge = (given: object[], parameters = {}) => run(dilutionLinearity, { points: given }, parameters);
  const judged = (given: object[], parameters = {}) => value(judge(given, parameters));

  test("TV-A9 slope, SE, R2, back-calculated range, CV, and coincidence at 1:100", () => {
    const found = judged(points);
    const { slope, se, rSquared } = golden["linearity TV-A9"];
    near(found.slope.value, slope, 1e-12);
    near(found.slope.se, se, 1e-10);
    near(found.rSquared, rSquared, 1e-12);
    near(found.slope.value, 0.954776);
    near(found.slope.se, 0.01363, 1e-5);
    near(found.rSquared, 0.999389);
    near(found.dilutions[0].original, 9.1e10);
    near(found.dilutions[4].original, 1.056e11);
    near(found.originalCv, 0.054502, 1e-5);
    expect(found.dilutions[0].recovery).toBeCloseTo(0.896, 3);
    expect(found.linear).toBe(true);
    expect(found.coincidenceAt).toEqual([100]);
    expect(found.flags).toEqual(["coincidence_suspected"]);
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
    expect(flags).toEqual(["dilution_nonlinear", "coincidence_suspected"]);
  });
  test("refused: fewer than three dilutions, no concentration, factor under 1", () => {
    expect(code(judge([points[0]!, points[0]!, points[1]!]))).toBe("particles-too-few-dilutions");
    expect(code(judge([{ dilution: 1, concentration: 0 }]))).toBe("particles-concentration-invalid");
    expect(code(judge([{ dilution: 0.1, concentration: 1 }]))).toBe("particles-dilution-factor-invalid");
  });
});

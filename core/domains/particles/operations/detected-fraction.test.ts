import { describe, expect, test } from "vitest";
import { fractionDetected } from "./detected-fraction.ts";
import { code, relativeError, value } from "./golden.test-support.ts";
import golden from "./operations-scipy.golden.json" with { type: "json" };

const near = (found: number, want: number, tolerance = 1e-6) =>
  expect(relativeError(found, want), `${found} for ${want}`).toBeLessThan(tolerance);

describe("fraction above the detection limit", () => {
  test("TV-A8 median 80 nm, sigma 0.35, seen from 70 nm", () => {
    const { fraction, underCount, detectedMedian, flags } = value(fractionDetected(80, 0.35, 70));
    near(fraction, golden["detected TV-A8"].fraction, 1e-13);
    near(detectedMedian, golden["detected TV-A8"].median, 1e-13);
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

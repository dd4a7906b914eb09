import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blankSubtraction, subtractBlank } from "./blank-subtraction.ts";
import { code, relativeError, run, value } from "./golden.test-support.ts";

const near = (found: number, want: number, tolerance = 1e-6) =>
  expect(relativeError(found, want), `${found} for ${want}`).toBeLessThan(tolerance);

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
    const found = value(run(blankSubtraction, { sample: [430], blank: [30] }));
    expect(found.net).toEqual([400]);
  });
});

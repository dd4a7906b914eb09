import { describe, expect, test } from "vitest";
import { concentrationFromCounts } from "./concentration.ts";
import { code, relativeError, value } from "./golden.test-support.ts";
import golden from "./operations-scipy.golden.json" with { type: "json" };

const near = (found: number, want: number, tolerance = 1e-6) =>
  expect(relativeError(found, want), `${found} for ${want}`).toBeLessThan(tolerance);

describe("concentration from counts", () => {
  const counting = { particles: 43, fields: 1, volume: 8e-8, dilution: 1000, level: 0.95 };
  test("TV-A6 43 particles in 8e-8 mL, diluted 1000-fold", () => {
    const { asMeasured, original, bound } = value(concentrationFromCounts(counting));
    near(original.value, 5.375e11);
    near(asMeasured.value, 5.375e8);
    expect(bound).toBeNull();
    const [lower, upper] = golden["poisson 43"];
    near(asMeasured.interval.lower * 8e-8, lower!, 1e-12);
    near(asMeasured.interval.upper * 8e-8, upper!, 1e-12);
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

import { describe, expect, test } from "vitest";
import { summariseCaptures } from "./capture-summary.ts";
import { relativeError, value } from "./golden.test-support.ts";

const near = (found: number, want: number, tolerance = 1e-6) =>
  expect(relativeError(found, want), `${found} for ${want}`).toBeLessThan(tolerance);

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

import { describe, expect, test } from "vitest";
import { againstLimit, blankLimits, detectionLimit } from "./blank-limits.ts";
import { code, relativeError, run, value } from "./golden.test-support.ts";

const near = (found: number, want: number, tolerance = 1e-6) =>
  expect(relativeError(found, want), `${found} for ${want}`).toBeLessThan(tolerance);

describe("several blanks", () => {
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
    const found = value(run(detectionLimit, { blanks: [1, 2, 3], values: [0] }));
    expect(found.values).toEqual([{ value: 2 + 2 * 1.645, bound: "below" }]);
  });
});

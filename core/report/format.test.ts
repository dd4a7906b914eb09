import { describe, expect, test } from "vitest";
import type { Interval } from "../kernel/index.ts";
import { formatAxisNumber, formatBytes, formatCount, formatEstimate, formatNumber } from "./format.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ").replaceAll("\u202f", "_");
const interval = (lower: number, upper: number): Interval => ({
  kind: "confidence",
  level: 0.95,
  lower,
  upper,
  method: "t-between-captures",
});
const shown = (value: number, lower: number, upper: number, unit = "nm"): string[] => {
  const { value: text, interval: range } = formatEstimate({ value, unit, interval: interval(lower, upper) });
  return [plain(text), plain(range!)];
};

describe("numbers without uncertainty have three significant digits", () => {
  test.each([
    [107.46, "107"],
    [1046.5, "1047"],
    [12345.6, "12_346"],
    [99.96, "100"],
    [9.996, "10.0"],
    [0.01234, "0.0123"],
    [0, "0"],
    [-3.21567, "−3.22"],
    [1.4732e9, "1.47 × 10⁹"],
    [9.999e9, "1.00 × 10¹⁰"],
    [99999.7, "100_000"],
    [0.000123, "1.23 × 10⁻⁴"],
    [-2.5e-7, "−2.50 × 10⁻⁷"],
    [Number.NaN, "–"],
  ])("%d", (value, text) => expect(plain(formatNumber(value))).toBe(text));
});

describe("two digits of the uncertainty decide the last place", () => {
  test.each([
    [107.5, 103.2, 111.9, "107.5", "[103.2, 111.9]"],
    [42.9, 40.3118, 45.4882, "42.9", "[40.3, 45.5]"],
    [1.4732e9, 1.3612e9, 1.5921e9, "1.47 × 10⁹", "[1.36, 1.59] × 10⁹"],
    [1.4732e9, 1.4702e9, 1.4762e9, "1.4732 × 10⁹", "[1.4702, 1.4762] × 10⁹"],
    [9.99e9, 9.1e9, 1.08e10, "9.99 × 10⁹", "[9.10, 10.80] × 10⁹"],
    [0.788015, 0.71, 0.86, "0.788", "[0.710, 0.860]"],
    [3.2, -1.4, 7.8, "3.2", "[−1.4, 7.8]"],
    [12345, 11000, 13700, "12_345", "[11_000, 13_700]"],
  ])("%d [%d, %d]", (value, lower, upper, text, range) => {
    expect(shown(value, lower, upper)).toEqual([text, range]);
  });

  test("a bound that is not zero is never written as zero", () => {
    expect(shown(1.5e9, 2e6, 9e9)).toEqual(["1.5 × 10⁹", "[2.0 × 10⁶, 9.0 × 10⁹]"]);
    expect(shown(1.5e9, 1e9, 9e12)).toEqual(["1.5 × 10⁹", "[1.0 × 10⁹, 9.0 × 10¹²]"]);
    expect(shown(110, 0.02, 400)).toEqual(["110", "[0.020, 400]"]);
  });

  test("an interval of no width leaves three significant digits", () => {
    expect(shown(120.04, 120.04, 120.04)).toEqual(["120", "[120, 120]"]);
  });
});

describe("limits are rounded to the side that keeps them true", () => {
  const limit = (value: number, bound: "below" | "above", unit = "{particles}/mL") =>
    plain(formatEstimate({ value, unit, interval: null, bound }).value);
  test.each([
    [2.1e7, "below", "< 2.1 × 10⁷"],
    [2.14e7, "below", "< 2.2 × 10⁷"],
    [2.14e7, "above", "> 2.1 × 10⁷"],
    [2.16e7, "above", "> 2.1 × 10⁷"],
    [9.96e7, "below", "< 1.0 × 10⁸"],
    [70, "below", "< 70"],
    [705, "below", "< 710"],
  ] as const)("%d %s", (value, bound, text) => expect(limit(value, bound)).toBe(text));

  test("a count stays whole", () => expect(limit(1234, "below", "{particles}")).toBe("< 1234"));
});

test("a stated number keeps the digits that the instrument printed, five at most", () => {
  const stated = (value: number, printed: string) =>
    plain(formatEstimate({ value, unit: "nm", interval: null, printed }).value);
  expect(stated(107.9, "107.9")).toBe("107.9");
  expect(stated(107.9, " 107.90 ")).toBe("107.90");
  expect(stated(110.28000000000002, "110.28000000000002")).toBe("110.28");
  expect(stated(1.472e9, "1.472E+09")).toBe("1.472 × 10⁹");
  expect(stated(0.0512, "0.0512")).toBe("0.0512");
  expect(stated(12, "12")).toBe("12");
  expect(stated(1e9, "1E9")).toBe("1 × 10⁹");
  expect(stated(0.05, "0.05")).toBe("0.05");
  expect(stated(107.94, "n/a")).toBe("108");
});

test("counts keep every digit", () => {
  const count = (value: number, unit: string) => plain(formatEstimate({ value, unit, interval: null }).value);
  expect(count(1046, "1")).toBe("1046");
  expect(count(1234567, "{tracks}")).toBe("1_234_567");
  expect(count(1234567, "{particles}/mL")).toBe("1.23 × 10⁶");
  expect(plain(formatCount(-12345))).toBe("−12_345");
});

test.each([
  [0, "0 B"],
  [812, "812 B"],
  [1000, "1.0 kB"],
  [12345, "12.3 kB"],
  [99960, "100 kB"],
  [4_510_000, "4.5 MB"],
  [3_200_000_000, "3.2 GB"],
])("%d bytes", (bytes, text) => expect(plain(formatBytes(bytes))).toBe(text));

test.each([
  [0, "0"],
  [1e9, "10⁹"],
  [2e9, "2\u2009×\u200910⁹"],
  [2.5e-4, "2.5\u2009×\u200910⁻⁴"],
  [-1e6, "−10⁶"],
  [3.0000000001e7, "3\u2009×\u200910⁷"],
  [Number.POSITIVE_INFINITY, ""],
])("the axis label of %d", (value, text) => expect(formatAxisNumber(value)).toBe(text));

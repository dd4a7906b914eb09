import { expect, test } from "vitest";
import golden from "./currie.golden.json" with { type: "json" };
import { currieLimits, currieLimitsAt, netCounts } from "./currie.ts";
import fromR from "./currie-r.golden.json" with { type: "json" };
import { codes, value, worstError } from "./golden.test-support.ts";

test("TV-A7: Currie's printed constants for 12 blank counts", () => {
  const unknown = value(currieLimits(12, "unknown"));
  const known = value(currieLimits(12, "well-known"));
  expect(unknown.criticalLevel).toBeCloseTo(8.05882, 5);
  expect(unknown.detectionLimit).toBeCloseTo(18.82764, 5);
  expect(known.criticalLevel).toBeCloseTo(5.69845, 5);
  expect(known.detectionLimit).toBeCloseTo(14.10689, 5);
});

test("limits for any errors and exposures solve the defining equations", () => {
  const cases = golden.limits as [number, boolean, number, number, number, number, number][];
  cases.forEach(([blank, known, falsePositive, falseNegative, exposureRatio, ...wanted], i) => {
    const errors = { falsePositive, falseNegative, exposureRatio };
    const found = value(currieLimitsAt(blank, known ? "well-known" : "unknown", errors));
    expect(worstError([found.criticalLevel, found.detectionLimit], wanted)).toBeLessThan(1e-12);
    expect(worstError([found.criticalLevel, found.detectionLimit], fromR.limits[i]!)).toBeLessThan(1e-12);
  });
});

test("printed and exact constants differ by less than 4 in 10 000 for 12 counts", () => {
  const printed = value(currieLimits(12, "unknown"));
  const exact = value(currieLimitsAt(12, "unknown"));
  expect(
    worstError([exact.criticalLevel, exact.detectionLimit], [printed.criticalLevel, printed.detectionLimit]),
  ).toBeLessThan(4e-4);
});

test("TV-A7: net counts with their counting error; they may be negative", () => {
  expect(netCounts(430, 30).value).toBe(400);
  expect(netCounts(430, 30).se).toBeCloseTo(21.4476, 4);
  expect(netCounts(3, 10, 0.5)).toEqual({ value: -2, se: Math.sqrt(5.5) });
});

test("few blank counts are doubted, impossible ones refused", () => {
  expect(codes(currieLimits(9, "unknown"))).toEqual(["statistics-low-blank-count"]);
  expect(codes(currieLimits(10, "unknown"))).toEqual([]);
  expect(value(currieLimits(0, "unknown"))).toEqual({ criticalLevel: 0, detectionLimit: 2.71 });
  expect(codes(currieLimits(-1, "unknown"))).toEqual(["statistics-negative-count"]);
  expect(codes(currieLimitsAt(Number.NaN, "unknown"))).toEqual(["statistics-not-finite"]);
  expect(() => currieLimitsAt(12, "unknown", { exposureRatio: 0 })).toThrow(RangeError);
});

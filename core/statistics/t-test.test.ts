import { expect, test } from "vitest";
import { codes, value, worstError } from "./golden.test-support.ts";
import { oneWayAnova, welchOneWay } from "./one-way.ts";
import golden from "./t-test.golden.json" with { type: "json" };
import { type Difference, pairedDifference, pairedRatio, welchDifference, welchRatio } from "./t-test.ts";
import python from "./t-test-python.golden.json" with { type: "json" };

const a = [3.1e9, 4.4e9, 2.7e9, 5.2e9, 3.9e9];
const b = [6.8e9, 1.1e10, 5.9e9, 9.4e9];
const c = [4.1e9, 4.9e9, 3.8e9, 6.0e9, 4.2e9, 5.1e9];
const d = [4.0e9, 5.1e9, 2.9e9, 6.6e9, 4.0e9];

function row({ t, df, p, interval }: Pick<Difference, "t" | "df" | "p" | "interval">): number[] {
  return [t, df, p, interval.lower, interval.upper];
}

test("Welch's difference agrees with R and SciPy", () => {
  const found = value(welchDifference(a, b));
  expect(worstError(row(found), golden.welch)).toBeLessThan(1e-11);
  expect(worstError(row(found), python.welch)).toBeLessThan(1e-11);
  expect(found.difference).toBe(3.86e9 - 8.275e9);
});

test("ratio of geometric means agrees with R's t-test of logarithms", () => {
  const found = value(welchRatio(a, b));
  const onLogs = {
    ...found,
    interval: {
      ...found.interval,
      lower: Math.log(found.interval.lower),
      upper: Math.log(found.interval.upper),
    },
  };
  expect(worstError(row(onLogs), golden.welchLog)).toBeLessThan(1e-10);
  expect(worstError(row(onLogs), python.welchLog)).toBeLessThan(1e-10);
  const wanted = Math.exp(
    a.reduce((s, v) => s + Math.log(v), 0) / 5 - b.reduce((s, v) => s + Math.log(v), 0) / 4,
  );
  expect(worstError([found.ratio], [wanted])).toBeLessThan(1e-13);
  expect(found.interval.method).toBe("t-welch-ratio");
});

test("paired difference and ratio agree with R and SciPy", () => {
  const found = value(pairedDifference(a, d));
  expect(worstError(row(found), golden.paired)).toBeLessThan(1e-9);
  expect(worstError(row(found), python.paired)).toBeLessThan(1e-9);
  const ratio = value(pairedRatio(a, d, 0.9));
  const logs = [Math.log(ratio.interval.lower), Math.log(ratio.interval.upper)];
  expect(worstError([ratio.t, ratio.df, ratio.p, ...logs], golden.pairedLog90)).toBeLessThan(1e-10);
  expect(worstError([ratio.t, ratio.df, ratio.p, ...logs], python.pairedLog90)).toBeLessThan(1e-10);
});

test("one-way analyses with and without equal variances agree with R and SciPy", () => {
  const logs = [a, b, c].map((group) => group.map(Math.log));
  const welch = value(welchOneWay(logs));
  const anova = value(oneWayAnova(logs));
  expect(worstError([welch.f, welch.dfBetween, welch.dfWithin, welch.p], golden.welchOneWay)).toBeLessThan(
    1e-10,
  );
  expect(worstError([anova.f, anova.dfBetween, anova.dfWithin, anova.p], golden.anova)).toBeLessThan(1e-10);
  expect(worstError([welch.f, welch.p], python.welchOneWay)).toBeLessThan(1e-10);
  expect(worstError([anova.f, anova.p], python.anova)).toBeLessThan(1e-10);
});

test("Welch's analysis of two groups is Welch's t-test", () => {
  const t = value(welchDifference(a, b));
  const f = value(welchOneWay([a, b]));
  expect(worstError([f.f, f.dfWithin, f.p], [t.t ** 2, t.df, t.p])).toBeLessThan(1e-11);
});

test("groups that cannot be compared are refused", () => {
  expect(codes(welchDifference([1], [1, 2]))).toEqual(["statistics-too-few-values"]);
  expect(codes(welchDifference([1, 1], [2, 2]))).toEqual(["statistics-no-spread"]);
  expect(codes(welchDifference([0.1, 0.1, 0.1], [0.3, 0.3, 0.3]))).toEqual(["statistics-no-spread"]);
  expect(value(welchDifference([1, 1], [2, 4])).df).toBe(1);
  expect(codes(welchDifference([1, Number.NaN], [2, 3]))).toEqual(["statistics-not-finite"]);
  expect(codes(welchRatio([1, 0], [2, 3]))).toEqual(["statistics-not-positive"]);
  expect(codes(pairedDifference([1, 2], [2, 3]))).toEqual(["statistics-no-spread"]);
  expect(codes(pairedDifference([1], [2]))).toEqual(["statistics-too-few-values"]);
  expect(() => pairedDifference([1, 2], [2])).toThrow(RangeError);
  expect(
    codes(
      welchOneWay([
        [1, 2],
        [3, 3],
      ]),
    ),
  ).toEqual(["statistics-no-spread"]);
  expect(codes(welchOneWay([[1, 2]]))).toEqual(["statistics-too-few-values"]);
  expect(
    codes(
      oneWayAnova([
        [1, 1],
        [3, 3],
      ]),
    ),
  ).toEqual(["statistics-no-spread"]);
});

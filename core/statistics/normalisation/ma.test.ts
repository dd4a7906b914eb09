import { expect, test } from "vitest";
import { createRandom } from "../../kernel/index.ts";
import { matrixOf } from "../linear-algebra/index.ts";
import { maOfSamples, maStatistics, mostUnchanged } from "./ma.ts";

const nan = Number.NaN;

test("M is the difference and A the mean of two profiles, over features seen in both", () => {
  const found = maStatistics(Float64Array.of(1, 3, nan, 5, 9), Float64Array.of(2, 2, 2, nan, 3));
  expect(Array.from(found.mean)).toEqual([1.5, 2.5, 6]);
  expect(Array.from(found.difference)).toEqual([-1, 1, 6]);
  expect(found.median).toBe(1);
  expect(found.mad).toBeCloseTo(1.4826 * 2, 12);
  expect([found.medianOfLow, found.medianOfHigh]).toEqual([-1, 6]);
  expect(() => maStatistics(Float64Array.of(1), Float64Array.of(1, 2))).toThrow(RangeError);
});

test("a bias that depends on abundance parts the medians of low and high features", () => {
  const levels = Array.from({ length: 90 }, (_, i) => 20 + i / 10);
  const [first, bent] = maOfSamples(matrixOf(levels.map((x) => [x, x + 0.2 * (x - 24)])));
  expect(bent!.medianOfHigh - bent!.medianOfLow).toBeGreaterThan(0.5);
  expect(first!.medianOfHigh - first!.medianOfLow).toBeLessThan(-0.5);
});

const random = createRandom(8);
/** Three samples against three, `changed` of 200 features up by 3. */
const compared = (changed: number) =>
  mostUnchanged(
    matrixOf(
      Array.from({ length: 200 }, (_, i) =>
        Array.from({ length: 6 }, (_, j) => random.normal(i / 10, 0.1) + (j < 3 && i < changed ? 3 : 0)),
      ),
    ),
    [0, 1, 2],
    [3, 4, 5],
  );

test("most features unchanged is told by the exact interval of their fraction", () => {
  const few = compared(40);
  expect(few).toMatchObject({ n: 200, unchanged: 160, above: 40, below: 0, fraction: 0.8 });
  expect(few.verdict).toBe("most features unchanged");
  // Clopper-Pearson of 160 of 200 by R's binom.test
  expect(few.limits.lower).toBeCloseTo(0.737773635, 8);
  expect(few.limits.upper).toBeCloseTo(0.853105512, 8);
  expect(compared(98).verdict).toBe("cannot be told");
});

test("a change that is shared by most features moves the median and hides itself", () => {
  const most = compared(160);
  expect(most).toMatchObject({ unchanged: 160, above: 0, below: 40, verdict: "most features unchanged" });
});

test("features spread wide are told to change; nothing in common cannot be told", () => {
  const spread = matrixOf(Array.from({ length: 60 }, (_, i) => [i, 0]));
  expect(mostUnchanged(spread, [0], [1]).verdict).toBe("most features changed");
  expect(
    mostUnchanged(
      matrixOf([
        [1, nan],
        [nan, 1],
      ]),
      [0],
      [1],
    ),
  ).toMatchObject({ n: 0, verdict: "cannot be told" });
  expect(() => mostUnchanged(spread, [0], [2])).toThrow(RangeError);
  expect(() => mostUnchanged(spread, [0], [1], { threshold: 0 })).toThrow(RangeError);
});

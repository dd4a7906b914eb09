import { expect, test } from "vitest";
import { fSf, tSf } from "../distributions/index.ts";
import { worstError } from "../golden.test-support.ts";
import { fTails, tTails } from "./tails.ts";

const infinite = Number.POSITIVE_INFINITY;
const n = 3000;

// subnormal numbers have lost digits in either way of evaluation
const normal = (values: Float64Array) => values.map((one) => (one < 1e-300 ? 0 : one));

test.each([0.3, 0.7, 1, 2.5, 4, 11.767, 38.4, 500, 1e5, infinite])(
  "two-sided t tails with %d degrees of freedom, by Taylor series, are those of single evaluations",
  (df) => {
    const t = Float64Array.from({ length: n }, (_, i) => (i % 2 ? -1 : 1) * (i / 2990) * (i / 2990) * 42);
    const tails = tTails(t, new Float64Array(n).fill(df), 1);
    expect(worstError(normal(tails), normal(t.map((one) => 2 * tSf(Math.abs(one), df))))).toBeLessThan(2e-12);
  },
);

test.each([
  [1, 4],
  [2, 9.5],
  [3, 1.2],
  [5, 38.4],
  [7, 1e4],
  [30, 12],
  [4, infinite],
])(
  "F tails with %d and %d degrees of freedom, by Taylor series, are those of single evaluations",
  (df1, df2) => {
    const f = Float64Array.from({ length: n }, (_, i) => 1700 * (i / 2990) ** 4);
    expect(
      worstError(
        fTails(f, df1, new Float64Array(n).fill(df2)),
        f.map((one) => fSf(one, df1, df2)),
      ),
    ).toBeLessThan(2e-12);
  },
);

test("each feature has the tail of its own degrees of freedom, and NaN stays NaN", () => {
  const df = Float64Array.from({ length: n }, (_, i) => 1 + (i % 60));
  const t = Float64Array.from({ length: n }, (_, i) => (i === 7 ? Number.NaN : i / 500));
  const wanted = t.map((one, i) => 2 * tSf(one, df[i]!));
  expect(worstError(tTails(t, df, 1), wanted)).toBeLessThan(2e-12);
  const few = df.map((one) => one % 3);
  const tails = tTails(t, few, 1);
  expect(
    worstError(
      tails,
      t.map((one, i) => 2 * tSf(one, few[i]!)),
    ),
  ).toBeLessThan(2e-12);
  expect(fTails(t, 2, few)[7]).toBeNaN();
});

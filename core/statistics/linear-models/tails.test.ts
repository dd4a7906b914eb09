import { expect, test } from "vitest";
import { fSf, tQuantileUpper, tSf } from "../distributions/index.ts";
import { worstError } from "../golden.test-support.ts";
import { fTails, tSizeOf, tTables, tTails } from "./tails.ts";

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

test.each([0.7, 4, 38.4, 130, 5e4])(
  "quantiles of t with %d degrees of freedom, by Newton steps on the series, are those of single evaluations",
  (df) => {
    const t = Float64Array.from({ length: n }, (_, i) => (i / 2990) * (i / 2990) * 30);
    const tables = tTables(t, new Float64Array(n).fill(df), 1);
    const tails = Float64Array.from({ length: 400 }, (_, i) => 2 ** -(0.001 + i / 20));
    const wanted = tails.map((tail) => tQuantileUpper(tail / 2, df));
    expect(tables?.get(df)?.bins).toBeGreaterThan(100);
    expect(
      worstError(
        tails.map((tail) => tSizeOf(tail, df, tables)),
        wanted,
      ),
    ).toBeLessThan(1e-11);
    expect(tSizeOf(1e-200, 5, tables)).toBe(tQuantileUpper(5e-201, 5));
  },
);

test("tails far from 1 on either side, and where the table ends, are those of single evaluations", () => {
  const f = Float64Array.from({ length: 6000 }, (_, i) => 2 ** Math.floor(i / 90 - 37) * (1 + (i % 90) / 90));
  for (const [df1, df2] of [
    [1, 3.3],
    [1, 77],
    [4, 610],
    [200, 300],
  ] as const) {
    const wanted = f.map((one) => fSf(one, df1, df2));
    expect(
      worstError(normal(fTails(f, df1, new Float64Array(f.length).fill(df2))), normal(wanted)),
    ).toBeLessThan(2e-12);
  }
});

import { expect, test } from "vitest";
import golden from "./noncentral-t.golden.json" with { type: "json" };
import { noncentralTCdf, noncentralTSf } from "./noncentral-t.ts";
import fromR from "./noncentral-t-r.golden.json" with { type: "json" };
import { normalSf } from "./normal.ts";
import { tSf } from "./t.ts";

test("noncentral t agrees with 40 digits, relatively where argument and noncentrality are positive", () => {
  for (const [t, df, ncp, upper, lower] of golden.rows as number[][]) {
    const found = [noncentralTSf(t!, df!, ncp!), noncentralTCdf(t!, df!, ncp!)];
    expect(Math.abs(found[0]! - upper!)).toBeLessThan(2e-14);
    expect(Math.abs(found[1]! - lower!)).toBeLessThan(2e-14);
    if (t! >= 0 && ncp! >= 0) expect(Math.abs(found[0]! / upper! - 1)).toBeLessThan(2e-13);
  }
});

test("noncentral t agrees with SciPy and with R's pt to the 1e-12 that its algorithm claims", () => {
  (golden.rows as number[][]).forEach(([t, df, ncp, , , scipy], i) => {
    expect(Math.abs(noncentralTSf(t!, df!, ncp!) - scipy!)).toBeLessThan(2e-14);
    expect(Math.abs(noncentralTSf(t!, df!, ncp!) - fromR.upper[i]!)).toBeLessThan(1e-12);
    expect(Math.abs(noncentralTCdf(t!, df!, ncp!) - fromR.lower[i]!)).toBeLessThan(1e-12);
  });
});

test("noncentral t is Student's without noncentrality and the shifted normal without end of degrees of freedom", () => {
  expect(noncentralTSf(1.7, 9, 0)).toBe(tSf(1.7, 9));
  expect(noncentralTSf(1.7, Number.POSITIVE_INFINITY, 0.4)).toBe(normalSf(1.7 - 0.4));
  expect(Math.abs(noncentralTSf(1e-300, 9, 60) - 1)).toBeLessThan(1e-13);
  expect(noncentralTSf(Number.POSITIVE_INFINITY, 9, 2)).toBe(0);
  expect(noncentralTSf(Number.NEGATIVE_INFINITY, 9, 2)).toBe(1);
});

test("noncentral t outside its domain is NaN", () => {
  expect(noncentralTSf(1, 0, 1)).toBeNaN();
  expect(noncentralTCdf(Number.NaN, 3, 1)).toBeNaN();
  expect(noncentralTCdf(1, 3, Number.POSITIVE_INFINITY)).toBeNaN();
});

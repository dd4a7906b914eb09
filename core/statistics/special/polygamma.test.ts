import { expect, test } from "vitest";
import golden from "./polygamma.golden.json" with { type: "json" };
import { logMinusDigamma, tetragamma, trigamma, trigammaInverse } from "./polygamma.ts";

const error = (found: number, wanted: number) => Math.abs(found / wanted - 1);

test.each(golden.mpmath)(
  "at %d polygamma functions by recurrence and asymptotic series are those of mpmath",
  (x, log, tri, tetra) => {
    expect(error(logMinusDigamma(x!), log!)).toBeLessThan(1e-14);
    expect(error(trigamma(x!), tri!)).toBeLessThan(2e-15);
    expect(error(tetragamma(x!), tetra!)).toBeLessThan(2e-15);
    expect(error(trigammaInverse(tri!), x!)).toBeLessThan(1e-6);
    if (x! > 1e-3 && x! < 1e5) expect(error(trigammaInverse(tri!), x!)).toBeLessThan(2e-14);
  },
);

test.each(golden.scipy)("at %d they are those of SciPy", (x, tri, tetra) => {
  expect(error(trigamma(x!), tri!)).toBeLessThan(1e-13);
  expect(error(tetragamma(x!), tetra!)).toBeLessThan(1e-13);
});

test("outside their domain they are NaN, at infinity 0", () => {
  const outside = [logMinusDigamma(0), trigamma(-1), tetragamma(0), trigammaInverse(0)];
  expect(outside.every(Number.isNaN)).toBe(true);
  expect([logMinusDigamma(Number.POSITIVE_INFINITY), trigamma(Number.POSITIVE_INFINITY)]).toEqual([0, 0]);
});

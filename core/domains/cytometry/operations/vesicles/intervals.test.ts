import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { difference, poissonRate, poissonRatio, ratio, scaled } from "./intervals.ts";
import golden from "./vesicles.golden.json" with { type: "json" };
import { distance } from "./vesicles.test-support.ts";
import python from "./vesicles-python.golden.json" with { type: "json" };

const normal = (value: number, se: number) => ({
  value,
  lower: value - 1.959963984540054 * se,
  upper: value + 1.959963984540054 * se,
});

describe("intervals of counts", () => {
  test("a Poisson rate has the exact limits of R and SciPy", () => {
    golden.poisson.counts.forEach((count, i) => {
      const { lower, upper } = poissonRate(count, 1, 0.95);
      expect(distance([lower, upper], [golden.poisson.lower[i]!, golden.poisson.upper[i]!])).toBeLessThan(
        1e-11,
      );
      expect(distance([lower, upper], python.poisson[i]!)).toBeLessThan(1e-11);
    });
  });

  test("a ratio of two Poisson rates has the conditional limits of poisson.test", () => {
    golden.ratio.rows.forEach(([n1, e1, n2, e2], i) => {
      const { lower, upper } = poissonRatio(n1!, e1!, n2!, e2!, 0.95);
      expect(distance([lower, upper], [golden.ratio.lower[i]!, golden.ratio.upper[i]!])).toBeLessThan(1e-9);
    });
  });

  test("MOVER of symmetric limits is the normal interval, and its ratio is Fieller's", () => {
    const { lower, upper } = difference(normal(12, 1.5), normal(40, 4));
    const half = 1.959963984540054 * Math.hypot(1.5, 4);
    expect(distance([lower, upper], [-28 - half, -28 + half])).toBeLessThan(1e-14);
    const quotient = ratio(normal(12, 1.5), normal(40, 4))!;
    expect(distance([quotient.lower, quotient.upper], python.fieller.interval)).toBeLessThan(1e-12);
  });

  test("a ratio by what is not determined is none", () => {
    expect(ratio(normal(3, 1), { value: 2, lower: 0, upper: 5 })).toBeNull();
    expect(ratio(normal(3, 1), { value: 2, lower: 0.1, upper: 4 })).toBeNull();
  });

  test("a common factor only widens, and keeps the order of the limits", () => {
    const limits = fc.record({
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      below: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      above: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(
        limits,
        fc.double({ min: 1e-6, max: 0.9, noNaN: true }),
        ({ value, below, above }, relative) => {
          const plain = { value, lower: value - below, upper: value + above };
          const found = scaled(plain, relative, 0.95);
          const slack = 1e-9 * Math.max(Math.abs(plain.lower), Math.abs(plain.upper));
          expect(found.lower).toBeLessThanOrEqual(plain.lower + slack);
          expect(found.upper).toBeGreaterThanOrEqual(plain.upper - slack);
        },
      ),
    );
  });
});

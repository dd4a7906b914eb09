import { describe, expect, test } from "vitest";
import { createRandom } from "../../kernel/random.ts";
import { sortAscending, sortSpace } from "./sort-ascending.ts";

const random = createRandom(8);
const kinds: Readonly<Record<string, (i: number) => number>> = {
  normal: () => random.normal(),
  rounded: () => Math.round(random.normal() * 3) + 0,
  lognormal: () => random.lognormal(0, 6),
  outlier: (i) => (i === 7 ? 1e308 : random.uniform()),
  crowded: (i) => (i === 3 ? -1e9 : 1 + random.uniform() * 1e-12),
  whole: () => Number.MAX_VALUE * (random.uniform() - 0.5) * 2,
  tiny: () => random.integer(9) * 5e-324,
  infinite: (i) => (i % 5 ? random.normal() : i % 2 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
  constant: () => 4,
  descending: (i) => -i,
};

describe("values dealt into buckets come out as sorted by comparison", () => {
  test.each(Object.keys(kinds))("%s", (kind) => {
    for (const n of [0, 1, 2, 47, 48, 49, 200, 3000]) {
      const values = Float64Array.from({ length: n }, (_, i) => kinds[kind]!(i));
      const rest = Float64Array.from([...values, 5, 3]);
      sortAscending(rest, n, sortSpace(n));
      expect(rest.slice(0, n)).toEqual(values.slice().sort());
      expect([...rest.slice(n)]).toEqual([5, 3]);
    }
  });
});

import { expect, test } from "vitest";
import { overlapOf } from "./overlap.ts";

const sets = [
  { name: "UC", ids: ["a", "b", "c", "d", "a"] },
  { name: "SEC", ids: ["b", "c", "e"] },
  { name: "IP", ids: ["c", "f", "g"] },
];

test("counts, Jaccard indices and exclusive intersections of three methods", () => {
  const overlap = overlapOf(sets);
  expect(overlap.counts.map(({ count }) => count)).toEqual([4, 3, 3]);
  expect(overlap.pairs).toEqual([
    { names: ["UC", "SEC"], shared: 2, union: 5, jaccard: 0.4 },
    { names: ["UC", "IP"], shared: 1, union: 6, jaccard: 1 / 6 },
    { names: ["SEC", "IP"], shared: 1, union: 5, jaccard: 0.2 },
  ]);
  expect(overlap.intersections).toEqual([
    { names: ["UC"], ids: ["a", "d"] },
    { names: ["IP"], ids: ["f", "g"] },
    { names: ["SEC"], ids: ["e"] },
    { names: ["UC", "SEC"], ids: ["b"] },
    { names: ["UC", "SEC", "IP"], ids: ["c"] },
  ]);
  expect(overlap.union).toBe(7);
});

test("every id is in exactly one intersection, with forty methods too", () => {
  const many = Array.from({ length: 40 }, (_, i) => ({
    name: `m${i}`,
    ids: Array.from({ length: 60 }, (_, k) => `p${(k * (i + 3)) % 97}`),
  }));
  const { intersections, union } = overlapOf(many);
  const all = intersections.flatMap(({ ids }) => ids);
  expect([new Set(all).size, all.length]).toEqual([union, union]);
  for (const { names, ids } of intersections.slice(0, 5)) {
    const owners = many.filter((set) => set.ids.includes(ids[0]!)).map(({ name }) => name);
    expect(names).toEqual(owners);
  }
});

test("empty sets have no Jaccard index; two of one name are the caller's fault", () => {
  const overlap = overlapOf([
    { name: "a", ids: [] },
    { name: "b", ids: [] },
  ]);
  expect(overlap.pairs[0]!.jaccard).toBeNaN();
  expect(overlap.intersections).toEqual([]);
  expect(overlapOf([]).union).toBe(0);
  expect(() => overlapOf([sets[0]!, sets[0]!])).toThrow(RangeError);
});

import { expect, test } from "vitest";
import { designMap } from "./design-map.ts";

const sample = (name: string, donor: string | null, condition: string | null, role = "sample") => ({
  name,
  donor,
  condition,
  role,
});

test("places samples by donor and condition and names the donors that can be paired", () => {
  const map = designMap([
    sample("a1", "A", "normoxia"),
    sample("a2", "A", "hypoxia"),
    sample("a3", "A", "hypoxia"),
    sample("b1", "B", "normoxia"),
    sample("pbs", null, null, "blank"),
  ]);
  expect(map.conditions).toEqual(["hypoxia", "normoxia"]);
  expect(map.donors).toEqual([
    { donor: "A", cells: [["a2", "a3"], ["a1"]] },
    { donor: "B", cells: [[], ["b1"]] },
  ]);
  expect(map.paired).toEqual(["A"]);
  expect(map.single).toEqual(["hypoxia"]);
  expect(map.apart).toEqual([]);
  expect(map.others).toEqual([{ name: "pbs", role: "blank" }]);
});

test("conditions without a shared donor stand apart, and samples without donor or condition stay open", () => {
  const map = designMap([sample("a", "A", "x"), sample("b", "B", "y"), sample("c", null, "y")]);
  expect(map.apart).toEqual(["x", "y"]);
  expect(map.paired).toEqual([]);
  expect(map.open).toEqual(["c"]);
});

test("one condition is compared with nothing", () => {
  const map = designMap([sample("a", "A", "x"), sample("b", "B", "x")]);
  expect([map.paired, map.apart, map.single]).toEqual([[], [], []]);
});

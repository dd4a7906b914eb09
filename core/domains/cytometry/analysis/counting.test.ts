import { describe, expect, test } from "vitest";
import { countedOf, exposureOf, pooledCount } from "./counting.ts";
import { parameters, placed } from "./studies.test-support.ts";

const beads = { beads: { counts: { kind: "counting", gate: "beads", concentration: 1e6 } } };
const gate = (count: number) => [{ id: "beads", parent: null, count }];

describe("what counts are divided by", () => {
  test("counting beads come before the volume, where their gate holds any", () => {
    const exposure = (count: number) => exposureOf(placed({ gates: gate(count) }), parameters(beads));
    expect(exposure(500)).toEqual({ kind: "beads", beads: 500, concentration: 1e6 });
    expect(exposure(0)).toEqual({ kind: "volume", microlitres: 10, source: "sheet" });
  });

  test("flow rate times time where nothing else is known; else nothing", () => {
    const none = { volume: null };
    expect(exposureOf(placed(none), parameters({ flowRate: 30 }))).toMatchObject({ microlitres: 30 });
    expect(exposureOf(placed({ ...none, seconds: 0 }), parameters({ flowRate: 30 }))).toBeNull();
    expect(exposureOf(placed({ ...none, seconds: null }), parameters({ flowRate: 30 }))).toBeNull();
    expect(exposureOf(placed(none), parameters())).toBeNull();
  });

  test("a data set without the population to be counted has no count, not 0", () => {
    expect(countedOf(placed({ counted: null }), parameters())).toBeNull();
    expect(countedOf(placed({ counted: 0 }), parameters())?.events).toBe(0);
  });
});

describe("several controls as one", () => {
  test("add events and volumes, or beads", () => {
    const two = [placed({ counted: 10 }), placed({ counted: 5, volume: { value: 30, from: "file" } })];
    expect(pooledCount(two, parameters())).toEqual({
      events: 15,
      exposure: { kind: "volume", microlitres: 40, source: "sheet" },
    });
    const counted = [3, 4].map((count) => placed({ counted: 1, gates: gate(count) }));
    expect(pooledCount(counted, parameters(beads))?.exposure).toMatchObject({ kind: "beads", beads: 7 });
  });

  test("not where one is unknown or of another kind", () => {
    expect(pooledCount([placed(), placed({ volume: null })], parameters())).toBeNull();
    expect(pooledCount([placed(), placed({ gates: gate(3) })], parameters(beads))).toBeNull();
    expect(pooledCount([], parameters())).toBeNull();
  });
});

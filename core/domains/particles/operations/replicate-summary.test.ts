import { describe, expect, test } from "vitest";
import { summariseCaptures } from "./capture-summary.ts";
import { code, relativeError, run, value } from "./golden.test-support.ts";
import { type ReplicateObservation, replicateSummary, summariseReplicates } from "./replicate-summary.ts";

const captures = [42.1, 45.3, 39.8, 44.0, 43.3].map((one): ReplicateObservation => ({ value: one }));

describe("what the interval covers", () => {
  test("captures only: the t-interval of TV-A5, with no level above covered", () => {
    const found = value(summariseReplicates(captures, "linear"));
    const want = value(summariseCaptures(captures.map((one) => one.value)));
    expect(relativeError(found.interval!.lower, want.interval!.lower)).toBeLessThan(1e-12);
    expect([found.intervalLevel, found.notCovered]).toEqual([
      "capture",
      ["donor", "preparation", "dilution"],
    ]);
    expect(found.flags).toEqual(["no_biological_replicates"]);
  });
  test("three donors: the t-interval of their means, whatever the captures within", () => {
    const observations = [
      ["a", [40, 42]],
      ["b", [50, 52, 54, 56]],
      ["c", [61]],
    ].flatMap(([donor, list]) => (list as number[]).map((one) => ({ donor: donor as string, value: one })));
    const found = value(summariseReplicates(observations, "linear"));
    expect(found.mean).toBeCloseTo((41 + 53 + 61) / 3, 12);
    expect(found.intervalLevel).toBe("donor");
    expect(found.notCovered).toEqual(["preparation", "dilution"]);
    expect(found.n).toEqual({ donor: 3, capture: 7 });
    expect(found.flags).toEqual([]);
    expect(found.interval!.lower).toBeLessThan(41);
  });
  test("one donor of two preparations: covers preparations, not donors", () => {
    const observations = captures.map((one, i) => ({ ...one, donor: "a", preparation: i < 2 ? "p" : "q" }));
    const found = value(summariseReplicates(observations, "log"));
    expect(found.intervalLevel).toBe("preparation");
    expect(found.notCovered).toEqual(["dilution", "donor"]);
    expect(found.flags).toEqual(["no_biological_replicates"]);
    const log = (from: number, to: number) =>
      captures.slice(from, to).reduce((sum, one) => sum + Math.log(one.value), 0) / (to - from);
    expect(found.mean).toBeCloseTo(Math.exp((log(0, 2) + log(2, 5)) / 2), 10);
    expect(found.interval!.method).toBe("t-nested-means-log");
    expect(found.interval!.lower).toBeGreaterThan(0);
  });
  test("one capture: no interval", () => {
    const result = run(replicateSummary, { observations: [{ value: 5 }] });
    expect(value(result).interval).toBeNull();
  });
});

test("refused: a level named for some captures only, and values without logarithm", () => {
  const some = captures.map((one, i) => (i < 3 ? { ...one, donor: "a" } : one));
  expect(code(summariseReplicates(some, "linear"))).toBe("particles-replicates-incomplete");
  expect(code(summariseReplicates([{ value: 0 }, { value: 1 }], "log"))).toBe("statistics-not-positive");
});

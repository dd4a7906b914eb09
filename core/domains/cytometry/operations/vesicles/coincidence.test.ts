import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import {
  coincidence,
  concentrationForMean,
  judgeCoincidence,
  meanFromOccupied,
  multipleShare,
  particlesInProbe,
} from "./coincidence.ts";
import { code, distance, run, value } from "./vesicles.test-support.ts";
import python from "./vesicles-python.golden.json" with { type: "json" };

describe("coincidence", () => {
  test("TV-B10 share of multiple events for 0.01, 0.05, 0.1 and 0.5 per interrogation volume", () => {
    const shares = [0.01, 0.05, 0.1, 0.5].map(multipleShare);
    for (const [i, want] of [0.0049917, 0.0247917, 0.0491668, 0.229253].entries())
      expect(Math.abs(shares[i]! - want)).toBeLessThan(5.1e-8);
  });

  test("TV-B10 54 pL at 1e10/mL hold 540 particles; a mean of 0.1 needs 1.85e6/mL", () => {
    expect(particlesInProbe(1e10, 54)).toBeCloseTo(540, 9);
    expect(concentrationForMean(0.1, 54)).toBeCloseTo(1.851851851e6, -1);
  });

  test("agrees with mpmath from 1e-8 to 540 per volume, across the series", () => {
    const { means, shares } = python["multiple share"];
    expect(distance(means.map(multipleShare), shares)).toBeLessThan(1e-12);
  });

  test("simulated Poisson volumes give the share of multiples and the lost particles", () => {
    const random = createRandom(5);
    let [events, multiples, particles] = [0, 0, 0];
    for (let i = 0; i < 60_000; i++) {
      const n = random.poisson(0.5);
      particles += n;
      if (n > 0) events += 1;
      if (n > 1) multiples += 1;
    }
    const found = value(judgeCoincidence(0.5e9, 1, 0.05));
    expect(multiples / events).toBeCloseTo(found.multipleShare, 2);
    expect((particles - events) / particles).toBeCloseTo(found.lostShare, 2);
    expect(meanFromOccupied(events / 60_000)).toBeCloseTo(0.5, 2);
    expect(found.flags).toEqual(["several_in_beam"]);
  });

  test("the highest concentration is where the share reaches the limit", () => {
    const { highestConcentration } = value(judgeCoincidence(1e6, 54, 0.05));
    expect(multipleShare(particlesInProbe(highestConcentration, 54))).toBeCloseTo(0.05, 12);
  });

  test("impossible volumes and concentrations are refused, everything occupied is infinite", () => {
    expect(code(judgeCoincidence(1e6, 0))).toBe("cytometry-value-invalid");
    expect(code(judgeCoincidence(Number.NaN, 54))).toBe("cytometry-value-invalid");
    expect(meanFromOccupied(1)).toBe(Number.POSITIVE_INFINITY);
    expect(value(run(coincidence, { concentration: 0, probeVolume: 54 })).multipleShare).toBe(0);
  });
});

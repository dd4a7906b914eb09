import { expect, test } from "vitest";
import { sampleLabel } from "./captures.ts";
import { percent, readable } from "./readable.ts";
import { binsOfParticles } from "./single-particles.ts";

test("numbers in sentences are as people write them", () => {
  const numbers = [0, 0.8904, 12, 1234.567, 99999, 1.28e9, 1e5, 2.5e-7, -3e12, Number.NaN];
  expect(numbers.map((number) => readable(number))).toEqual([
    "0",
    "0.8904",
    "12",
    "1235",
    "100000",
    "1.28 × 10⁹",
    "1 × 10⁵",
    "2.5 × 10⁻⁷",
    "-3 × 10¹²",
    "–",
  ]);
  expect([percent(0.125), percent(1), percent(12.3456)]).toEqual(["12.5 %", "100 %", "1235 %"]);
});

test("a sample is named with its instrument only where there are several", () => {
  expect(sampleLabel({ name: "S", instrument: null })).toBe("S");
  expect(sampleLabel({ name: "S", instrument: "Malvern Panalytical NanoSight" })).toBe("S (NanoSight)");
});

test("particles are counted once each, whatever their sizes", () => {
  const { edges, counts, concentration } = binsOfParticles([4.9, 5, 12, 1e6, Number.NaN, -1, 0], 8e8)!;
  expect(counts!.reduce((a, b) => a + b)).toBe(4);
  expect(concentration.reduce((a, b) => a + b)).toBeCloseTo(8e8, 0);
  expect(edges.at(-1)).toBeGreaterThan(1e6);
  expect(counts!.length).toBeLessThanOrEqual(4001);
  expect(binsOfParticles([4.9, 5, 12], null)!.counts).toEqual(Float64Array.of(1, 1, 1));
  expect(binsOfParticles([Number.NaN], 1)).toBeNull();
});

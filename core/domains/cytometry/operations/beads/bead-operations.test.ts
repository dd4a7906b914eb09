import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { beadPeaks } from "./bead-peaks-operation.ts";
import { simulatedBeads } from "./beads-simulated.test-support.ts";
import { detectionLimit } from "./detection-limit-operation.ts";
import { fluorescenceCalibration } from "./fluorescence-calibration-operation.ts";
import { beadOperations } from "./index.ts";
import { surfaceDiameterOfDye } from "./surface-diameter-operation.ts";
import { beadAssumptionTerms, beadFlagTerms } from "./terms.ts";

test("the operations carry ids of the room and defaults for every parameter", () => {
  expect(beadOperations.map(({ id }) => id)).toEqual([
    "cytometry.beadPeaks",
    "cytometry.fluorescenceCalibration",
    "cytometry.detectionLimit",
    "cytometry.surfaceDiameter",
  ]);
  for (const { parameters } of beadOperations) expect(parameters.safeParse({}).success).toBe(true);
});

test("every flag and assumption that an answer can carry has its sentence", () => {
  const codesOf = (text: string) => [...text.matchAll(/"([a-z]+(?:_[a-z]+)+)"/g)].map((match) => match[1]!);
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes("test"));
  const used = new Set(sources.flatMap((name) => codesOf(readFileSync(join(folder, name), "utf8"))));
  const known = { ...beadFlagTerms, ...beadAssumptionTerms };
  expect([...used].filter((code) => !Object.hasOwn(known, code))).toEqual([]);
  expect(used.size).toBeGreaterThan(12);
});

test("property: any numbers give finite answers or issues, and never throw", () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -5, max: 1e5 }),
  );
  const peak = fc.record({
    median: number,
    usable: fc.boolean(),
    populations: fc.integer({ min: 1, max: 3 }),
  });
  const values = fc.array(fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })), { maxLength: 9 });
  const model = fc.constantFrom("power" as const, "proportional" as const, "offset" as const);
  fc.assert(
    fc.property(
      fc.array(peak, { maxLength: 9 }),
      values,
      fc.array(number, { maxLength: 4 }),
      model,
      (peaks, assigned, x, kind) => {
        const parameters = fluorescenceCalibration.parameters.parse({ model: kind });
        const rising = assigned.map((v) => v).sort((a, b) => (a ?? -1) - (b ?? -1));
        for (const list of [assigned, rising]) {
          const input = { peaks, assigned: list, unit: "MEF" as const, values: x };
          const result = fluorescenceCalibration.run(input, parameters);
          if ("issues" in result) expect(result.issues[0]!.severity).toBe("error");
          else expect(result.value.calibrated).toHaveLength(x.length);
        }
      },
    ),
    { numRuns: 300, seed: 5, endOnFailure: true },
  );
});

const truth = [50, 150, 450, 1350, 4000, 12_000];
const assigned = truth.map((median) => 25 * median);

describe("from events to calibrated values", () => {
  const [events] = simulatedBeads(21, { medians: truth, sizes: truth.map(() => 400), noise: 6 });
  const found = beadPeaks.run(
    beadPeaks.input.parse({ channels: [{ name: "FITC-A", values: Array.from(events!) }] }),
    beadPeaks.parameters.parse({ expected: 6 }),
  );
  const peaks = value(found).peaks.map(({ channels }) => ({ median: channels[0]!.median }));

  test("peaks, assignment and line give back MESF of the channel", () => {
    const input = fluorescenceCalibration.input.parse({
      peaks,
      assigned,
      unit: "MESF",
      values: [1000, -3, 1e6],
    });
    const fit = value(fluorescenceCalibration.run(input, fluorescenceCalibration.parameters.parse({})));
    expect(fit.assignment.method).toBe("rank");
    const [inside, negative, above] = fit.calibrated;
    expect(inside!.value! / 25_000).toBeCloseTo(1, 1);
    expect(inside!.interval!.lower).toBeLessThan(25_000);
    expect(inside!.interval!.upper).toBeGreaterThan(25_000);
    expect(negative).toMatchObject({ value: null, flags: ["below_lowest_bead", "not_calibratable"] });
    expect(above!.flags).toEqual(["above_highest_bead"]);
  });
  test("antibodies from MESF by F:P, and from no other unit", () => {
    const parameters = fluorescenceCalibration.parameters.parse({ fluorophoresPerAntibody: 5 });
    const input = fluorescenceCalibration.input.parse({ peaks, assigned, unit: "MESF", values: [1000, -3] });
    const [bright, negative] = value(fluorescenceCalibration.run(input, parameters)).calibrated;
    expect(bright!.antibodies).toBe(bright!.value! / 5);
    expect(negative!.antibodies).toBeNull();
    expect(codes(fluorescenceCalibration.run({ ...input, unit: "ERF" }, parameters))).toEqual([
      "cytometry-calibration-unit-mixed",
    ]);
  });
  test("a detection limit in both units", () => {
    const [blank] = simulatedBeads(22, { medians: [0], sizes: [500], noise: 6 });
    const populations = peaks.map(({ median }, k) => ({ median, value: assigned[k]! }));
    const input = detectionLimit.input.parse({
      blank: Array.from(blank!),
      beads: { unit: "ERF", populations },
    });
    const found = value(detectionLimit.run(input, detectionLimit.parameters.parse({})));
    expect(Math.abs(found.limit.value - 18)).toBeLessThan(2);
    expect(found.unit).toBe("ERF");
    expect(Math.abs(found.calibrated!.value! / (25 * found.limit.value) - 1)).toBeLessThan(0.05);
    const alone = value(detectionLimit.run({ ...input, beads: null }, detectionLimit.parameters.parse({})));
    expect(alone.calibrated).toBeNull();
  });
  test("the offset model is refused where the beads are too few for it", () => {
    const input = fluorescenceCalibration.input.parse({
      peaks: peaks.slice(3),
      assigned: assigned.slice(3),
      unit: "MEF",
    });
    const parameters = fluorescenceCalibration.parameters.parse({ model: "offset" });
    expect(codes(fluorescenceCalibration.run(input, parameters))).toEqual([
      "cytometry-calibration-no-offset",
    ]);
  });
});

test("TV-B4 through the operation: 500, 2000 and 10 000 are spheres of 51, 104 and 238 nm", () => {
  const standards = [
    { median: 2701.9, value: 44_922 },
    { median: 8846.75, value: 163_832 },
    { median: 150_763, value: 2_833_170 },
  ];
  const parameters = surfaceDiameterOfDye.parameters.parse({});
  const found = value(surfaceDiameterOfDye.run({ standards, values: [500, 2000, 10_000, -1] }, parameters));
  const diameters = found.particles.map(({ diameter }) => diameter);
  [51.1411, 104.1303, 237.7341].forEach((want, k) => {
    expect(diameters[k]).toBeCloseTo(want, 4);
  });
  expect(diameters[3]).toBeNull();
  const { interval, diameter } = found.particles[2]!;
  expect(interval!.lower).toBeLessThan(diameter!);
  expect(interval!.upper).toBeGreaterThan(diameter!);
});

import { describe, expect, test } from "vitest";
import { uniform } from "./events.test-support.ts";
import { referenceKernel } from "./reference.ts";
import { type ScaleTable, scaleTable } from "./scale-table.ts";
import { arcsinh, hyperlog, log, logicle } from "./scales.test-support.ts";

function places({ pieces, low, high, half }: ScaleTable, values: Float32Array): Float32Array {
  const kernel = referenceKernel();
  const table = 16;
  const source = table + pieces.byteLength;
  const target = source + values.byteLength;
  const memory = kernel.reserve(target + values.byteLength);
  new Float32Array(memory, table, pieces.length).set(pieces);
  new Float32Array(memory, source, values.length).set(values);
  kernel.operations.scale(source, table, low, high, half, target, values.length);
  return new Float32Array(memory, target, values.length).slice();
}

/** Values of both signs from 1e-6 of the top to ten times the top, log-uniform, and around 0. */
function valuesTo(top: number, count = 6000): Float32Array {
  const next = uniform(21);
  return Float32Array.from({ length: count }, (_, i) =>
    i % 5 === 0 ? top * 2e-4 * (next() - 0.5) : (next() < 0.5 ? -1 : 1) * top * 10 ** (7 * next() - 6),
  );
}

const scales: [string, number, (x: number) => number][] = [
  ["logicle W 0.5", 262144, logicle({ t: 262144, w: 0.5, m: 4.5, a: 0 })],
  ["logicle W 0", 262144, logicle({ t: 262144, w: 0, m: 4.5, a: 0 })],
  ["logicle W 1 A 0.5", 262144, logicle({ t: 262144, w: 1, m: 4.5, a: 0.5 })],
  ["logicle T 1000 M 4 W 1", 1000, logicle({ t: 1000, w: 1, m: 4, a: 0 })],
  ["logicle T 2^24 M 7 W 2", 2 ** 24, logicle({ t: 2 ** 24, w: 2, m: 7, a: 0 })],
  ["hyperlog W 0.5", 262144, hyperlog({ t: 262144, w: 0.5, m: 4.5, a: 0 })],
  ["hyperlog T 1000 M 4 W 1", 1000, hyperlog({ t: 1000, w: 1, m: 4, a: 0 })],
  ["arcsinh M 4 A 1", 1000, arcsinh(1000, 4, 1)],
  ["arcsinh M 4.5 A 0", 262144, arcsinh(262144, 4.5, 0)],
  ["log M 4.5", 262144, log(262144, 4.5)],
];

describe("scaleTable", () => {
  test.each(scales)("is within 2.2e-7 of the display of the exact scale: %s", (_, top, f) => {
    const values = valuesTo(top);
    const found = places(scaleTable(f), values);
    let worst = 0;
    let compared = 0;
    values.forEach((x, i) => {
      const exact = f(x);
      if (!(exact >= -0.5 && exact <= 1.5)) return;
      compared++;
      worst = Math.max(worst, Math.abs(found[i]! - exact));
    });
    expect(worst).toBeLessThan(2.2e-7);
    expect(compared).toBeGreaterThan(2000);
  });

  test.each([
    [
      "logicle",
      logicle,
      [0.067574, 0.147986, 0.228752, 0.25, 0.256384, 0.271248, 0.312897, 0.432426, 0.739548, 1],
    ],
    [
      "hyperlog",
      hyperlog,
      [0.08355406, 0.15586819, 0.2294768, 0.25, 0.25623887, 0.2705232, 0.30909185, 0.41644594, 0.73187469, 1],
    ],
  ] as const)("gives the published places of TV-B1: %s", (_, scale, expected) => {
    const table = scaleTable(scale({ t: 1000, w: 1, m: 4, a: 0 }));
    const found = places(table, Float32Array.of(-10, -5, -1, 0, 0.3, 1, 3, 10, 100, 1000));
    expected.forEach((place, i) => {
      expect(found[i]).toBeCloseTo(place, 5);
    });
  });

  test("stays beyond its limits: far out, and where the scale has no place", () => {
    const table = scaleTable(log(262144, 4.5));
    const found = places(table, Float32Array.of(0, -0, -5, 1e-40, 1e30, 3.4e38));
    for (const place of found.subarray(0, 4)) expect(place).toBeLessThan(-0.5);
    for (const place of found.subarray(4)) expect(place).toBeGreaterThanOrEqual(1.5);
  });

  test("takes other limits for a scale that is not of the order of 1", () => {
    const f = (x: number) => Math.asinh(x / 5);
    const values = valuesTo(1e5);
    const found = places(scaleTable(f, -20, 20), values);
    values.forEach((x, i) => {
      expect(Math.abs(found[i]! - f(x))).toBeLessThan(2.2e-6);
    });
  });
});

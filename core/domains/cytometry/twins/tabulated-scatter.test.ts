import { expect, test } from "vitest";
import { powerLawScatter } from "./populations.ts";
import { tabulatedScatter } from "./tabulated-scatter.ts";

test("a power law comes back exactly, a curve within 0.1 %, and the function is asked only for the table and outside it", () => {
  const law = tabulatedScatter(powerLawScatter);
  for (const diameter of [20, 61.3, 105, 799, 5, 2000]) {
    expect(law(diameter) / powerLawScatter(diameter)).toBeCloseTo(1, 12);
  }
  let asked = 0;
  const curve = (diameter: number) => {
    asked += 1;
    return powerLawScatter(diameter) * (1 + 0.3 * Math.sin(diameter / 40));
  };
  const table = tabulatedScatter(curve);
  const found = [30, 88.8, 133.1, 410].map((diameter) => table(diameter));
  expect(asked).toBe(400);
  [30, 88.8, 133.1, 410].forEach((diameter, i) => {
    expect(Math.abs(found[i]! / curve(diameter) - 1)).toBeLessThan(1e-3);
  });
});

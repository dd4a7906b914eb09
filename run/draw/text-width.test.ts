import { expect, test } from "vitest";
import { textWidth } from "./text-width.ts";

test.each([
  ["", 0],
  ["粒子濃度", 40],
  ["ｶﾅ", 12],
  ["😀", 10],
])("the width of %j at 10 px", (text, width) => expect(textWidth(text, 10)).toBe(width));

test("Latin text is within a fifth of Helvetica's metrics", () => {
  // Widths at 1000 units per em from the Adobe Core 14 AFM of Helvetica.
  const helvetica = { Concentration: 6225, "Hydrodynamic diameter (nm)": 12891, "EV-01": 2779 };
  for (const [text, width] of Object.entries(helvetica)) {
    expect(textWidth(text, 1000) / width).toBeGreaterThan(0.8);
    expect(textWidth(text, 1000) / width).toBeLessThan(1.2);
  }
});

import { describe, expect, test } from "vitest";
import { figureColours, figureInk } from "./figure-theme.ts";
import { reportStyle } from "./html/style.ts";

/** Contrast ratio of WCAG 2.2 for two colours as `#rrggbb` or `#rgb`. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const full =
      colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join("")}` : colour;
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const share = Number.parseInt(full.slice(start, start + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const palettes = [...reportStyle.matchAll(/:root\{([^}]*--paper[^}]*)\}/g)].map((match) =>
  Object.fromEntries(
    [...match[1]!.matchAll(/--(\w+):(#[0-9a-f]{3,6})/g)].map(([, name, colour]) => [name!, colour!]),
  ),
);

test("there is a light and a dark palette", () => expect(palettes).toHaveLength(2));

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("%s", (_, index) => {
  const colours = palettes[index]!;
  test.each(["paper", "sheet", "wash"])("text on %s is at least 4.5:1 (WCAG 1.4.3)", (ground) => {
    for (const name of ["ink", "quiet", "accent", "good", "doubt", "fail"]) {
      expect(contrast(colours[name]!, colours[ground]!), name).toBeGreaterThanOrEqual(4.5);
    }
  });
  test("chips and targets", () => {
    expect(contrast(colours.doubt!, colours.doubtwash!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.fail!, colours.failwash!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.quiet!, colours.doubtwash!)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(figureColours)("category %s is at least 3:1 (WCAG 1.4.11)", (colour) => {
    expect(contrast(colour, colours.paper!)).toBeGreaterThanOrEqual(3);
  });
});

test("figure text on white paper", () => {
  expect(contrast(figureInk.text, "#fff")).toBeGreaterThanOrEqual(7);
  expect(contrast(figureInk.label, "#fff")).toBeGreaterThanOrEqual(4.5);
});

import { expect, test } from "vitest";
import { idPrefix, renameIds } from "./ids.ts";

test("ids are numbered by their order in the drawing, in attributes only", () => {
  const svg =
    '<svg><defs><clipPath id="clip41"/><linearGradient id="gradient_7"/></defs>' +
    '<g clip-path="url(#clip41)" fill="url(#gradient_7)"><text>url(#clip41) id="clip41"</text></g></svg>';
  expect(renameIds(svg, "p")).toBe(
    '<svg><defs><clipPath id="p-1"/><linearGradient id="p-2"/></defs>' +
      '<g clip-path="url(#p-1)" fill="url(#p-2)"><text>url(#clip41) id="clip41"</text></g></svg>',
  );
});

test("prefixes of different figures differ and are names that CSS and SVG take", () => {
  const prefixes = ["a.b", "a-b", "a b", "a/b", "粒子", "a-2e-b"].map((id) => idPrefix(id, "en"));
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const prefix of prefixes) expect(prefix).toMatch(/^[A-Za-z][A-Za-z0-9-]*$/);
});

import { expect, test } from "vitest";
import { headerLine, previewTable } from "./preview.ts";

test("cells are told apart at the character that most lines have", () => {
  const preview = previewTable('Instrument\nId;"Size; nm"\n1;95,5\n2;110,0\n');
  expect(preview.delimiter).toBe(";");
  expect(preview.lines[1]).toEqual(["Id", "Size; nm"]);
  expect(previewTable("a b|c\n", "|").lines[0]).toEqual(["a b", "c"]);
  expect(previewTable("a\tb\n", "tab").lines[0]).toEqual(["a", "b"]);
});

test("the header is the line of words with the longest run of numbers under it", () => {
  expect(
    headerLine(previewTable("Instrument,Serial\nX,1\nId,Size,Time\n1,95.5,0.3\n2,110,0.4\n3,120,1\n")),
  ).toBe(3);
  expect(headerLine(previewTable("only words\n"))).toBe(1);
  expect(headerLine(previewTable(""))).toBe(1);
});

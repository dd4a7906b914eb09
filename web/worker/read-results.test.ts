import type { ResultDocument } from "vesica/study";
import { expect, test } from "vitest";
import { withoutFilesWhereLarge } from "./read-results.ts";

const documentOf = (levels: readonly string[]) =>
  ({ estimates: levels.map((level) => ({ subject: { level } })) }) as unknown as ResultDocument;
const levelsOf = ({ estimates }: ResultDocument) => estimates.map(({ subject }) => subject.level);

test("a small document keeps all estimates", () => {
  const document = documentOf(["file", "sample", "capture"]);
  expect(withoutFilesWhereLarge(document)).toBe(document);
});

test("a large document leaves out those of files and captures", () => {
  const many = Array.from({ length: 5001 }, (_, index) => (index % 2 ? "file" : "capture"));
  expect(levelsOf(withoutFilesWhereLarge(documentOf([...many, "sample", "group"])))).toEqual([
    "sample",
    "group",
  ]);
});

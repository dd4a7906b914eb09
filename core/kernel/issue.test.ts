import { describe, expect, it } from "vitest";
import * as kernel from "./index.ts";
import { defineIssues, type IssueDefinition, inFile } from "./issue.ts";

const issues = defineIssues({
  "test-too-few": {
    severity: "warning",
    message: { en: "{count} tracks", ja: "軌跡は{count}本" },
    remedy: { en: "Record more than {least}", ja: "{least}本より多く記録する" },
  },
});

it("raise fills message and remedy and keeps code, severity, place and parameters", () => {
  expect(
    issues.raise("test-too-few", { count: 3, least: 1000 }, { file: "a.csv", place: { line: 7 } }),
  ).toEqual({
    code: "test-too-few",
    severity: "warning",
    file: "a.csv",
    place: { line: 7 },
    parameters: { count: 3, least: 1000 },
    message: { en: "3 tracks", ja: "軌跡は3本" },
    remedy: { en: "Record more than 1000", ja: "1000本より多く記録する" },
  });
});

it("inFile names the file only where none is named", () => {
  const issue = issues.raise("test-too-few", { count: 1, least: 2 });
  expect(inFile(issue, "b.csv").file).toBe("b.csv");
  expect(inFile(inFile(issue, "b.csv"), "c.csv").file).toBe("b.csv");
});

describe("issue catalogues of the kernel", () => {
  const catalogues = Object.values(kernel as Record<string, unknown>).flatMap((value) =>
    value && typeof value === "object" && "definitions" in value
      ? Object.entries(value.definitions as Record<string, IssueDefinition>)
      : [],
  );

  it("are found", () => {
    expect(catalogues.map(([code]) => code)).toContain("unit-unknown");
  });

  it.each(catalogues)("%s has the same places in every language", (_code, { message, remedy }) => {
    for (const text of [message, remedy]) expect(places(text.ja)).toEqual(places(text.en));
  });
});

function places(sentence: string): string[] {
  return [...sentence.matchAll(/\{([A-Za-z]\w*)\}/g)].map((match) => match[1]!).sort();
}

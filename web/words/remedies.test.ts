import { folderIssues } from "@vesica/run/issues";
import { domains } from "vesica/domains";
import type { IssueDefinition } from "vesica/kernel";
import { runIssues } from "vesica/study";
import { expect, test } from "vitest";
import { pageRemedies, remedyOf } from "./remedies.ts";

const catalogues: readonly Readonly<Record<string, IssueDefinition>>[] = [
  folderIssues.definitions,
  runIssues.definitions,
  ...domains.map(({ issues }) => issues),
];
const all = catalogues.flatMap((catalogue) => Object.entries(catalogue));
const speaksOfTerminal = (words: string) => /\bvesica [a-z]|(^|\s)--[a-z]/.test(words);

test("a remedy that names a command has words for the page", () => {
  const named = all.filter(([, { remedy }]) => speaksOfTerminal(remedy.en) || speaksOfTerminal(remedy.ja));
  expect(named.map(([code]) => code)).toContain("file-not-recognised");
  expect(named.filter(([code]) => !Object.hasOwn(pageRemedies, code)).map(([code]) => code)).toEqual([]);
});

test("words for the page name no command and are of issues that there are", () => {
  const codes = new Set(all.map(([code]) => code));
  for (const [code, { en, ja }] of Object.entries(pageRemedies)) {
    expect(codes).toContain(code);
    expect(speaksOfTerminal(en) || speaksOfTerminal(ja)).toBe(false);
  }
});

test("an issue without words for the page keeps its remedy", () => {
  const issue = folderIssues.raise("file-name-unreadable", {}, { file: "a" });
  expect(remedyOf(issue)).toBe(issue.remedy);
  expect(remedyOf({ ...issue, code: "constructor" })).toBe(issue.remedy);
});

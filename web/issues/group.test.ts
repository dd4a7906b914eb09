import { folderIssues } from "@vesica/run/issues";
import { runIssues } from "vesica/study";
import { expect, test } from "vitest";
import { countIssues, groupIssues } from "./group.ts";

const unlisted = (file: string) => runIssues.raise("file-not-in-sheet", {}, { file });
const unreadable = (file: string, code: string) => folderIssues.raise("file-unreadable", { code }, { file });
const issues = [unlisted("a"), unreadable("b", "EACCES"), unlisted("c"), unreadable("d", "changed")];

test("the same sentence of several files is one group, the most severe first", () => {
  const groups = groupIssues(issues);
  expect(groups.map(({ all }) => all.map(({ file }) => file))).toEqual([["b"], ["d"], ["a", "c"]]);
  expect(groups.flatMap(({ all }) => all)).toHaveLength(issues.length);
});

test("each severity is counted", () => {
  expect(countIssues(issues)).toEqual({ error: 2, warning: 2, note: 0 });
});

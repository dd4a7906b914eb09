import { expect, test } from "vitest";
import { raiseReason } from "./reasons.ts";
import { sqliteIssues } from "./sqlite-issues.ts";

test("a reason is told in each language, a count as it is", () => {
  const issue = raiseReason(sqliteIssues, "sqlite-not-a-database", "page size");
  expect(issue.message.en).toContain("page size");
  expect(issue.message.ja).toContain("ページサイズが不正");
  expect(raiseReason(sqliteIssues, "sqlite-not-a-database", "7").message.ja).toContain("（7）");
});

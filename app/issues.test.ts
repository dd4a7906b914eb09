import { expect, test } from "vitest";
import { appIssues, diskIssue } from "./issues.ts";

const fault = (code: string, syscall = "write") =>
  Object.assign(new Error(code), { code, syscall, path: "/x" });

test.each([
  ["ENOSPC", "disk-full"],
  ["EDQUOT", "disk-full"],
  ["EROFS", "disk-read-only"],
  ["EACCES", "disk-permission"],
  ["EPERM", "disk-permission"],
  ["EIO", "disk-error"],
])("the disk's %s is %s", (code, issue) => {
  expect(diskIssue(fault(code))).toMatchObject({ code: issue, file: "/x", parameters: { code } });
});

test("errors that are no disk's are none", () => {
  expect([diskIssue(new Error("x")), diskIssue(null), diskIssue({ code: "ERR_INVALID_ARG_TYPE" })]).toEqual([
    null,
    null,
    null,
  ]);
});

test("every sentence is in both languages with the same places to fill in", () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const { message, remedy } of Object.values(appIssues.definitions))
    for (const text of [message, remedy]) expect(places(text.ja)).toEqual(places(text.en));
});

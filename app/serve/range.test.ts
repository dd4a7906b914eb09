import { expect, test } from "vitest";
import { byteRange } from "./range.ts";

test.each([
  ["bytes=0-3", { start: 0, end: 4 }],
  ["bytes=7-", { start: 7, end: 10 }],
  ["bytes=-4", { start: 6, end: 10 }],
  ["bytes=-400", { start: 0, end: 10 }],
  ["bytes=8-400", { start: 8, end: 10 }],
  ["bytes=10-", "outside"],
  ["bytes=-0", "outside"],
  ["bytes=3-2", null],
  ["bytes=-", null],
  ["bytes=0-1,3-4", null],
  ["bytes=a-b", null],
  ["lines=0-1", null],
  [undefined, null],
])("%s of ten bytes is %o", (header, range) => {
  expect(byteRange(header, 10)).toEqual(range);
});

test("nothing of an empty file can be asked for", () => {
  expect(byteRange("bytes=0-0", 0)).toBe("outside");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { firstDifference } from "./difference.ts";
import { firstJsonDifference } from "./json-difference.ts";

function compare(before: string | Uint8Array, after: string | Uint8Array) {
  const bytes = (content: string | Uint8Array) =>
    typeof content === "string" ? new TextEncoder().encode(content) : content;
  return firstDifference(bytes(before), bytes(after));
}

test("firstDifference gives byte, line, column and both bytes", async () => {
  expect(await compare("a\nbcd\n", "a\nbXd\n")).toEqual({
    byte: 3,
    line: 2,
    column: 2,
    before: 0x63,
    after: 0x58,
    lineBefore: "bcd",
    lineAfter: "bXd",
  });
});

test.each([
  ["ab", "abc", { byte: 2, before: null, after: 0x63 }],
  ["abc", "ab", { byte: 2, before: 0x63, after: null }],
  ["", "a", { byte: 0, line: 1, column: 1, before: null }],
  ["a\r\nb", "a\nb", { byte: 1, before: 0x0d, after: 0x0a }],
])("firstDifference of %j and %j", async (before, after, expected) => {
  expect(await compare(before, after)).toMatchObject(expected);
});

test("firstDifference is null for the same bytes, and right beyond a chunk", async () => {
  const large = new Uint8Array(3_000_000).fill(65);
  expect(await compare(large, large)).toBeNull();
  const changed = large.slice();
  changed[2_500_000] = 66;
  expect(await compare(large, changed)).toMatchObject({ byte: 2_500_000, line: 1, before: 65, after: 66 });
});

test("firstDifference agrees with a search byte by byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), async (a, b) => {
      let at = 0;
      while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
      const found = await compare(a, b);
      if (at === a.length && at === b.length) expect(found).toBeNull();
      else expect(found).toMatchObject({ byte: at, before: a[at] ?? null, after: b[at] ?? null });
    }),
    { numRuns: 100 },
  );
});

test.each([
  [{ a: 1 }, { a: 2 }, { pointer: "/a", before: 1, after: 2 }],
  [
    { b: 1, a: [1, { "x/y~z": 2 }] },
    { b: 2, a: [1, { "x/y~z": 3 }] },
    { pointer: "/a/1/x~1y~0z", before: 2, after: 3 },
  ],
  [{ a: [1] }, { a: [1, 2] }, { pointer: "/a/1", before: undefined, after: 2 }],
  [{ a: 1 }, {}, { pointer: "/a", before: 1, after: undefined }],
  [{ a: {} }, { a: [] }, { pointer: "/a", before: {}, after: [] }],
  [{ a: null }, { a: {} }, { pointer: "/a", before: null, after: {} }],
  [{ a: [1, { b: null }] }, { a: [1, { b: null }] }, null],
])("firstJsonDifference of %j and %j", (before, after, expected) => {
  expect(firstJsonDifference(before, after)).toEqual(expected);
});

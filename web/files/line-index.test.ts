import fc from "fast-check";
import { expect, test } from "vitest";
import type { Encoding } from "./encoding.ts";
import { indexLines, type LineIndex, lineBlock, lineOfByte, readLines } from "./line-index.ts";

const never = new AbortController().signal;

async function indexed(
  blob: Blob,
  encoding: Encoding = "utf-8",
  from = 0,
  to = blob.size,
): Promise<LineIndex> {
  let index: LineIndex | undefined;
  await indexLines(blob, { from, to, encoding }, (known) => (index = known), never);
  return index!;
}

async function allLines(blob: Blob, encoding: Encoding = "utf-8"): Promise<string[]> {
  const index = await indexed(blob, encoding);
  const blocks = await Promise.all(index.starts.map((_, block) => readLines(blob, index, block, encoding)));
  const lines = blocks.flat();
  expect(lines).toHaveLength(index.count);
  return lines.map(({ text }) => text);
}

test("lines end with LF, CRLF or CR; a last empty one is none", async () => {
  expect(await allLines(new Blob(["a\nb\r\nc\rd"]))).toEqual(["a", "b", "c", "d"]);
  expect(await allLines(new Blob(["a\n\nb\n"]))).toEqual(["a", "", "b"]);
  expect(await allLines(new Blob(["a\r"]))).toEqual(["a"]);
  expect(await allLines(new Blob([""]))).toEqual([]);
});

test("any text has the lines that a split gives", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", "試", "\n", "\r", "\r\n"), maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const expected = words.split(/\r\n|\r|\n/);
      if (expected.at(-1) === "") expected.pop();
      expect(await allLines(new Blob([words]))).toEqual(expected);
    }),
  );
});

test("UTF-16 has lines by its own units", async () => {
  const words = "a\u0a0d\n\u0d00b\r\n終";
  for (const encoding of ["utf-16le", "utf-16be"] as const) {
    const bytes = new DataView(new ArrayBuffer(2 * words.length));
    for (let at = 0; at < words.length; at++)
      bytes.setUint16(2 * at, words.charCodeAt(at), encoding === "utf-16le");
    expect(await allLines(new Blob([bytes]), encoding)).toEqual(["a\u0a0d", "\u0d00b", "終"]);
  }
});

test("a file of several pieces has the same lines, wherever a CRLF is cut", async () => {
  const line = `${"x".repeat(98)}\r\n`;
  const blob = new Blob([`y${line.repeat(25_000)}`]);
  const index = await indexed(blob);
  expect(index).toMatchObject({ count: 25_000, whole: true, scanned: blob.size });
  const [first] = await readLines(blob, index, 300, "utf-8");
  expect(first).toEqual({ offset: 1 + 300 * lineBlock * 100, text: "x".repeat(98), cut: 0 });
});

test("a byte is found in its line; one that is not known yet is not", async () => {
  const blob = new Blob(["abc\n".repeat(1000)]);
  const index = await indexed(blob, "utf-8", 0, 2000);
  expect(index).toMatchObject({ whole: false, scanned: 2000 });
  expect(await lineOfByte(blob, index, 4 * 130 + 1, "utf-8")).toBe(130);
  expect(await lineOfByte(blob, index, 2000, "utf-8")).toBeNull();
});

test("of a line that is too long the beginning is shown, and how much is not", async () => {
  const blob = new Blob(["a".repeat(6_000_000)]);
  const index = await indexed(blob);
  const [line, ...more] = await readLines(blob, index, 0, "utf-8");
  expect(more).toEqual([]);
  expect(line!.text.length + line!.cut).toBe(6_000_000);
});

import { expect, test } from "vitest";
import { hexOffset, hexRows, placeOf } from "./hex.ts";
import { targetOf } from "./target.ts";

test("rows have sixteen bytes, their offset and printable letters", () => {
  const rows = hexRows(
    Uint8Array.from({ length: 20 }, (_, at) => 60 + at),
    4096,
  );
  expect(rows.map(({ offset, bytes }) => [offset, bytes.length])).toEqual([
    [4096, 16],
    [4112, 4],
  ]);
  expect(rows[0]!.letters).toBe("<=>?@ABCDEFGHIJK");
  expect(hexRows(Uint8Array.of(0, 10, 255), 0)).toEqual([
    { offset: 0, bytes: ["00", "0a", "ff"], letters: "···" },
  ]);
});

test("offsets are as wide as the file's last", () => {
  expect(hexOffset(16, 100)).toBe("0010");
  expect(hexOffset(16, 2 ** 31)).toBe("00000010");
});

test("a typed place is decimal or hexadecimal, in any width, and inside the file", () => {
  expect(placeOf("1 000", 0, 2000)).toBe(1000);
  expect(placeOf("0xFF", 0, 2000)).toBe(255);
  expect(placeOf("１２", 0, 2000)).toBe(12);
  for (const wrong of ["", "-1", "2001", "1e3", "abc", "ff"]) expect(placeOf(wrong, 0, 2000)).toBeNull();
});

test("a link names a line or a byte, else nothing", () => {
  expect(targetOf({ line: 7 })).toEqual({ line: 7 });
  expect(targetOf({ line: "7", byte: 3 })).toEqual({ line: 7 });
  expect(targetOf({ byte: 0 })).toEqual({ byte: 0 });
  for (const wrong of [{}, { line: 0 }, { line: 1.5 }, { byte: -1 }, { byte: "" }, { byte: {} }])
    expect(targetOf(wrong)).toBeNull();
});

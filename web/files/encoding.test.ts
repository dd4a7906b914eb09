import { expect, test } from "vitest";
import { decoded, writtenHow } from "./encoding.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const shiftJis = Uint8Array.of(0x97, 0xb1, 0x8e, 0x71, 0x8c, 0x61, 0x2c, 0x31);

test("each encoding is found by its bytes", () => {
  expect(writtenHow(utf8("粒子径,1"))).toEqual({ encoding: "utf-8", mark: 0, binary: false });
  expect(writtenHow(Uint8Array.of(0xef, 0xbb, 0xbf, 97))).toMatchObject({ encoding: "utf-8", mark: 3 });
  expect(writtenHow(Uint8Array.of(0xff, 0xfe, 97, 0))).toMatchObject({ encoding: "utf-16le", mark: 2 });
  expect(writtenHow(Uint8Array.of(0xfe, 0xff, 0, 97))).toMatchObject({ encoding: "utf-16be", mark: 2 });
  const wide = Uint8Array.from([..."size, nm\n"].flatMap((letter) => [letter.charCodeAt(0), 0]));
  expect(writtenHow(wide)).toEqual({ encoding: "utf-16le", mark: 0, binary: false });
  expect(writtenHow(shiftJis)).toMatchObject({ encoding: "shift_jis" });
  expect(decoded(shiftJis, "shift_jis")).toBe("粒子径,1");
  expect(writtenHow(Uint8Array.of(0x34, 0xb5, 0x6d))).toMatchObject({
    encoding: "windows-1252",
    binary: false,
  });
});

test("a character cut at the end of the head is no fault", () => {
  expect(writtenHow(utf8("粒子").subarray(0, 5))).toMatchObject({ encoding: "utf-8", binary: false });
});

test("bytes that no text has are told", () => {
  expect(writtenHow(Uint8Array.from({ length: 256 }, (_, byte) => byte)).binary).toBe(true);
});

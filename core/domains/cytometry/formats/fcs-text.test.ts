import { describe, expect, test } from "vitest";
import { events, fcsBytes, joined, read, readBytes } from "./fcs.test-support.ts";
import { splitText } from "./fcs-text.ts";

const split = (text: string) => {
  const { keys, values, open, resumed } = splitText(joined(text));
  return { pairs: keys.map((key, at) => [key, values[at]]), open, resumed };
};
const closed = { open: null, resumed: null };

describe("splitText", () => {
  test("keywords are case-insensitive and lose blanks around them (CyFlow)", () => {
    expect(split("/$par/2/   $DataType/I/")).toEqual({
      ...closed,
      pairs: [
        ["$PAR", "2"],
        ["$DATATYPE", "I"],
      ],
    });
  });

  test.each([
    [
      "a doubled delimiter inside a value is that character",
      "/A/b//c/D/e/",
      [
        ["A", "b/c"],
        ["D", "e"],
      ],
    ],
    [
      "at the end of a value",
      "/A/b///D/e/",
      [
        ["A", "b/"],
        ["D", "e"],
      ],
    ],
    [
      "at the begin of a value",
      "/A///b/D/e/",
      [
        ["A", "/b"],
        ["D", "e"],
      ],
    ],
    [
      "an empty value (CellQuest)",
      "/A//D/e/",
      [
        ["A", ""],
        ["D", "e"],
      ],
    ],
    [
      "an empty value at the end",
      "/A/b/D//",
      [
        ["A", "b"],
        ["D", ""],
      ],
    ],
    [
      "a value of one delimiter",
      "/A////D/e/",
      [
        ["A", "/"],
        ["D", "e"],
      ],
    ],
    ["blanks that fill up the segment", "/A/b/   \0\r\n", [["A", "b"]]],
    ["one byte beyond the segment, where its end is exclusive", "/A/b/X", [["A", "b"]]],
  ])("%s", (_, text, pairs) => {
    expect(split(text)).toEqual({ ...closed, pairs });
  });

  test("a value that is not closed, or a keyword without a value, is told", () => {
    expect(split("/A/b/C/d")).toEqual({
      pairs: [
        ["A", "b"],
        ["C", "d"],
      ],
      open: "C",
      resumed: null,
    });
    expect(split("/A/b/CD")).toEqual({ pairs: [["A", "b"]], open: "CD", resumed: null });
  });

  test("delimiters that are not doubled: reading begins anew at the next keyword of the layout", () => {
    const found = split("/FILE/home/x/$P1N/FSC/$PAR/1/");
    expect(found.resumed).toBe("$P1N");
    expect(found.pairs.slice(-2)).toEqual([
      ["$P1N", "FSC"],
      ["$PAR", "1"],
    ]);
  });

  test("values are UTF-8, or Latin-1 where they are not", () => {
    const { values, latin } = splitText(joined("/A/", new TextEncoder().encode("粒子 µm"), "/B/5 \xb5m/"));
    expect(values).toEqual(["粒子 µm", "5 µm"]);
    expect(latin).toEqual({ count: 1, key: "B" });
  });
});

describe("the TEXT segment", () => {
  test.each(["\f", "\r", "\t", "|", "\\", "!", "*", "\x01", "\x1e", "\xa7"])(
    "delimiter %j",
    async (delimiter) => {
      expect(await read({ delimiter })).toMatchObject({ codes: [], rows: events });
    },
  );

  test("a TEXT that is cut before its last delimiter, and values with single delimiters, are told", async () => {
    const end = 57 + fcsBytes().length - 58 - 12;
    const cut = await read({ header: { 1: end - 1 } });
    expect(cut).toMatchObject({ codes: ["fcs-text-not-ended"], rows: events });
    expect(cut.issues[0]!.place).toEqual({ byte: 58, key: "$P2R" });
    const found = await read({ text: { FILE: "home/x", $P1S: "CD9" } });
    expect(found).toMatchObject({ codes: ["fcs-text-unescaped"], rows: events });
    expect(found.set.channels[0]!.label).toBe("CD9");
  });

  test("Latin-1 is a note in FCS 3.1, which is UTF-8, and nothing in 3.0", async () => {
    expect((await read({ text: { $P1S: "5 \xb5m" } })).codes).toEqual(["fcs-not-utf8"]);
    const old = await read({ text: { $P1S: "5 \xb5m" }, version: "FCS3.0" });
    expect(old).toMatchObject({ codes: [], set: { channels: [{ label: "5 µm" }, {}] } });
  });

  test("a keyword twice: the first counts, and a difference is told", async () => {
    const once = fcsBytes();
    const text = new TextDecoder().decode(once.subarray(58, once.length - 12));
    const twice = (more: string) => read({ raw: text + more, header: { 2: 0, 3: 0 }, shift: [0, 0] });
    expect((await twice("$P1N/FSC-A/")).codes).not.toContain("fcs-keyword-twice");
    expect((await twice("$P1N/XXX/")).codes).toContain("fcs-keyword-twice");
  });

  test("a supplemental TEXT adds keywords and does not change those of the primary", async () => {
    const supplement = "/$P1S/CD9/$P2N/other/";
    const length = fcsBytes().length;
    const text = { $BEGINSTEXT: String(length), $ENDSTEXT: String(length + supplement.length - 1) };
    const grown = fcsBytes({ text }).length - length;
    const moved = {
      $BEGINSTEXT: String(length + grown),
      $ENDSTEXT: String(length + grown + supplement.length - 1),
    };
    const found = await read({ text: moved, tail: supplement });
    expect(found).toMatchObject({ codes: [], rows: events });
    expect(found.set.channels.map(({ name, label }) => [name, label])).toEqual([
      ["FSC-A", "CD9"],
      ["FL1-A", ""],
    ]);
  });

  test.each([
    ["a ZIP archive (CyFlow)", "PK\x03\x04\x14\0\x08\0", 0],
    ["binary", "\x01\x02\x03\x04\x05\x06\x07\x08", 0],
    ["beyond the file", "/A/b/", 4000],
  ])("a supplemental TEXT that is %s is ignored with a warning", async (_, tail, beyond) => {
    const length = fcsBytes({ text: { $BEGINSTEXT: "000", $ENDSTEXT: "000" } }).length;
    const text = { $BEGINSTEXT: String(length), $ENDSTEXT: String(length + tail.length - 1 + beyond) };
    const padded = {
      $BEGINSTEXT: text.$BEGINSTEXT.padStart(3, "0"),
      $ENDSTEXT: text.$ENDSTEXT.padStart(3, "0"),
    };
    const found = await read({ text: padded, tail });
    expect(found).toMatchObject({ codes: ["fcs-stext-ignored"], rows: events });
  });

  test.each([
    ["no file of this kind", "PK\x03\x04garbage", ["fcs-not-fcs"], 0],
    ["version 1.0", `FCS1.0${" ".repeat(60)}`, ["fcs-version-not-read"], 0],
    ["a cut HEADER", "FCS3.1          58", ["fcs-header-cut"], 18],
    ["a HEADER without TEXT", `FCS3.1${" ".repeat(60)}`, ["fcs-header-unreadable"], 10],
    [
      "TEXT beyond the file",
      "FCS3.0          58    9999       0       0       0       0//",
      ["fcs-text-beyond-file"],
      58,
    ],
    [
      "an empty TEXT",
      "FCS3.0          58      61       0       0       0       0////",
      ["fcs-text-empty"],
      58,
    ],
  ])("%s is refused with its byte", async (_, text, codes, byte) => {
    const found = await readBytes(joined(text));
    expect(found).toMatchObject({ value: null, codes });
    expect(found.issues[0]!.place!.byte).toBe(byte);
  });
});

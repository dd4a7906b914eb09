import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../../../containers/delimited/decode.ts";
import { splitCells } from "./csv.ts";
import { parseCell, parseDecimal, printedTolerance } from "./decimal.ts";
import { detectLayout } from "./layout.ts";
import { readNumberTable } from "./number-table.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("parseCell is bit for bit what Number gives", () => {
  test("for 200,000 decimals of 1 to 20 digits", () => {
    let state = 12345;
    const digit = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state >>> 8) % below;
    };
    for (let round = 0; round < 200_000; round++) {
      let whole = "";
      for (let length = 1 + digit(20); length > 0; length--) whole += digit(10);
      const at = digit(whole.length + 1);
      const text = digit(2) ? whole : `${whole.slice(0, at)}.${whole.slice(at)}`;
      if (!Object.is(parseCell(text), Number(text))) expect(parseCell(text), text).toBe(Number(text));
    }
  });

  test("for doubles in every notation that JavaScript prints", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        for (const text of [
          String(value),
          value.toExponential(),
          value.toPrecision(17),
          value.toPrecision(5),
        ]) {
          const expected = Number.isFinite(Number(text)) ? Number(text) : Number.NaN;
          if (!Object.is(parseCell(text), expected)) throw new Error(text);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("with a decimal comma", () => {
    expect(parseCell("1234,5", 44)).toBe(1234.5);
    expect(parseCell("1,50e+03", 44)).toBe(1500);
    expect(parseCell("1234.5", 44)).toBeNaN();
  });
});

test("parseCell takes nothing but decimal numbers", () => {
  const words = [
    "",
    " ",
    ".",
    "-",
    "e5",
    "1e",
    "1 2",
    "1,5",
    "1.2.3",
    "0x1F",
    "NaN",
    "Infinity",
    "1e400",
    "<1",
    "1_000",
  ];
  for (const word of words) expect(parseCell(word), word).toBeNaN();
  expect(parseCell("1\u0000")).toBeNaN();
  expect(parseDecimal(" 2.5\r,", 0, 5)).toBe(2.5);
});

test("printedTolerance is half a unit in the last printed place", () => {
  expect(printedTolerance("1.43e+09", 1.43e9, 3)).toBeCloseTo(5e6, 3);
  expect(printedTolerance("1400000000", 1.4e9, 3)).toBeCloseTo(5e6, 3);
  expect(printedTolerance("1434500000", 1.4345e9, 3)).toBeCloseTo(5e4, 3);
  expect(printedTolerance("0", 0, 3)).toBe(0);
});

describe("splitCells", () => {
  const cases: readonly [string, string, readonly string[], boolean][] = [
    ["plain", "a, b ,,c", ["a", "b", "", "c"], false],
    ["quoted delimiter", 'Remarks,"a, b",', ["Remarks", "a, b", ""], false],
    ["doubled quotes", 'x,"say ""hi"""', ["x", 'say "hi"'], false],
    ["a quote inside a cell is a character", '5" tube,2', ['5" tube', "2"], false],
    ["not closed", 'x,"a,b', ["x", '"a,b'], true],
  ];
  for (const [title, line, cells, open] of cases) {
    test(title, () => expect(splitCells(line, ",")).toEqual({ cells, open }));
  }
});

describe("decodeText", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  test("UTF-8 with and without byte order mark", () => {
    expect(decodeText(utf8("nm² µ"))).toEqual({ text: "nm² µ", encoding: "utf-8" });
    expect(decodeText(utf8("\ufeffnm²"))).toEqual({ text: "nm²", encoding: "utf-8" });
  });
  test("a byte that is not UTF-8 means Windows-1252, one that Windows-1252 lacks ISO-8859-1", () => {
    expect(decodeText(bytes(0x6e, 0x6d, 0xb2, 0x80))).toEqual({ text: "nm²€", encoding: "windows-1252" });
    expect(decodeText(bytes(0x6e, 0xb2, 0x81, 0x80))).toEqual({
      text: "n²\u0081\u0080",
      encoding: "iso-8859-1",
    });
  });
  test("UTF-16 with byte order mark, both byte orders", () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x41, 0, 0xb2, 0))).toEqual({ text: "A²", encoding: "utf-16le" });
    expect(decodeText(bytes(0xfe, 0xff, 0, 0x41, 0, 0xb2))).toEqual({ text: "A²", encoding: "utf-16be" });
  });
  test("carriage returns alone end lines", () => {
    expect(decodeText(utf8("a\rb\r")).text).toBe("a\nb\n");
    expect(decodeText(utf8("a\r\nb")).text).toBe("a\r\nb");
  });
});

test("detectLayout reads delimiter and decimal sign from the file", () => {
  const sample = /\nBin[^\n]*\n([\d.,]+)/;
  const detect = (text: string) => detectLayout(text, ["Name"], sample);
  expect(detect("x\nName,1\nBin\n0.5,1\n")).toEqual({ delimiter: ",", decimal: "." });
  expect(detect("x\nName;1\nBin\n0,5;1\n")).toEqual({ delimiter: ";", decimal: "," });
  expect(detect("Name\t1\nBin\n0.5\t1\n")).toEqual({ delimiter: "\t", decimal: "." });
});

test("readNumberTable tells of unreadable cells and uneven rows by line", () => {
  const text = "h\n0.5,1,2\n1.5,x,3\n2.5,4\n";
  const table = readNumberTable(text, { start: 2, line: 2, rows: 3 }, 3, 3, 44, 46);
  expect(table.columns.map((column) => Array.from(column))).toEqual([
    [0.5, 1.5, 2.5],
    [1, Number.NaN, 4],
    [2, 3, Number.NaN],
  ]);
  expect(table.unreadable).toEqual([0, 3, 4]);
  expect(table.uneven).toEqual({ rows: 1, line: 4 });
});

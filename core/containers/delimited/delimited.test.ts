import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cellNumber,
  cellText,
  delimiterAt,
  interner,
  noSigns,
  plainBytes,
  rowTexts,
  scanRows,
} from "./index.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function rowsOf(text: string, delimiter = ",") {
  const scanner = scanRows(utf8(text), delimiter.charCodeAt(0));
  const rows: { line: number; cells: string[] }[] = [];
  while (scanner.next()) rows.push({ line: scanner.row.line, cells: rowTexts(scanner.row) });
  return { rows, scanner };
}

function numberOf(text: string, signs = noSigns()) {
  const scanner = scanRows(utf8(`${text}\t`), 9);
  scanner.next();
  return cellNumber(scanner.row, 0, signs);
}

describe("rows of a delimited table", () => {
  test("quotes hold delimiters, line ends and doubled quotes (RFC 4180)", () => {
    const { rows } = rowsOf('a,"b, c"\r\n"d\ne","f ""g"""\n\n,h');
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b, c"] },
      { line: 2, cells: ["d\ne", 'f "g"'] },
      { line: 5, cells: ["", "h"] },
    ]);
  });
  test("a quote that does not close its cell is a letter, and is counted with its line", () => {
    const { rows, scanner } = rowsOf('a,b\n"5 inch,c\nd,"e"f\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ['"5 inch', "c"],
      ["d", '"e"f'],
    ]);
    expect(scanner.openQuotes).toEqual({ count: 2, line: 2 });
  });
  test("a delimiter at the end makes an empty cell; a missing line end is known", () => {
    expect(rowsOf("a,\n").rows[0]!.cells).toEqual(["a", ""]);
    const open = rowsOf("a,");
    expect(open.rows[0]!.cells).toEqual(["a", ""]);
    expect([open.scanner.ended, rowsOf("a\n").scanner.ended]).toEqual([false, true]);
  });
  test("more cells than at first room was made for", () => {
    const cells = Array.from({ length: 5000 }, (_, at) => String(at));
    expect(rowsOf(`${cells.join(",")}\n`).rows[0]!.cells).toEqual(cells);
  });
  test("any cells that are quoted as they need come back", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", ";", "é", "1") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (table) => {
        const text = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","))
          .join("\n");
        expect(rowsOf(`${text}\n`).rows.map(({ cells }) => cells)).toEqual(
          table.map((row) => row.map((one) => one.trim())),
        );
      }),
    );
  });
  test("quotes without end do not take time by the square", () => {
    const count = 200_000;
    expect(rowsOf('"a,'.repeat(count)).scanner.openQuotes.count).toBe(count);
    expect(rowsOf('"a""b,'.repeat(count)).scanner.openQuotes.count).toBe(count);
  });
});

describe("numbers in cells", () => {
  test("are bit for bit what Number gives", () => {
    const digits = fc.stringMatching(/^[0-9]{1,19}$/);
    const number = fc
      .tuple(
        fc.constantFrom("", "-", "+"),
        digits,
        fc.option(digits),
        fc.option(fc.integer({ min: -330, max: 330 })),
      )
      .map(
        ([sign, whole, part, power]) =>
          `${sign}${whole}${part === null ? "" : `.${part}`}${power === null ? "" : `e${power}`}`,
      );
    fc.assert(
      fc.property(number, (text) => {
        expect(numberOf(text)).toBe(Number(text));
      }),
      { numRuns: 20_000 },
    );
  });
  test.each([
    "",
    " ",
    "-",
    ".",
    "1.2.3",
    "1e",
    "e5",
    "0x1F",
    "1 2",
    "NaN",
    "Infinity",
    "1,2,3",
    "--1",
    "1e5.5",
  ])("“%s” is none", (text) => {
    expect(numberOf(text)).toBeNaN();
  });
  test("both decimal signs are read and counted", () => {
    const signs = noSigns();
    expect([numberOf("1,5", signs), numberOf("2.5", signs), numberOf("1,500", signs)]).toEqual([
      1.5, 2.5, 1.5,
    ]);
    expect(signs).toEqual({ points: 1, commas: 2, plainCommas: 1, pointLine: 1, commaLine: 1 });
  });
  test("a cell that the row does not have is none", () => {
    const scanner = scanRows(utf8("1,2,3\n4\n"), 44);
    scanner.next();
    scanner.next();
    expect(cellNumber(scanner.row, 2, noSigns())).toBeNaN();
    expect(cellText(scanner.row, 2)).toBe("");
  });
});

test("interned cells have one number for the same bytes, in the order in which they come", () => {
  const names = Array.from({ length: 5000 }, (_, at) => `P${(at * 7919) % 1300}`);
  const bytes = utf8(names.map((name) => `${name}\tx\n`).join(""));
  const table = interner(bytes);
  const scanner = scanRows(bytes, 9);
  const expected = new Map<string, number>();
  for (const name of names) {
    scanner.next();
    if (!expected.has(name)) expected.set(name, expected.size);
    expect(table.indexOf(scanner.row, 0)).toBe(expected.get(name));
  }
  expect(table.size).toBe(1300);
});

describe("bytes", () => {
  test("UTF-8 without a mark stays where it is", () => {
    const bytes = utf8("a,é\n");
    expect(plainBytes(bytes)).toBe(bytes);
  });
  test("marks go, other encodings become UTF-8, lone carriage returns line feeds", () => {
    const plain = (bytes: Uint8Array) => new TextDecoder().decode(plainBytes(bytes));
    expect(plain(utf8("\uFEFFa\n"))).toBe("a\n");
    expect(plain(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0xe9, 0, 10, 0))).toBe("aé\n");
    expect(plain(Uint8Array.of(0x61, 0xe9, 10))).toBe("aé\n");
    expect(plain(utf8("a\rb\r"))).toBe("a\nb\n");
  });
  test("the delimiter is TAB where there is one, else the more frequent outside quotes", () => {
    const of = (text: string) => delimiterAt(utf8(text));
    expect([of("a\tb,c,d"), of("a;b;c,d"), of('"a;b;c",d'), of("a")]).toEqual([9, 59, 44, null]);
  });
});

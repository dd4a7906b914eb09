import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAccepted, type SheetRow } from "../kernel/index.ts";
import { parseSheet } from "./sheet.ts";
import type { SheetOptions } from "./sheet-columns.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const sheet = (text: string, files?: readonly string[]) =>
  parseSheet(bytes(text), { name: "samples.csv", ...(files ? { files } : {}) } satisfies SheetOptions);

function rows(text: string, files?: readonly string[]): readonly SheetRow[] {
  const result = sheet(text, files);
  if (!isAccepted(result)) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function problems(text: string, files?: readonly string[]) {
  const result = sheet(text, files);
  const issues = isAccepted(result) ? result.warnings : result.issues;
  return issues.map(({ code, place }) => [code, place?.line, place?.column]);
}

describe("parseSheet reads", () => {
  test("every column, with empty cells left out", () => {
    expect(
      rows(
        "file,capture,sample,role,donor,preparation,condition,replicate,dilution\n" +
          "a.csv,v_*,S1,calibrant,D1,P1,C1,1,1000\nb.csv,,S2,,,,,,\n",
      ),
    ).toEqual([
      {
        line: 2,
        file: "a.csv",
        capture: "v_*",
        sample: "S1",
        role: "calibrant",
        donor: "D1",
        preparation: "P1",
        condition: "C1",
        replicate: "1",
        dilution: 1000,
        extra: {},
      },
      { line: 3, file: "b.csv", sample: "S2", role: "sample", extra: {} },
    ]);
  });

  test.each([
    ["semicolons and a decimal comma", "File;Sample;Dilution\na.csv;S;2,5\n", 2.5],
    ["tabs", "FILE\tsample_name\tDilution Factor\na.csv\tS\t1e3\n", 1000],
    ["a byte order mark and CRLF", "\ufefffile,sample,dilution\r\na.csv,S,10\r\n", 10],
    ["Japanese headers and full-width digits", "ファイル名,試料,希釈倍率\na.csv,S,１０００\n", 1000],
    [
      "quoted cells with separators, quotes and line breaks",
      'note,file,sample,dilution\n"a ""b"",\nc",a.csv,S,7\n',
      7,
    ],
    ["no newline at the end", "file,sample,dilution\na.csv,S,3", 3],
  ])("%s", (_, text, dilution) => {
    expect(rows(text)).toMatchObject([{ file: "a.csv", sample: "S", dilution }]);
  });

  test("windows-1252 and Shift_JIS, saying so", () => {
    const latin = parseSheet(new Uint8Array([...bytes("file,sample\na.csv,5 "), 0xb5, ...bytes("g\n")]), {
      name: "samples.csv",
    });
    expect(latin).toMatchObject({ value: [{ sample: "5 µg" }], warnings: [{ code: "sheet-encoding" }] });
    const header = [0x83, 0x74, 0x83, 0x40, 0x83, 0x43, 0x83, 0x8b, 0x2c, 0x8e, 0x8e, 0x97, 0xbf, 0x0a];
    const japanese = parseSheet(new Uint8Array([...header, ...bytes("a.csv,"), 0x8c, 0x8c, 0x0a]), {
      name: "samples.csv",
    });
    expect(japanese).toMatchObject({
      value: [{ file: "a.csv", sample: "血" }],
      warnings: [{ code: "sheet-encoding" }],
    });
  });

  test("UTF-16 with a byte order mark, as Excel's Unicode text", () => {
    const text = "\ufefffile\tsample\na.csv\t血漿\n";
    const utf16 = new Uint8Array([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
    expect(parseSheet(utf16, { name: "s" })).toMatchObject({ value: [{ file: "a.csv", sample: "血漿" }] });
  });

  test("unknown columns as extra, without a word", () => {
    expect(rows("file,sample,Passage,備考\na.csv,S,7,凍結\n")[0]!.extra).toEqual({
      Passage: "7",
      備考: "凍結",
    });
    expect(problems("file,sample,Passage,備考\na.csv,S,7,凍結\n")).toEqual([]);
  });

  test("a file name in another unicode form or with backslashes as the file on the disk", () => {
    const name = "が.csv".normalize("NFD");
    expect(rows("file,sample\nx\\が.csv,S\n", [`x/${name}`])[0]!.file).toBe(`x/${name}`);
  });

  test("captures set aside of a file that is otherwise one sample, in either order", () => {
    expect(rows("file,capture,sample,role\na,,S,\na,v_3,,ignore\n")).toHaveLength(2);
    expect(rows("file,capture,sample,role\na,v_*,,ignore\na,,S,\n")).toHaveLength(2);
    expect(problems("file,capture,sample,role\na,,S,\na,v_3,,ignore\na,v_3,T,\n")).toEqual([
      ["sheet-file-twice", 4, undefined],
    ]);
  });

  test("Japanese roles", () => {
    expect(rows("file,sample,役割\na,S,ブランク\nb,T,標準粒子\n").map((row) => row.role)).toEqual([
      "blank",
      "calibrant",
    ]);
  });
});

describe("parseSheet refuses", () => {
  test.each([
    ["an unknown role", "file,sample,role\na,S,standardd\n", [["sheet-role", 2, 5]]],
    ["a dilution that is no number", "file,sample,dilution\na,S,1:1000\n", [["sheet-dilution", 2, 5]]],
    [
      "a dilution that may be a thousand or one",
      'file,sample,dilution\na,S,"1,000"\n',
      [["sheet-dilution", 2, 5]],
    ],
    ["a dilution under 1", "file,sample,dilution\na,S,0.001\n", [["sheet-dilution-small", 2, 5]]],
    ["an infinite dilution", "file,sample,dilution\na,S,1e999\n", [["sheet-dilution", 2, 5]]],
    ["a hexadecimal dilution", "file,sample,dilution\na,S,0x10\n", [["sheet-dilution", 2, 5]]],
    ["a missing file", "file,sample\n,S\n", [["sheet-file-missing", 2, 1]]],
    ["a missing sample", "file,sample\na,\n", [["sheet-sample-missing", 2, 3]]],
    ["no sample column", "file,dilution\na,1\n", [["sheet-column-missing", 1, 1]]],
    ["two columns of one meaning", "file,sample,試料\na,S,T\n", [["sheet-column-twice", 1, 13]]],
    ["more cells than headers", "file,sample\na,S,x\n", [["sheet-cells", 2, 5]]],
    ["an open quote", 'file,sample\n"a,S\n', [["sheet-quotes", 2, 1]]],
    ["characters after a quote", 'file,sample\n"a"b,S\n', [["sheet-quotes", 2, 4]]],
    ["a path out of the folder", "file,sample\n../a,S\n", [["sheet-path", 2, 1]]],
    ["an absolute path", "file,sample\n/etc/passwd,S\n", [["sheet-path", 2, 1]]],
    ["a drive", "file,sample\nC:\\a.csv,S\n", [["sheet-path", 2, 1]]],
    ["a file twice", "file,sample\na,S\na,T\n", [["sheet-file-twice", 3, undefined]]],
    ["overlapping captures", "file,capture,sample\na,x_*,S\na,*_1,T\n", [["sheet-file-twice", 3, undefined]]],
    [
      "two donors of one sample",
      "file,sample,donor\na,S,D1\nb,S,D2\n",
      [["sheet-sample-conflict", 3, undefined]],
    ],
    [
      "two conditions of one sample",
      "file,sample,条件\na,S,x\nb,S,y\n",
      [["sheet-sample-conflict", 3, undefined]],
    ],
    [
      "names that differ by case",
      "file,sample\na,Wt 1\nb,WT 1\n",
      [["sheet-sample-names-alike", 3, undefined]],
    ],
    [
      "names that differ by width",
      "file,sample\na,A1\nb,Ａ1\n",
      [["sheet-sample-names-alike", 3, undefined]],
    ],
    [
      "names that differ by what files cannot have",
      "file,sample\na,A/1\nb,A:1\n",
      [["sheet-sample-names-alike", 3, undefined]],
    ],
    ["only a header", "file,sample\n", [["sheet-empty", undefined, undefined]]],
    ["nothing", "", [["sheet-empty", undefined, undefined]]],
  ])("%s", (_, text, expected) => {
    expect(isAccepted(sheet(text))).toBe(false);
    expect(problems(text)).toEqual(expected);
  });

  test("a file that is not there, naming the one that was meant", () => {
    const result = sheet("file,sample\nraw/a.csv,S\n", ["data/a.csv"]);
    expect(result).toMatchObject({ issues: [{ code: "sheet-no-such-file", place: { line: 2, column: 1 } }] });
    expect(JSON.stringify(result)).toContain('Did you mean \\"data/a.csv\\"?');
  });

  test("every fault of the sheet at once", () => {
    expect(problems("file,sample,role,dilution\na,S,x,0\n,T,,\n").map(([code]) => code)).toEqual([
      "sheet-role",
      "sheet-dilution-small",
      "sheet-file-missing",
    ]);
  });
});

describe("parseSheet warns", () => {
  test.each([
    ["Diluton", "dilution"],
    ["Dilution (x)", "dilution"],
    ["Conditon", "condition"],
    ["希釈倍率（倍）", "dilution"],
  ])("of the column %s, which may be meant as %s", (header, column) => {
    const result = sheet(`file,sample,${header}\na,S,10\n`);
    expect(result).toMatchObject({
      warnings: [{ code: "sheet-column-like", parameters: { header, column } }],
    });
  });

  test("of a donor that only some lines of a sample name", () => {
    expect(problems("file,sample,donor\na,S,D1\nb,S,\n")).toEqual([
      ["sheet-sample-incomplete", 3, undefined],
    ]);
  });
});

test("parseSheet never throws and never gives a row without its file, whatever the bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (noise, headed) => {
      const input = headed ? new Uint8Array([...bytes("file,sample,dilution\n"), ...noise]) : noise;
      const result = parseSheet(input, { name: "samples.csv" });
      if (isAccepted(result)) for (const row of result.value) expect(row.file).not.toBe("");
      else expect(result.issues.some((issue) => issue.severity === "error")).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("parseSheet takes 100 000 lines in a second", () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => `a.csv,v${i},S${i}`);
  expect(rows(`file,capture,sample\n${lines.join("\n")}`)).toHaveLength(100_000);
  expect(problems(`file,capture,sample\n${lines.join("\n")}\nb,,T`)).toEqual([
    ["sheet-too-large", undefined, undefined],
  ]);
});

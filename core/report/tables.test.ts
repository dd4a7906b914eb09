import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvTable } from "./csv.ts";
import { resultTables } from "./index.ts";
import { sampleDocument } from "./sample-document.test-support.ts";
import { checklist, twoRooms } from "./two-rooms.test-support.ts";

/** A reader of RFC 4180 written against the grammar, not against our writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      row.push(cell);
      cell = "";
    } else if (character === "\r" && text[at + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      at++;
    } else cell += character;
  }
  return rows;
}

const cellOf = (cell: string): string => readCsv(csvTable([[cell]]).slice(1))[0]![0]!;

describe("text cells", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+41", "'+41"],
    ["-3", "'-3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1", "'  =1"],
    ["＝1", "'＝1"],
    ["\t=1", "'\t=1"],
    ["\rx", "'\rx"],
    ["\n=cmd|' /C calc'!A0", "'\n=cmd|' /C calc'!A0"],
    ["'quoted", "''quoted"],
    ["a=b", "a=b"],
    ["血漿 3", "血漿 3"],
  ])("%j is written as %j", (text, written) => expect(cellOf(text)).toBe(written));

  test("no cell starts as a formula, and one leading apostrophe away is the text again", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."=+-@'\"\t\r\n ,;aあ") }), (text) => {
        const written = cellOf(text);
        expect(written).not.toMatch(/^\s*[=+\-@]/);
        expect(written.startsWith("'") ? written.slice(1) : written).toBe(text);
      }),
    );
  });
});

test("numbers keep every digit and are never guarded; unknown ones are empty", () => {
  expect(csvTable([[-1.5, 0.1 + 0.2, 1e21, null, undefined, Number.NaN]])).toBe(
    "\ufeff-1.5,0.30000000000000004,1e+21,,,\r\n",
  );
});

test("the tables hold the whole document", () => {
  const document = sampleDocument();
  const tables = new Map(resultTables(document).map(({ name, csv }) => [name, csv.join("")]));
  expect([...tables.keys()]).toEqual([
    "estimates.csv",
    "findings.csv",
    "issues.csv",
    "checklists.csv",
    "headline.csv",
  ]);
  const rows = (name: string): string[][] => readCsv(tables.get(name)!.slice(1));
  expect(tables.get("estimates.csv")!.startsWith("\ufeffid,level,sample,")).toBe(true);
  expect(rows("estimates.csv")).toHaveLength(document.estimates.length + 1);
  expect(rows("findings.csv")).toHaveLength(document.findings.length + 1);
  expect(rows("issues.csv")).toHaveLength(document.issues.length + 1);
  for (const name of tables.keys()) expect(new Set(rows(name).map((row) => row.length)).size).toBe(1);
  const [head = [], ...estimates] = rows("estimates.csv");
  const value = head.indexOf("value");
  expect(estimates.map((row) => Number(row[value]))).toEqual(
    document.estimates.map((estimate) => estimate.value),
  );
});

test("the headline table is in the order of the samples and of the quantities", () => {
  const [, ...rows] = readCsv(resultTables(sampleDocument()).at(-1)!.csv.join("").slice(1));
  expect(rows.map((row) => `${row[2]} ${row[0]}`).slice(0, 6)).toEqual([
    "EV-01 particles.concentration",
    "EV-01 particles.d10",
    "EV-01 particles.d50",
    "EV-01 particles.d90",
    "EV-01 particles.mode",
    "EV-02 particles.concentration",
  ]);
  expect(rows.at(-1)!.slice(0, 9)).toEqual([
    "particles.concentration",
    "sample",
    "PBS blank",
    "",
    "",
    "",
    "below",
    "14700000",
    "{particles}/mL",
  ]);
});

test("checklists are a row for each item, blank where nothing is reported", () => {
  const tables = resultTables(twoRooms({ checklists: [checklist] }));
  const csv = tables.find(({ name }) => name === "checklists.csv")!.csv.join("");
  const [head = [], ...rows] = readCsv(csv.slice(1));
  const cell = (row: number, name: string) => rows[row]![head.indexOf(name)];
  expect(rows.map((row) => row[1])).toEqual(["1.1", "1.2", "2.3", "2.4"]);
  expect([cell(0, "checklist"), cell(0, "category_ja"), cell(0, "value_en")]).toEqual([
    "List of 2020",
    "前",
    "value 1",
  ]);
  expect(cell(0, "evidence")).toBe("a.fcs; b.fcs; c.fcs; d.fcs; e.fcs; f.fcs");
  expect([cell(1, "status"), cell(1, "value_en"), cell(1, "asks_en")]).toEqual([
    "not reported",
    "",
    "Asks 2",
  ]);
  expect([cell(3, "applicable"), cell(3, "status")]).toEqual(["no", "not applicable"]);
});

test("the headline table follows the order of the rooms", () => {
  const [, ...rows] = readCsv(resultTables(twoRooms()).at(-1)!.csv.join("").slice(1));
  expect(rows.map((row) => row[0])).toEqual([
    "walk.size",
    "flow.events",
    "flow.fraction",
    "flow.fraction",
    "walk.size",
  ]);
});

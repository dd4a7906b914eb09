import { unknownFile } from "@vesica/run/describe";
import { isAccepted } from "vesica/kernel";
import { decodeSheet, parseDelimited, parseSheet, sheetSeparator } from "vesica/study";
import { expect, test } from "vitest";
import { checkSheet, listColumns } from "../worker/check-sheet.ts";
import { candidatesFor, matching, type Sources } from "./candidates.ts";
import { gapsOf } from "./gaps.ts";
import { type Grid, readGrid } from "./grid.ts";
import { type KeyPress, keyCommand } from "./keys.ts";
import { placeIssues } from "./places.ts";
import { draftedRows, filesWithoutRow } from "./without-row.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
function gridOf(text: string): Grid {
  const reading = readGrid(bytes(text));
  if (!("grid" in reading)) throw new Error(reading.fault);
  return reading.grid;
}
function placed(text: string) {
  const result = parseSheet(bytes(text), { name: "samples.csv", files: ["a.csv", "b.csv"] });
  const { records } = parseDelimited(decodeSheet(bytes(text)).text, sheetSeparator(text));
  const issues = isAccepted(result) ? result.warnings : result.issues;
  return placeIssues(issues, records).map(({ issue, record, column }) => [issue.code, record, column]);
}

test("an issue is put on its cell, over blank lines and cells with line ends", () => {
  const text = '\nfile,sample,note,dilution\na.csv,S,"one\ntwo",x,5\n\nb.csv,T,,0.5\n';
  expect(placed(text)).toEqual([
    ["sheet-cells", 0, 4],
    ["sheet-dilution", 0, 3],
    ["sheet-dilution-small", 1, 3],
  ]);
});

test("an issue of a whole line goes to the column that it names", () => {
  expect(placed("sample,file,提供者\nS,a.csv,D1\nS,b.csv,D2\n")).toEqual([["sheet-sample-conflict", 1, 2]]);
  expect(placed("sample,file\nS,a.csv\nT,a.csv\n")).toEqual([["sheet-file-twice", 1, 1]]);
});

test("a column that is missing is the header's, a header's own fault its cell's", () => {
  expect(placed("file,Donor,ドナー\na.csv,D,D\n")).toEqual([
    ["sheet-column-twice", -1, 2],
    ["sheet-column-missing", -1, null],
  ]);
});

test("the check gives the sheet's issues although the study file is refused, and what is ignored", async () => {
  const entries = [
    { name: "a.csv", size: 1 },
    { name: "b.csv", size: 1 },
  ];
  const sheet = bytes("file,sample,role\na.csv,S,smple\n");
  const refused = await checkSheet({ papers: { study: bytes("titel: x\n"), sheet }, entries });
  expect(refused.issues.map(({ issue, column }) => [issue.code, column])).toEqual([
    ["sheet-role", 2],
    ["study-unknown-key", null],
  ]);
  expect(refused.runs).toBe(false);
  const papers = { study: bytes("title: x\nignore: [b*]\n"), sheet: bytes("file,sample\na.csv,S\n") };
  expect(await checkSheet({ papers, entries })).toEqual({ issues: [], ignored: ["b.csv"], runs: true });
});

test("what the analysis of the sheet said stands on its cell, too", async () => {
  const sheet = bytes("file,sample,role,control\na.csv,S,control,\n");
  const issue = {
    code: "cytometry-sheet-control",
    severity: "warning",
    file: "samples.csv",
    place: { line: 2 },
    parameters: {},
    message: { en: "", ja: "" },
    remedy: { en: "", ja: "" },
  } as const;
  const input = { papers: { study: bytes("title: x\n"), sheet }, entries: [{ name: "a.csv", size: 1 }] };
  const { issues } = await checkSheet({ ...input, told: [issue] });
  expect(issues).toEqual([{ issue, record: 0, column: 3 }]);
});

test("rooms' own columns are told with what their cells can hold", async () => {
  const columns = await listColumns({ rooms: ["cytometry"] });
  expect(columns.find(({ name }) => name === "control")?.values).toContain("isotype");
  expect(await listColumns({ rooms: ["particles"] })).toEqual([]);
});

test("empty donor, condition and dilution of samples are gaps; those of blanks and of files that record it are not", () => {
  const grid = gridOf("file,sample,role,donor,dilution\na,S,sample,,\nb,B,blank,,\nc,T,,D1,\n");
  expect(gapsOf(grid, new Set(["a"]))).toEqual([
    { name: "donor", rows: 1, first: 0, column: 3 },
    { name: "condition", rows: 2, first: 0, column: -1 },
    { name: "dilution", rows: 1, first: 2, column: 4 },
  ]);
});

test("cells are completed with files without a row first, values of the column, roles and dilutions", () => {
  const grid = gridOf("file,capture,sample,role,dilution,control\nb,,S2,,,\nc,,S1,,,\nd,,S2,,,\n");
  const sources: Sources = {
    files: ["a", "b", "c"],
    capturesOf: (file) => (file === "b" ? ["", "cap 1"] : []),
    valuesOf: (name) => (name === "control" ? ["isotype"] : null),
  };
  const of = (column: number) => candidatesFor(grid, 0, column, sources);
  expect(of(0)).toEqual(["a", "b", "c"]);
  expect(of(1)).toEqual(["cap 1"]);
  expect(of(2)).toEqual(["S2", "S1"]);
  expect(of(3)).toContain("calibrant");
  expect(of(4)[0]).toBe("1");
  expect(of(5)).toEqual(["isotype"]);
  expect(matching(["xab", "Ａb", "c"], "ab")).toEqual(["Ａb", "xab"]);
});

test("files that were read and have no row get drafted ones", () => {
  const file = (name: string, status: "read" | "refused") => {
    const known = unknownFile(name);
    return { ...known, source: { ...known.source, status, captures: [{ name: "", dilution: 500 }] } };
  };
  const found = new Map(
    [file("x/a.csv", "read"), file("b.csv", "read"), file("-c.csv", "read"), file("d.csv", "refused")].map(
      (each) => [each.source.name, each],
    ),
  );
  const grid = gridOf("sample,file\nS,.\\x\\a.csv\n");
  const missing = filesWithoutRow(grid, found, new Set(["b.csv"]));
  expect(draftedRows(grid, missing)).toEqual([
    { file: "./-c.csv", capture: "", sample: "-c", dilution: "500" },
  ]);
});

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test.each([
  [press("ArrowDown"), { kind: "move", step: "down", extend: false }],
  [press("ArrowDown", { shiftKey: true, metaKey: true }), { kind: "move", step: "bottom", extend: true }],
  [press("ArrowDown", { altKey: true }), { kind: "complete" }],
  [press("Home"), { kind: "move", step: "row start", extend: false }],
  [press("End", { ctrlKey: true }), { kind: "move", step: "last", extend: false }],
  [press("Tab", { shiftKey: true }), { kind: "tab", back: true }],
  [press("F2"), { kind: "edit" }],
  [press("Escape"), { kind: "leave" }],
  [press("Z", { metaKey: true, shiftKey: true }), { kind: "redo" }],
  [press("y", { ctrlKey: true }), { kind: "redo" }],
  [press("d", { ctrlKey: true }), { kind: "fill down" }],
  [press("c", { ctrlKey: true }), null],
  [press("a"), null],
  [press(" "), null],
])("%o means %o", (key, command) => {
  expect(keyCommand(key)).toEqual(command);
});

import { unknownFile } from "@vesica/run/describe";
import { folderIssues } from "@vesica/run/issues";
import type { SheetRow } from "vesica/kernel";
import { type ResultDocument, runIssues } from "vesica/study";
import { expect, test } from "vitest";
import type { FilesByPapers } from "../worker/files-by-papers.ts";
import { fileRows, filteredRows, type KnownFiles, sortedRows, statusCounts, surenessOf } from "./rows.ts";

const unreadable = (file: string) => folderIssues.raise("file-unreadable", { code: "changed" }, { file });
const nanosight = {
  ...unknownFile("a.csv"),
  source: {
    ...unknownFile("a.csv").source,
    status: "read" as const,
    captures: [{ name: "1", dilution: null }],
  },
  format: "particles.nanosight-summary",
  room: "particles",
  confidence: 0.9,
};
const row = (file: string, role: SheetRow["role"]): SheetRow => ({
  line: 2,
  file,
  sample: "s",
  role,
  extra: {},
});
const nothing: FilesByPapers = { ignored: {}, mapped: {}, rows: [] };
const known: KnownFiles = {
  files: [
    { name: "a.csv", size: 10 },
    { name: "b.jpg", size: 30 },
    { name: "c.csv", size: 20 },
    { name: "ｄ.csv", size: 5 },
  ],
  found: new Map([
    ["a.csv", nanosight],
    ["b.jpg", unknownFile("b.jpg")],
    ["c.csv", unknownFile("c.csv", unreadable("c.csv"))],
  ]),
  papers: nothing,
  document: null,
  issues: [unreadable("c.csv"), folderIssues.raise("file-name-unreadable", {}, { file: "elsewhere" })],
};
const rows = fileRows(known);
const formatOf = () => ({ title: "NanoSight summary", room: "particles" });
const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);

test("a file is what recognition says, and its issues are told once", () => {
  expect(rows.map(({ status }) => status)).toEqual(["read", "not recognised", "not recognised", "waiting"]);
  expect(rows[2]!.issues).toHaveLength(1);
  expect(rows.map(surenessOf)).toEqual(["likely", "unknown", "unknown", "unlooked"]);
  expect(statusCounts(rows)).toMatchObject({ read: 1, "not recognised": 2, waiting: 1 });
});

test("results say more than recognition, and their issues take the place of its", () => {
  const file = { name: "a.csv", size: 10, sha256: "", format: "particles.nanosight-summary" };
  const document = {
    files: [{ ...file, status: "refused" }],
    issues: [runIssues.raise("file-not-in-sheet", {}, { file: "a.csv" })],
  } as unknown as ResultDocument;
  const [analysed] = fileRows({ ...known, document });
  expect(analysed).toMatchObject({ status: "refused", captures: 1 });
  expect(analysed!.issues.map(({ code }) => code)).toEqual(["file-not-in-sheet"]);
});

test("a file is ignored by a pattern, or where all its rows are", () => {
  const papers = {
    ...nothing,
    ignored: { "b.jpg": "*.jpg" },
    rows: [row("a.csv", "ignore"), row("c.csv", "ignore"), row("c.csv", "sample")],
  };
  const by = new Map(fileRows({ ...known, papers }).map((each) => [each.name, each.status]));
  expect([by.get("a.csv"), by.get("b.jpg"), by.get("c.csv")]).toEqual([
    "ignored",
    "ignored",
    "not recognised",
  ]);
});

test("search takes all words, in name or format, whatever their width and case", () => {
  const filter = { search: "", status: "", room: "" } as const;
  expect(names(filteredRows(rows, { ...filter, search: "NANOsight a" }, formatOf))).toEqual(["a.csv"]);
  expect(names(filteredRows(rows, { ...filter, search: "d.CSV" }, formatOf))).toEqual(["ｄ.csv"]);
  expect(names(filteredRows(rows, { ...filter, status: "issues" }, formatOf))).toEqual(["c.csv"]);
  expect(names(filteredRows(rows, { ...filter, room: "particles" }, formatOf))).toEqual(["a.csv"]);
});

test("files are sorted by name, size or sureness, both ways", () => {
  expect(names(sortedRows(rows, "size", true))).toEqual(["b.jpg", "c.csv", "a.csv", "ｄ.csv"]);
  expect(names(sortedRows(rows, "sureness", true))).toEqual(["a.csv", "b.jpg", "c.csv", "ｄ.csv"]);
  expect(names(sortedRows(rows, "name", true))).toEqual(["ｄ.csv", "c.csv", "b.jpg", "a.csv"]);
});

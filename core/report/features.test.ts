import { expect, test } from "vitest";
import { type FeatureTable, featureNumbers, featureWords } from "../kernel/index.ts";
import { reportContext } from "./context.ts";
import { featureHead, featureText } from "./feature-columns.ts";
import { sampleDocument } from "./sample-document.test-support.ts";
import { reportSection } from "./sections/index.ts";
import { resultTables } from "./tables.ts";

const words = (en: string) => ({ en, ja: `${en}（日）` });
const rows = 30;
const whole = sampleDocument();

const table = (name: string): FeatureTable => ({
  id: "walk.contrast",
  name,
  subject: { level: "group", group: name },
  title: words("What differs"),
  description: words("One side less the other."),
  columns: [
    featureWords(
      "gene",
      words("Gene"),
      Array.from({ length: rows }, (_, i) => (i === 1 ? "=cmd" : `G${i}`)),
    ),
    featureNumbers(
      "p",
      words("p"),
      "1",
      Array.from({ length: rows }, (_, i) => (i === 2 ? Number.NaN : i / 100)),
    ),
    featureNumbers("mass", words("Mass"), "kDa", new Float64Array(rows).fill(66.5), false),
  ],
  assumptions: [],
  flags: [],
  evidence: whole.evidence[0]!.id,
});

const document = { ...whole, tables: [table("a / b"), table("a / c")] };

test("a table of features shows its first rows and brief columns, and names the file with all of them", () => {
  const section = reportSection("features", reportContext(document))!;
  expect(section.blocks).toHaveLength(2);
  const [first] = section.blocks;
  if (first?.kind !== "part") throw new Error("no part");
  const shown = first.blocks.find(({ kind }) => kind === "table");
  if (shown?.kind !== "table") throw new Error("no table");
  expect(shown.columns).toHaveLength(2);
  expect(shown.rows).toHaveLength(25);
  expect(shown.rows[2]!.cells[1]).toEqual([]);
  expect(JSON.stringify(shown.caption)).toContain("walk-contrast-1.csv");
  expect(JSON.stringify(shown.caption)).toContain("25 of 30");
});

test("a document without tables has no such chapter", () => {
  expect(reportSection("features", reportContext(whole))).toBeNull();
});

test("tables of features are CSV files of their own, with units in the heads and no formula", () => {
  const files = new Map(resultTables(document).map(({ name, csv }) => [name, csv.join("")]));
  const lines = files.get("walk-contrast-2.csv")!.split("\r\n");
  expect(lines[0]).toBe("\ufefftable,gene,p,mass (kDa)");
  expect(lines[1]).toBe("a / c,G0,0,66.5");
  expect(lines[2]).toBe("a / c,'=cmd,0.01,66.5");
  expect(lines[3]).toBe("a / c,G2,,66.5");
  expect(lines).toHaveLength(rows + 2);
  expect(files.has("walk-contrast-1.csv")).toBe(true);
});

test("a column of whole numbers keeps all their digits, another has three, and no answer is empty", () => {
  const read = (values: readonly number[]) => {
    const text = featureText(featureNumbers("n", words("N"), "1", values));
    return values.map((_, row) => text(row));
  };
  expect(read([10, 12_345, Number.NaN, 0, -3])).toEqual(["10", "12\u202f345", "", "0", "−3"]);
  expect(read([10, 12_345.6, Number.NaN, 1e-7])).toEqual([
    "10.0",
    "12\u202f346",
    "",
    "1.00\u00a0×\u00a010⁻⁷",
  ]);
});

test("a column's head has the unit, but not that of a plain number", () => {
  const [, p, mass] = table("a").columns;
  expect(featureHead(p!)).toEqual(words("p"));
  expect(JSON.stringify(featureHead(mass!))).toContain(" kDa");
});

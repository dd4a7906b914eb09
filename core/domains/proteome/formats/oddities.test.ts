import { describe, expect, test } from "vitest";
import { plainWorkbook } from "../../../containers/plain-workbook.ts";
import { type ColumnMapping, isAccepted } from "../../../kernel/index.ts";
import type { Quantities } from "../measurement.ts";
import { proteomeFormats } from "./index.ts";

async function read(id: string, content: BlobPart, mapping?: ColumnMapping) {
  const format = proteomeFormats.find((one) => one.id === `proteome.${id}`)!;
  const context = mapping === undefined ? { name: "a.csv" } : { name: "a.csv", mapping };
  const result = await format.read(new Blob([content]), context);
  const issues = isAccepted(result) ? result.warnings : result.issues;
  const quantities = isAccepted(result) ? (result.value.content as Quantities) : null;
  return { quantities, issues, codes: issues.map(({ code }) => code) };
}
const matrix = (text: string, more: ColumnMapping = {}) =>
  read("matrix", text, { scale: "linear", missing: "zero", ...more });
const valuesOf = (quantities: Quantities | null) => [...quantities!.matrices[0]!.layers[0]!.values];
const missing = Number.NaN;

describe("decimal signs", () => {
  test("point and comma in one file are refused, with both lines", async () => {
    const { issues } = await matrix("id;a\nP1;1,5\nP2;2.5\n");
    expect(issues[0]).toMatchObject({
      code: "proteome-decimal-mixed",
      parameters: { pointLine: 3, commaLine: 2 },
    });
  });
  test("commas that always stand before three digits are refused as ambiguous", async () => {
    expect((await matrix("id;a\nP1;1,500\nP2;22,125\n")).codes).toEqual(["proteome-decimal-ambiguous"]);
  });
  test("a mapping's word settles it", async () => {
    const { quantities } = await matrix("id;a\nP1;1,500\nP2;22,125\n", { decimal: "," });
    expect(valuesOf(quantities)).toEqual([1.5, 22.125]);
    expect((await matrix("id;a\nP1;1.500\n", { decimal: "," })).codes).toEqual(["proteome-decimal-mixed"]);
  });
});

describe("cells that are no quantity", () => {
  test("infinite and negative intensities are missing, counted, and the first is shown", async () => {
    const { quantities, issues } = await matrix("id,a,b\nP1,-3,1\nP2,inf,1e999\n");
    expect(valuesOf(quantities)).toEqual([missing, 1, missing, missing]);
    expect(quantities!.leftOut).toEqual([{ reason: "infinite or negative", count: 3 }]);
    expect(issues[0]).toMatchObject({
      code: "proteome-value-impossible",
      parameters: { count: 3, line: 2, cell: "-3" },
    });
  });
  test("negative logarithms are kept, and zero where it is not the mark of missing", async () => {
    const { quantities, codes } = await matrix("id,a,b\nP1,-3.5,0\n", { scale: "log2", missing: "empty" });
    expect(valuesOf(quantities)).toEqual([-3.5, 0]);
    expect(codes).toEqual([]);
  });
  test("words that no format knows as missing are counted", async () => {
    const { quantities, codes } = await matrix("id,a,b\nP1,oops,2\n");
    expect(quantities!.leftOut).toEqual([{ reason: "not a number", count: 1 }]);
    expect(codes).toEqual(["proteome-value-unreadable"]);
  });
  test("rows whose every cell is missing stay", async () => {
    const { quantities } = await matrix("id,a,b\nP1,0,NA\nP2,1,2\n");
    expect(quantities!.matrices[0]!.features.length).toBe(2);
  });
});

describe("names", () => {
  test("a run's name that stands twice is refused", async () => {
    expect((await matrix("id,a,a\nP1,1,2\n")).codes).toEqual(["proteome-run-twice"]);
    const twice = "Protein IDs\tIntensity a\tIntensity a\nP1\t1\t2\n";
    expect((await read("maxquant-protein-groups", twice)).codes).toEqual(["proteome-run-twice"]);
  });
  test("ids that stand twice get numbers that no other id has", async () => {
    const { quantities, issues } = await matrix("id,a\nP1,1\nP1 (2),2\nP1,3\n");
    expect(quantities!.matrices[0]!.features.map(({ id }) => id)).toEqual(["P1", "P1 (2)", "P1 (3)"]);
    expect(issues[0]).toMatchObject({ code: "proteome-feature-twice", place: { line: 4 } });
  });
  test("rows without a protein are left out", async () => {
    const { quantities } = await matrix("id,a\n,1\nP1,2\n");
    expect(quantities!.leftOut).toEqual([{ reason: "no protein named", count: 1 }]);
  });
  test("runs of two folders with one name keep their paths", async () => {
    const table = "Protein.Group\tGenes\tProtein.Names\tC:\\a\\x.raw\tC:\\b\\x.raw\nP1\tA\tA_X\t1\t2\n";
    const { quantities, codes } = await read("diann-pg-matrix", table);
    expect(quantities!.runs).toEqual(["C:\\a\\x.raw", "C:\\b\\x.raw"]);
    expect(codes).toEqual(["proteome-run-names"]);
  });
});

describe("lines", () => {
  test("a byte order mark, quotes, CRLF and blank lines change nothing", async () => {
    const { quantities, codes } = await matrix('\uFEFF"id","a, b"\r\n\r\n"P1","2.5"\r\n');
    expect(quantities!.runs).toEqual(["a, b"]);
    expect(valuesOf(quantities)).toEqual([2.5]);
    expect(codes).toEqual([]);
  });
  test("UTF-16 is read as well", async () => {
    const text = "\uFEFFid\ta\nP1\t2.5\n";
    const bytes = new Uint8Array(text.length * 2);
    for (let at = 0; at < text.length; at++)
      new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), true);
    expect(valuesOf((await read("matrix", bytes, { scale: "linear" })).quantities)).toEqual([2.5]);
  });
  test("lines with more cells are left out, shorter ones filled, both said", async () => {
    const { quantities, codes } = await matrix("id,a,b\nP1,1,2,3\nP2,1\nP3,1,2,\n");
    expect(quantities!.matrices[0]!.features.map(({ id }) => id)).toEqual(["P2", "P3"]);
    expect(quantities!.leftOut).toEqual([{ reason: "line with another number of cells", count: 1 }]);
    expect(codes).toEqual(["proteome-line-uneven", "proteome-line-short"]);
  });
  test("row names without a name above them shift the header", async () => {
    const { quantities } = await matrix("a,b\nP1,1,2\nP2,3,4\n");
    expect(quantities!.runs).toEqual(["a", "b"]);
    expect(valuesOf(quantities)).toEqual([1, 2, 3, 4]);
  });
});

describe("long tables", () => {
  const header = "Run\tProtein.Group\tPG.MaxLFQ\tPrecursor.Id\tQ.Value\n";
  test("rows above the q-value limit, or without a q-value, are left out and counted", async () => {
    const { quantities, issues } = await read(
      "diann-report",
      `${header}a\tP1\t5\tX2\t0.01\na\tP2\t5\tY2\t0.011\na\tP3\t5\tZ2\t\n`,
    );
    expect(quantities!.matrices[0]!.features.map(({ id }) => id)).toEqual(["P1"]);
    expect(quantities!.leftOut).toEqual([{ reason: "above the producer's q-value limit", count: 2 }]);
    expect(issues[0]).toMatchObject({ code: "proteome-above-limit", severity: "note" });
  });
  test("a quantity that differs between rows of a group and run is said, the first one kept", async () => {
    const { quantities, issues } = await read("diann-report", `${header}a\tP1\t5\tX2\t0\na\tP1\t6\tY2\t0\n`);
    expect(valuesOf(quantities)).toEqual([5]);
    expect(issues[0]).toMatchObject({ code: "proteome-values-disagree", place: { line: 3 } });
  });
  test("a second value of a protein and run is left out", async () => {
    const mapping = { protein: "p", run: "r", value: "v", scale: "linear" };
    const { quantities, codes } = await read("long-table", "p,r,v\nP1,a,1\nP1,a,2\nP1,b,3\n", mapping);
    expect(valuesOf(quantities)).toEqual([1, 3]);
    expect(quantities!.leftOut).toEqual([{ reason: "second value for the same protein and run", count: 1 }]);
    expect(codes).toEqual(["proteome-value-twice"]);
  });
  test("a row that lacks only cells behind its names is kept, one that lacks a name is left out", async () => {
    const rows = `${header}a\tP1\t5\tX2\t0\t\nb\n`;
    const { quantities, codes } = await read("diann-report", rows);
    expect(quantities!.runs).toEqual(["a"]);
    expect(codes).toEqual(["proteome-line-uneven"]);
    const mapping = { protein: "p", run: "r", value: "v", scale: "linear" };
    const long = await read("long-table", "p,r,v\nP1,a,1\nP1,b\n", mapping);
    expect(valuesOf(long.quantities)).toEqual([1, missing]);
    expect(long.codes).toEqual(["proteome-line-short"]);
  });
  test("a workbook is read like a text table", async () => {
    const mapping = { protein: "p", run: "r", value: "v", scale: "linear" };
    const rows = [
      ["p", "r", "v"],
      ["P1", "a", 1.5],
      ["P1", "b", 0.1],
    ];
    const { quantities } = await read("long-table", plainWorkbook("s", rows), mapping);
    expect(valuesOf(quantities)).toEqual([1.5, 0.1]);
  });
  test("more proteins times runs than memory holds are refused", async () => {
    let text = "p,r,v\n";
    for (let row = 0; row < 8000; row++) text += `P${row},r${row},1\n`;
    const mapping = { protein: "p", run: "r", value: "v", scale: "linear" };
    expect((await read("long-table", text, mapping)).codes).toEqual(["proteome-too-large"]);
  });
});

test("prefixes of decoys and contaminants are told from names that begin like them", async () => {
  const { quantities } = await matrix(
    "id,a\nrev_sp|P1|A_HUMAN,1\nREV_HV1B1,2\nCONA_CANEN,3\nrev_contam_sp|P2|B_HUMAN,4\nCon__P3,5\n",
  );
  expect(quantities!.matrices[0]!.features.map(({ proteins, marks }) => [proteins, marks])).toEqual([
    [["P1"], ["decoy"]],
    [["REV_HV1B1"], []],
    [["CONA_CANEN"], []],
    [["P2"], ["decoy", "contaminant"]],
    [["Con__P3"], []],
  ]);
});

test("spectra that match several proteins count for each, and that is said", async () => {
  const text =
    "Peptide,-10lgP,Scan,Source File,Accession\nAA,20,1,a.mgf,P1|A_X:P1-2|A_X\nAB,20,2,a.mgf,P1|A_X\nAC,20,3,a.mgf,\n";
  const { quantities, codes } = await read("peaks-psm", text);
  expect(valuesOf(quantities)).toEqual([2, 1]);
  expect(codes).toEqual(["proteome-no-protein", "proteome-shared-spectra"]);
});

test("proteins that are not the master of their group are left out", async () => {
  const text = "Master\tAccession\tAbundance: F1: Sample\nIsMasterProtein\tP1\t5\nNone\tP2\t6\n";
  const { quantities, codes } = await read("proteome-discoverer", text);
  expect(quantities!.matrices[0]!.features.map(({ id }) => id)).toEqual(["P1"]);
  expect(codes).toEqual(["proteome-not-master"]);
});

test("mzTab-M is refused", async () => {
  const text = "MTD\tmzTab-version\t2.0.0-M\nMTD\tmzTab-ID\tX\n";
  expect((await read("mztab", text)).codes).toEqual(["proteome-mztab-metabolomics"]);
});

test("a mapping that is lacking, unknown or names no column is refused", async () => {
  expect((await read("long-table", "p,r,v\n")).codes).toEqual(["proteome-no-mapping"]);
  const unknown = { protein: "p", run: "r", value: "v", scale: "linear", colour: "red" };
  expect((await read("long-table", "p,r,v\n", unknown)).codes).toEqual(["proteome-mapping-invalid"]);
  expect((await matrix("id,a\nP1,1\n", { idColumn: "Id" })).codes).toEqual(["proteome-columns-missing"]);
});

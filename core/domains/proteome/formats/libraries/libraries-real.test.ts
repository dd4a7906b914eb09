import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Format, isAccepted, type Result } from "../../../../kernel/index.ts";
import { codes } from "../../../../statistics/golden.test-support.ts";
import type { ProteomeMeasurement } from "../../measurement.ts";
import { contentOf } from "./fixtures.test-support.ts";
import { libraryFormats } from "./index.ts";

const folder = `${process.env.VESICA_DATA ?? "../shared/data"}/catalogues`;
const present = existsSync(folder);
if (!present) console.log(`no real libraries at ${folder}: they are not read`);

async function read(path: string): Promise<{ format: string; result: Result<ProteomeMeasurement> }> {
  const bytes = new Uint8Array(readFileSync(`${folder}/${path}`));
  const scored = libraryFormats.map((format) => ({
    format,
    score: format.sniff(bytes.subarray(0, 65536), path),
  }));
  const found = scored.filter(({ score }) => score > 0);
  expect(found).toHaveLength(1);
  const format: Format<ProteomeMeasurement> = found[0]!.format;
  return { format: format.id, result: await format.read(new Blob([bytes]), { name: path }) };
}

const hao = "contaminants-hao/Universal protein contaminant FASTA";
const raw = "ev-databases-ibivu/Raw";

describe.runIf(present)("real libraries", () => {
  test.each([
    ["gene-sets/h.all.v7.0.symbols.gmt", 50, 200],
    ["gene-sets/c2.cp.reactome.symbols.gmt", 1839, 7],
  ])("%s: %i sets", async (path, sets, genes) => {
    const { result } = await read(path);
    const content = contentOf(result, "gene sets");
    expect(codes(result)).toEqual([]);
    expect(content.sets).toHaveLength(sets);
    expect(content.sets[0]!.genes).toHaveLength(genes);
  });

  test.each([
    [`${hao}/0602_Universal Contaminants.fasta`, 381],
    ["contaminants-hao/Sample-type specific contaminant FASTA/0602_Cell Culture Contaminants.fasta", 370],
  ])("%s: %i proteins", async (path, count) => {
    const { result } = await read(path);
    const { entries } = contentOf(result, "contaminants");
    expect(codes(result)).toEqual(count === 381 ? ["library-no-line-end"] : []);
    expect(entries).toHaveLength(count);
    expect(entries.find((entry) => entry.accession === "P02769")).toMatchObject({
      gene: "ALB",
      organism: "Bos taurus",
    });
    expect(entries.every((entry) => !/cont/i.test(entry.accession))).toBe(true);
  });

  test("the workbook of sources names the proteins of the FASTA library", async () => {
    const path =
      "Contaminant protein information in the FASTA library and the potential source of contaminations.xlsx";
    const { format, result } = await read(`${hao}/${path}`);
    expect(format).toBe("proteome.contaminant-table");
    expect(codes(result)).toEqual([]);
    const table = contentOf(result, "contaminants").entries;
    const fasta = contentOf(
      (await read(`${hao}/0602_Universal Contaminants.fasta`)).result,
      "contaminants",
    ).entries;
    expect(table).toHaveLength(381);
    const named = new Set(table.map((entry) => entry.accession));
    expect(fasta.filter((entry) => !named.has(entry.accession))).toEqual([]);
    expect(table.every((entry) => entry.source !== "")).toBe(true);
  });

  test("ExoCarta with semicolons: proteins only, the rest counted", async () => {
    const { result } = await read(`${raw}/exocarta.csv`);
    const content = contentOf(result, "catalogue");
    expect(content.name).toBe("ExoCarta");
    expect(codes(result)).toEqual(["library-content-left-out"]);
    expect(content.leftOut.find(({ content: kind }) => kind === "mrna")!.count).toBe(4835);
    expect(content.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(46_878 - 41_755);
    const rows = content.entries.reduce((sum, { count }) => sum + count, 0);
    const lines = readFileSync(`${folder}/${raw}/exocarta.csv`, "utf8")
      .split("\r\n")
      .map((line) => line.split(";"));
    const proteins = lines.filter((cells) => cells[1] === "protein");
    expect(rows).toBe(new Set(proteins.map((cells) => `${cells[3]} ${cells[4]} ${cells[5]}`)).size);
    const cd63 = new Set(proteins.filter((c) => c[3] === "CD63" && c[4] === "Homo sapiens").map((c) => c[5]));
    expect(content.entries.find((e) => e.gene === "CD63" && e.species === "Homo sapiens")!.count).toBe(
      cd63.size,
    );
  });

  test.each([
    ["exocarta", 286],
    ["vesiclepedia", 1254],
  ])("%s experiments: %i", async (name, count) => {
    const { result } = await read(`${raw}/${name}_experiments.txt`);
    expect(codes(result)).toEqual([]);
    expect(contentOf(result, "catalogue experiments").experiments).toHaveLength(count);
  });

  test("EVpedia: 25,118 human proteins", async () => {
    const { result } = await read(`${raw}/evpedia.csv`);
    const { entries } = contentOf(result, "catalogue");
    expect([entries.length, codes(result)]).toEqual([25_118, []]);
    expect(entries[0]).toMatchObject({ gene: "GAPDH", accession: "P04406", count: 410 });
  });

  test("lists of accessions: Vesiclepedia's hits are counted, GAPDH and actin most often", async () => {
    const { result } = await read("vesiclepedia-2024-accessions/Vesiclepedia_proteins_240712.csv");
    const { entries } = contentOf(result, "catalogue");
    expect(isAccepted(result) && result.warnings).toEqual([]);
    expect(entries).toHaveLength(13_977);
    expect(entries.reduce((sum, { count }) => sum + count, 0)).toBe(42_272);
    const most = [...entries]
      .sort((a, b) => b.count - a.count || (a.accession < b.accession ? 1 : -1))
      .slice(0, 3);
    expect(most.map(({ accession, count }) => `${accession} ${count}`)).toEqual([
      "P04406 57",
      "P60709 54",
      "P08758 54",
    ]);
    const curated = await read("ev-databases-ibivu/Curated/High_confidence_EV_proteins.txt");
    // two of its 3243 lines are contaminants of a search engine: CON__P02768-1 and CON__Q86YZ3
    expect(codes(curated.result)).toEqual(["library-lines-unreadable"]);
    expect(contentOf(curated.result, "catalogue").entries).toHaveLength(3241);
  });
});

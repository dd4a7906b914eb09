import { describe, expect, test } from "vitest";
import { plainWorkbook } from "../../../../containers/plain-workbook.ts";
import { type Format, isAccepted } from "../../../../kernel/index.ts";
import { codes } from "../../../../statistics/golden.test-support.ts";
import type { ProteomeMeasurement } from "../../measurement.ts";
import { accessionList } from "./accession-list.ts";
import { catalogueDetails } from "./catalogue-details.ts";
import { catalogueExperimentTable } from "./catalogue-experiments.ts";
import { contaminantFasta } from "./contaminant-fasta.ts";
import { contaminantTable } from "./contaminant-table.ts";
import { evpedia } from "./evpedia.ts";
import { bytesOf, contentOf, fixtures, readText } from "./fixtures.test-support.ts";
import { geneSetFile } from "./gene-sets.ts";
import { libraryFormats } from "./index.ts";

const files: readonly (readonly [Format<ProteomeMeasurement>, string, string])[] = [
  [geneSetFile, fixtures.geneSets, "a.gmt"],
  [contaminantFasta, fixtures.fasta, "a.fasta"],
  [catalogueDetails, fixtures.details, "a.txt"],
  [catalogueExperimentTable, fixtures.experiments, "a.txt"],
  [evpedia, fixtures.evpedia, "a.csv"],
  [accessionList, fixtures.accessions, "a.csv"],
  [contaminantTable, fixtures.contaminantTable, "a.csv"],
];

test.each(files)("%#: only its own format recognises a file", (format, text, name) => {
  const scores = libraryFormats.map((one) => [one.id, one.sniff(bytesOf(text), name)] as const);
  expect(scores.filter(([, score]) => score > 0).map(([id]) => id)).toEqual([format.id]);
});

describe("GMT", () => {
  test("a gene that a set names twice is kept once", async () => {
    const { sets } = contentOf(await readText(geneSetFile, fixtures.geneSets), "gene sets");
    expect(sets).toEqual([
      { name: "SET_A", description: "http://a", genes: ["CD9", "CD63"] },
      { name: "SET_B", description: "second", genes: ["ALB"] },
    ]);
  });

  test("sets without genes and repeated names are told", async () => {
    const result = await readText(geneSetFile, "A\tx\tCD9\nA\ty\tCD63\nB\tz\n");
    expect(codes(result)).toEqual(["library-set-empty", "library-repeated"]);
    expect(contentOf(result, "gene sets").sets).toHaveLength(1);
  });
});

describe("contaminant FASTA", () => {
  test("accession without its prefix, gene, organism and description are of the header", async () => {
    const { entries } = contentOf(await readText(contaminantFasta, fixtures.fasta), "contaminants");
    expect(entries).toEqual([
      {
        accession: "P00722",
        gene: "lacZ",
        description: "Beta-galactosidase",
        organism: "Escherichia coli (strain K12)",
        source: "",
      },
      {
        accession: "A5PJ69",
        gene: "",
        description: "SERPINA10 protein",
        organism: "Bos taurus",
        source: "",
      },
    ]);
  });

  test("a header without bars gives its first word", async () => {
    const { entries } = contentOf(
      await readText(contaminantFasta, ">CON__P00761 Trypsin\nIVGG\n>Cont_P13645\nMSV\n"),
      "contaminants",
    );
    expect(entries.map((entry) => entry.accession)).toEqual(["P00761", "P13645"]);
  });

  test("records without sequence, repeated ones and odd lines are told", async () => {
    const result = await readText(contaminantFasta, "12\n>a x\n>b y\nMK\n>b z\nMK\n>|\nMK\n");
    expect(codes(result)).toEqual(["library-repeated", "library-no-sequence", "library-not-a-sequence"]);
  });
});

describe("contaminant table", () => {
  const rows = [
    ["Supplemental Table S1"],
    ["Uniprot ID", "Protein names", "Gene names", "Organism", "Source of Contamination"],
    ["P00722", "Beta-galactosidase", "lacZ b0344", "E. coli", "Bacterial Ecoli"],
    ["", "", "", "", ""],
    ["?", "x", "x", "x", "x"],
  ];

  test("a workbook's header may stand below a title", async () => {
    const result = await contaminantTable.read(new Blob([plainWorkbook("S", rows)]), { name: "a.xlsx" });
    expect(codes(result)).toEqual(["library-lines-unreadable"]);
    expect(contentOf(result, "contaminants").entries).toEqual([
      {
        accession: "P00722",
        gene: "lacZ",
        description: "Beta-galactosidase",
        organism: "E. coli",
        source: "Bacterial Ecoli",
      },
    ]);
  });

  test("the same table as text", async () => {
    const { entries } = contentOf(
      await readText(contaminantTable, fixtures.contaminantTable),
      "contaminants",
    );
    expect(entries.map(({ accession, source }) => `${accession} ${source}`)).toEqual([
      "P00722 Bacterial Ecoli",
      "P02769 FBS",
    ]);
  });

  test("a workbook without the columns is refused", async () => {
    const workbook = new Blob([plainWorkbook("S", [["a", "b"]])]);
    expect(codes(await contaminantTable.read(workbook, { name: "a.xlsx" }))).toEqual([
      "library-columns-missing",
    ]);
  });
});

describe("catalogue content", () => {
  test("a gene of a species is one entry with the experiments that found it", async () => {
    const { entries, name } = contentOf(
      await readText(catalogueDetails, fixtures.details, "x/EXOCARTA_5.txt"),
      "catalogue",
    );
    expect(name).toBe("ExoCarta");
    expect(entries).toEqual([
      { gene: "Itgam", accession: "", species: "Mus musculus", experiments: ["3"], count: 1 },
      { gene: "CD63", accession: "", species: "Homo sapiens", experiments: ["3", "12"], count: 2 },
    ]);
  });

  test("semicolons give the same as tabs", async () => {
    const semicolons = fixtures.details.replaceAll("\t", ";").replaceAll("\n", "\r\n");
    const read = async (text: string) => contentOf(await readText(catalogueDetails, text), "catalogue");
    expect(await read(semicolons)).toEqual(await read(fixtures.details));
  });

  test("content other than protein is counted by its trimmed lower-case type", async () => {
    const result = await readText(
      catalogueDetails,
      `${fixtures.details}7\tmRNA\t1\tA\tHomo sapiens\t3\tx\n8\t mrna\t1\tA\tHomo sapiens\t3\tx\n9\ttRNA\t1\tA\tHomo sapiens\t3\tx\n`,
    );
    expect(codes(result)).toEqual(["library-content-left-out"]);
    expect(contentOf(result, "catalogue").leftOut).toEqual([
      { content: "mrna", count: 2 },
      { content: "trna", count: 1 },
    ]);
  });

  test("the same experiment twice counts once; rows without gene or experiment are told", async () => {
    const result = await readText(
      catalogueDetails,
      `${fixtures.details}7\tprotein\t967\tCD63\tHomo sapiens\t12\tx\n8\tprotein\t1\t\tHomo sapiens\t3\tx\n9\tprotein\t1\tA\tHomo sapiens\tn/a\tx\n10\tprotein\n`,
    );
    expect(codes(result)).toEqual(["library-lines-uneven", "library-lines-unreadable"]);
    expect(contentOf(result, "catalogue").entries.map((entry) => entry.count)).toEqual([1, 2]);
  });
});

test("experiments: isolation steps are split and a dash is nothing", async () => {
  const { experiments } = contentOf(
    await readText(catalogueExperimentTable, fixtures.experiments),
    "catalogue experiments",
  );
  expect(experiments[0]).toEqual({
    id: "3",
    sample: "Plasma",
    isolation: ["Filtration", "Ultracentrifugation"],
    species: "Mus musculus",
    pubmed: "111",
    year: "1999",
    identified: ["Protein", "Lipids"],
    vesicleType: "Exosomes",
  });
  expect(experiments[1]!.isolation).toEqual([]);
});

test("EVpedia: the first gene name is the symbol, quotes may hold commas", async () => {
  const { entries } = contentOf(await readText(evpedia, fixtures.evpedia), "catalogue");
  expect(entries[0]).toEqual({
    gene: "GAPDH",
    accession: "P04406",
    species: "Homo sapiens (Human)",
    experiments: [],
    count: 410,
  });
});

describe("accession list", () => {
  test("repetitions are occurrences, a heading is none", async () => {
    const { entries } = contentOf(await readText(accessionList, fixtures.accessions), "catalogue");
    expect(entries.map(({ accession, count }) => [accession, count])).toEqual([
      ["P04406", 2],
      ["A0A075B759", 1],
      ["Q9Z2X1-2", 1],
    ]);
  });

  test("without a heading the first line counts", async () => {
    const { entries } = contentOf(await readText(accessionList, "P04406\nP60709\n"), "catalogue");
    expect(entries).toHaveLength(2);
  });

  test("words that are no accessions are refused where they are many", async () => {
    const result = await readText(accessionList, "P04406\nCD9\nCD63\nCD81\n");
    expect(codes(result)).toEqual(["library-not-accessions"]);
  });
});

test.each(files)(
  "%#: nothing in the file is refused, a byte order mark changes nothing",
  async (format, text) => {
    expect(isAccepted(await readText(format, ""))).toBe(false);
    const marked = await readText(format, `\ufeff${text}`);
    const plain = await readText(format, text);
    expect(marked).toEqual(plain);
  },
);

test("a library over 256 MiB is refused unread", async () => {
  const blob = { size: 2 ** 29 } as Blob;
  expect(codes(await accessionList.read(blob, { name: "a" }))).toEqual(["library-too-large"]);
});

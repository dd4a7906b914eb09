import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../kernel/index.ts";
import type { Feature, Quantities } from "../measurement.ts";
import { fixtures } from "./fixtures.test-support.ts";
import { proteomeFormatIssues, proteomeFormats } from "./index.ts";

async function read(id: string) {
  const { format, name, text, mapping } = fixtures.find((one) => one.format === id)!;
  const reader = proteomeFormats.find((one) => one.id === format)!;
  const result = await reader.read(new Blob([text]), mapping === undefined ? { name } : { name, mapping });
  if (!isAccepted(result)) throw new Error(result.issues[0]!.message.en);
  const content = result.value.content as Quantities;
  const layer = (quantity: string, matrix = 0) => [
    ...content.matrices[matrix]!.layers.find((one) => one.name === quantity)!.values,
  ];
  return {
    ...content,
    layer,
    features: content.matrices[0]!.features,
    codes: result.warnings.map(({ code }) => code),
  };
}

const brief = ({ id, proteins, genes, marks }: Feature) => ({ id, proteins, genes, marks });
const missing = Number.NaN;

describe("each format is the surest of its own table", () => {
  const sniffed = fixtures.filter(
    ({ format }) => !["proteome.matrix", "proteome.long-table"].includes(format),
  );
  test.each(sniffed.map((one) => [one.format, one] as const))("%s", (format, { text, name }) => {
    const head = new TextEncoder().encode(text);
    const surest = [...proteomeFormats].sort((a, b) => b.sniff(head, name) - a.sniff(head, name))[0]!;
    expect(surest.id).toBe(format);
  });
  test("tables of other kinds are nobody's", () => {
    for (const text of ["", "a", "Size,Concentration\n100,2e8\n", "Run,Condition,BioReplicate\nr1,a,1\n"]) {
      const head = new TextEncoder().encode(text);
      expect(proteomeFormats.filter((format) => format.sniff(head, "a.csv") > 0)).toEqual([]);
    }
  });
});

test("every issue has the same places in both languages", () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
  for (const [code, { message, remedy }] of Object.entries(proteomeFormatIssues)) {
    for (const text of [message, remedy]) expect(places(text.ja), code).toEqual(places(text.en));
  }
});

test("every format is there once, with a fixture", () => {
  const ids = proteomeFormats.filter(({ reference }) => !reference).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(fixtures.map(({ format }) => format))).toEqual(new Set(ids));
});

test("MaxQuant: zero intensities are missing, zero counts are not, marks from columns and prefixes", async () => {
  const { runs, features, layer, matrices, codes } = await read("proteome.maxquant-protein-groups");
  expect(codes).toEqual([]);
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(features.map(brief)).toEqual([
    { id: "P08962;F8VNT9", proteins: ["P08962"], genes: ["CD63"], marks: [] },
    { id: "CON__P02768", proteins: ["P02768"], genes: [], marks: ["contaminant"] },
    { id: "REV__Q99816", proteins: ["Q99816"], genes: [], marks: ["decoy", "only identified by site"] },
  ]);
  expect(features[0]).toMatchObject({ description: "CD63 antigen", length: 238, line: 2 });
  expect(matrices[0]!.layers.map(({ name }) => name)).toEqual(["LFQ intensity", "Intensity", "MS/MS count"]);
  expect(layer("LFQ intensity")).toEqual([950000, 1050000, 4800000, missing, missing, missing]);
  expect(layer("Intensity")).toEqual([900000, 1100000, 5000000, missing, missing, 30000]);
  expect(layer("MS/MS count")).toEqual([7, 9, 20, 0, 0, 1]);
});

test("DIA-NN: proteins by run from rows that agree, precursors with their group", async () => {
  const { runs, features, layer, matrices, codes } = await read("proteome.diann-report");
  expect(codes).toEqual([]);
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(features.map(({ id }) => id)).toEqual(["P08962", "P21926;Q9Y5U4"]);
  expect(layer("PG.MaxLFQ")).toEqual([1600.25, 1450.75, missing, missing]);
  expect(layer("PG.Quantity")).toEqual([1500.5, 1400, missing, 300]);
  expect(matrices[1]!.features.map(({ id, group }) => `${id} of ${group}`)).toEqual([
    "AAGIER2 of P08962",
    "LQDLER2 of P08962",
    "GLAAAK3 of P21926;Q9Y5U4",
  ]);
  expect(layer("Precursor.Normalised", 1)).toEqual([710.5, 655, 810, missing, missing, 310]);
});

test("DIA-NN matrix: run names are base names of raw files, empty cells are missing", async () => {
  const { runs, layer } = await read("proteome.diann-pg-matrix");
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(layer("PG.MaxLFQ")).toEqual([1600.25, 1450.75, missing, 310.5]);
});

test("FragPipe: MaxLFQ first, combined columns are no runs, indistinguishable proteins join", async () => {
  const { runs, features, layer, matrices } = await read("proteome.fragpipe-combined-protein");
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(matrices[0]!.layers.map(({ name }) => name)).toEqual([
    "MaxLFQ Intensity",
    "Intensity",
    "Spectral Count",
  ]);
  expect(layer("MaxLFQ Intensity")).toEqual([950000, 1050000, 4800000, missing]);
  expect(layer("Spectral Count")).toEqual([7, 9, 20, 0]);
  expect(features[0]!.proteins).toEqual(["P08962", "F8VNT9", "F8VV56"]);
  expect(features[1]!).toMatchObject({ proteins: ["P02769"], marks: ["contaminant"] });
});

test("Spectronaut: Filtered and NaN are missing, conditions are stated by run", async () => {
  const { runs, stated, layer } = await read("proteome.spectronaut-report");
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(stated).toEqual({
    ev_1: { Condition: "EV", Replicate: "1" },
    ev_2: { Condition: "EV", Replicate: "2" },
  });
  expect(layer("PG.Quantity")).toEqual([1500.5, 1400, missing, missing]);
  expect(layer("FG.Quantity", 1)).toEqual([700.5, 650, 800, missing, missing, missing]);
  const pivot = await read("proteome.spectronaut-pivot");
  expect(pivot.runs).toEqual(["ev_1", "ev_2"]);
  expect(pivot.layer("PG.Quantity")).toEqual([1500.5, 1400, missing, 300.25]);
});

test("Skyline: groups joined by slashes, #N/A and zero areas are missing", async () => {
  const { runs, features, layer } = await read("proteome.skyline-grid");
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(features[0]!.description).toBe('CD63 antigen, "LAMP-3"');
  expect(features[1]!).toMatchObject({ proteins: ["P0DOY3", "P0DOY2"], genes: ["IGLC3", "IGLC2"] });
  expect(layer("Normalized Area")).toEqual([1.6e6, 1.45e6, missing, missing]);
  const long = await read("proteome.skyline-report");
  expect(long.matrices[0]!.level).toBe("precursor");
  expect(long.layer("Total Area")).toEqual([1600.5, missing, missing, 1700]);
});

test("PEAKS: spectra are counted by protein and source file", async () => {
  const { runs, features, layer } = await read("proteome.peaks-psm");
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(features.map(({ id }) => id)).toEqual(["P08962|CD63_HUMAN", "P21926|CD9_HUMAN"]);
  expect(layer("PSM")).toEqual([2, 0, 0, 1]);
  const proteins = await read("proteome.peaks-proteins");
  expect(proteins.features.map(brief)[1]).toEqual({
    id: "#CONTAM#P02769|ALBU_BOVIN",
    proteins: ["P02769"],
    genes: [],
    marks: ["contaminant"],
  });
  expect(proteins.layer("Area")).toEqual([1.6e6, 1.45e6, missing, 52000]);
  expect(proteins.layer("#Spec")).toEqual([7, 9, 0, 4]);
  const peptides = await read("proteome.peaks-protein-peptides");
  expect(peptides.features.map(({ id, group }) => [id, group])).toEqual([
    ["P08962|CD63_HUMAN K.AAGIER.L", "P08962|CD63_HUMAN"],
    ["P08962|CD63_HUMAN K.LQDLER.T", "P08962|CD63_HUMAN"],
  ]);
  expect(peptides.layer("Area")).toEqual([1.6e6, missing, 52000, 61000]);
});

test("Proteome Discoverer: normalised abundances first, contaminants by column", async () => {
  const { runs, features, layer, matrices } = await read("proteome.proteome-discoverer");
  expect(runs).toEqual(["F1: Sample, EV", "F2: Sample, EV"]);
  expect(matrices[0]!.layers[0]!.normalised).toBe("yes");
  expect(layer("Abundances (Normalized)")).toEqual([1600.5, 1450.25, missing, 5200]);
  expect(features[1]!).toMatchObject({ marks: ["contaminant"], length: 607 });
});

test("OpenSWATH: proteins behind their count, decoys marked", async () => {
  const { runs, features, layer } = await read("proteome.openswath");
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(features.map(brief)).toEqual([
    { id: "AAGIER_2", proteins: ["P08962"], genes: [], marks: [] },
    { id: "GLAAAK_2", proteins: ["P21926", "Q9Y5U4"], genes: [], marks: ["decoy"] },
  ]);
  expect(layer("Intensity")).toEqual([1600.5, 1450, missing, 310]);
});

test("MSstats: a feature per fragment, condition and replicate by run", async () => {
  const { features, stated, layer } = await read("proteome.msstats");
  expect(features.map(({ id, group }) => [id, group])).toEqual([
    ["AAGIER_2", "sp|P08962|CD63_HUMAN"],
    ["LVNELTEFAK_2_y7_1", "contam_sp|P02769|ALBU_BOVIN"],
  ]);
  expect(stated.ev_2).toEqual({ Condition: "EV", BioReplicate: "2" });
  expect(layer("Intensity")).toEqual([1600.5, missing, missing, 52000]);
});

test("mzTab: assays by raw file, null is missing, decoys by the optional column", async () => {
  const { runs, features, stated, layer } = await read("proteome.mztab");
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(stated.ev_1).toEqual({ "study variable": "vesicles" });
  expect(features.map(brief)).toEqual([
    { id: "P08962", proteins: ["P08962", "F8VNT9", "F8VV56"], genes: [], marks: [] },
    { id: "P21926", proteins: ["P21926"], genes: [], marks: ["decoy"] },
  ]);
  expect(layer("protein abundance of assays")).toEqual([1600.5, 1450, missing, 310.25]);
});

test("Perseus: main columns by type, groups by run, scale inferred and said", async () => {
  const { runs, stated, features, layer, matrices, codes } = await read("proteome.perseus-matrix");
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(stated).toEqual({ ev_1: { Group: "young" }, ev_2: { Group: "old" } });
  expect(features[1]!.marks).toEqual(["contaminant"]);
  expect(matrices[0]!.layers[0]!.scale).toBe("log2");
  expect(layer("main columns")).toEqual([21.5, 22.25, missing, 19.125]);
  expect(codes).toEqual(["proteome-scale-inferred"]);
});

test("AlphaPept: LFQ beside plain intensities", async () => {
  const { runs, layer } = await read("proteome.alphapept-proteins");
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(layer("LFQ")).toEqual([1600.1234567890124, 1450.5, missing, 310.5]);
  expect(layer("Intensity")).toEqual([1500, 1400, missing, 300]);
});

test("a mapped matrix takes the columns that the mapping names, decimal commas too", async () => {
  const { runs, features, layer, codes } = await read("proteome.matrix");
  expect(codes).toEqual([]);
  expect(runs).toEqual(["ev_1", "ev_2"]);
  expect(features.map(brief)[1]).toEqual({
    id: "P21926-2",
    proteins: ["P21926-2"],
    genes: ["CD9"],
    marks: [],
  });
  expect(layer("intensity")).toEqual([1600.5, 1450.25, missing, 310.5]);
});

test("columns that name the run of a mapped long table are joined", async () => {
  const { runs, stated, layer } = await read("proteome.long-table");
  expect(runs).toEqual(["1 before", "1 after"]);
  expect(stated["1 after"]).toEqual({ ID: "1", time: "after" });
  expect(layer("Value")).toEqual([1551.997, 1600.5, 12, missing]);
});

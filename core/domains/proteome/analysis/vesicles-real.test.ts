import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { codes, value, worstError } from "../../../statistics/golden.test-support.ts";
import { catalogueDetails } from "../formats/libraries/catalogue-details.ts";
import { catalogueExperimentTable } from "../formats/libraries/catalogue-experiments.ts";
import { contaminantTable } from "../formats/libraries/contaminant-table.ts";
import { contentOf } from "../formats/libraries/fixtures.test-support.ts";
import type { CatalogueExperiments, EvCatalogue } from "../measurement.ts";
import { matchCatalogue } from "./catalogues/match.ts";
import { carryOverLine } from "./comparison/carry-over.ts";
import { enrichment } from "./comparison/enrichment.ts";
import { overlapOf } from "./comparison/overlap.ts";
import { categoryMask, intensityFraction, libraryMask } from "./markers/contaminants.ts";
import { markerPanel } from "./markers/panel.ts";
import { enrichmentScore } from "./markers/score.ts";
import { rowMeans } from "./matrix-parts.ts";
import { magNet, plasmaProteins, type RealTable, senescence } from "./real-tables.test-support.ts";

const data = process.env.VESICA_DATA ?? "../shared/data";
const present = existsSync(`${data}/multi-assay`);
if (!present) console.log(`no real protein tables at ${data}: they are not compared`);

function countBy<T>(all: readonly T[], key: (one: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of all) counts[key(one)] = (counts[key(one)] ?? 0) + 1;
  return counts;
}

async function fileOf(path: string): Promise<Blob> {
  return new Blob([readFileSync(path)]);
}

describe.runIf(present)("Mag-Net: vesicles against the plasma that they are from", () => {
  let table: RealTable;
  let known: Uint8Array;
  beforeAll(() => {
    table = magNet(`${data}/multi-assay/mag-net-plasma-ev/EV and Plasma Protein Total Areas.csv`);
    const plasma = plasmaProteins(`${data}/multi-assay/mag-net-plasma-ev/Protein_List.csv`);
    known = Uint8Array.from(table.accessions, (names) => (names.every((name) => plasma.has(name)) ? 1 : 0));
  });
  const row = (gene: string) => table.genes.findIndex((genes) => genes.length === 1 && genes[0] === gene);

  test("serum proteins (3a) fall from 43 % to 2 % of the intensity; limits as by SciPy", () => {
    const mask = categoryMask(table.genes, "3a");
    const limits = [table.linear.ev, table.linear.source].map((runs) => {
      const { centre, interval } = value(intensityFraction(mask, runs));
      return [centre, interval!.lower, interval!.upper];
    });
    const expected = [
      0.020209181470453648, 0.020077090243765694, 0.020342123711343564, 0.4335130575998947,
      0.4254322095380447, 0.441629419089509,
    ];
    expect(worstError(limits.flat(), expected)).toBeLessThan(1e-12);
  });

  test("tetraspanins rise and lipoproteins fall: differences and p as by SciPy", () => {
    const found = value(enrichment(table.ev, table.source));
    const expected = {
      ALB: [-4.238503091094529, 1.265723375876343e-7],
      APOB: [-3.3322441652506214, 4.4962599017612594e-7],
      CD9: [5.259984348143018, 8.173969419350769e-7],
      CD63: [6.1722894140730915, 0.008073024827767492],
      TSG101: [3.0402721705543527, 0.01935882493768829],
      PDCD6IP: [3.856684077500887, 1.0059172968964211e-6],
      CANX: [4.506959004930497, 0.007610195964605705],
    };
    for (const [gene, numbers] of Object.entries(expected)) {
      const { log2Enrichment, p } = found[row(gene)]!;
      expect(worstError([log2Enrichment, p], numbers)).toBeLessThan(1e-12);
    }
    expect(countBy(found, (protein) => String(protein.direction))).toEqual({
      enriched: 2566,
      depleted: 392,
      "not told apart": 1638,
      null: 79,
    });
  });

  test("plasma's own proteins make a line: 52 proteins are carry-over, none of the vesicles' markers", () => {
    const line = value(carryOverLine(rowMeans(table.ev), rowMeans(table.source), known));
    const numbers = [line.n, line.fit.slope.value, line.fit.intercept.value, line.fit.residualSd];
    expect(worstError(numbers, [11, 0.7949922182631033, 3.617652011961539, 0.8909417128910885])).toBeLessThan(
      1e-10,
    );
    const found = value(enrichment(table.ev, table.source, { line }));
    expect(countBy(found, (protein) => protein.class)).toMatchObject({ "carry-over": 52, enriched: 2566 });
    expect(found[row("TF")]!.class).toBe("carry-over");
    for (const gene of ["CD9", "CD63", "PDCD6IP", "TSG101"]) expect(found[row(gene)]!.class).toBe("enriched");
  });

  test("category 3 with its ribosomal proteins makes no usable line, and that is told", () => {
    const line = carryOverLine(rowMeans(table.ev), rowMeans(table.source), categoryMask(table.genes, "3"));
    expect(codes(line)).toEqual(["proteome-carry-over-wide"]);
  });

  test("the score is low although markers rise: 3a falls, 3b and 4 rise against plasma, and that is told", () => {
    const result = enrichmentScore(table.genes, table.ev, table.source);
    expect(codes(result)).toEqual(["proteome-score-sides-disagree"]);
    const { background, categories, score, vesicle, nonVesicle } = value(result).pooled;
    expect(
      worstError(
        [background.n, background.mean, background.sd],
        [4649, 2.2263883706662266, 2.3634014283301745],
      ),
    ).toBeLessThan(1e-12);
    expect([vesicle.n, nonVesicle.n]).toEqual([72, 53]);
    expect(score).toBeLessThan(1);
    const signs = categories.map((one) => `${one.category} ${Math.sign(one.meanLog2Enrichment)}`);
    expect(signs).toEqual(["1 1", "2a 1", "3a -1", "3b 1", "4 1"]);
  });

  test("the panel of what was detected in all vesicle runs passes 1 to 4, with contaminants present", () => {
    const detected = table.genes.filter((_, i) =>
      table.ev.values.subarray(3 * i, 3 * i + 3).every((one) => Number.isFinite(one)),
    );
    const { rows } = markerPanel(detected.flat());
    expect(rows.map(({ status }) => status)).toEqual(["pass", "pass", "pass", "pass", "pass"]);
    expect(rows[2]!.detected).toEqual(expect.arrayContaining(["ALB", "APOB"]));
  });

  test("keratins of a contaminant library, by accession", async () => {
    const folder = `${data}/catalogues/contaminants-hao/Universal protein contaminant FASTA`;
    const name =
      "Contaminant protein information in the FASTA library and the potential source of contaminations.xlsx";
    const library = contentOf(
      await contaminantTable.read(await fileOf(`${folder}/${name}`), { name }),
      "contaminants",
    );
    const { all } = libraryMask(table.accessions, library, ({ gene }) => /^KRT\d+$/.test(gene));
    const found = table.genes.filter((_, i) => all[i] === 1).flat();
    expect(found).toEqual(expect.arrayContaining(["KRT1", "KRT10"]));
    expect(found.every((gene) => gene.startsWith("KRT"))).toBe(true);
    const { centre } = value(intensityFraction(all, table.linear.ev));
    expect(centre).toBeGreaterThan(0);
    expect(centre).toBeLessThan(0.05);
  });

  test("ExoCarta: the union, experiments on plasma, and what random proteins would give", async () => {
    const raw = `${data}/catalogues/ev-databases-ibivu/Raw`;
    const catalogue: EvCatalogue = contentOf(
      await catalogueDetails.read(await fileOf(`${raw}/exocarta.csv`), { name: "exocarta.csv" }),
      "catalogue",
    );
    const experiments: CatalogueExperiments = contentOf(
      await catalogueExperimentTable.read(await fileOf(`${raw}/exocarta_experiments.txt`), { name: "e.txt" }),
      "catalogue experiments",
    );
    const detected = table.genes.map((genes, i) => ({ genes, accessions: table.accessions[i]! }));
    const question = {
      species: "Homo sapiens",
      background: { kind: "size", size: 20_000 },
      experiments,
      choice: { samples: ["Plasma", "Serum", "Urine"] },
    } as const;
    const { union, chosen, proteins } = value(matchCatalogue(detected, catalogue, question));
    const human = catalogue.entries.filter((entry) => entry.species === "Homo sapiens");
    const genes = new Set(human.map((entry) => entry.gene.toUpperCase()));
    const naive = table.genes.filter((names) => names.some((gene) => genes.has(gene.toUpperCase())));
    expect(union.found).toBe(naive.length);
    expect(union.coverage).toBe(genes.size / 20_000);
    expect(union.found).toBeGreaterThan(union.expected + 10 * union.expectedSd);
    expect(chosen!.coverage).toBeLessThan(union.coverage);
    expect(proteins[row("CD9")]!.count).toBeGreaterThan(proteins[row("TF")]!.chosen!);
    expect(chosen!.experiments).toBeGreaterThan(0);
  });
});

describe.runIf(present)("senescent cells: fractions of a size exclusion column", () => {
  const path = `${data}/proteomics/senescence-ev-sec-fractions/MS2/MS2.csv`;

  test("most proteins are in the vesicle fraction only, counted as by NumPy", () => {
    const table = senescence(path, "fraction 20");
    const found = value(enrichment(table.ev, table.source));
    const counts = countBy(found, (protein) => protein.class);
    expect(found).toHaveLength(1038);
    expect([counts["only in EV"], counts["only in source"]]).toEqual([762, 30]);
  });

  test("no score against the soluble fraction: none of the other side's proteins is in both", () => {
    const table = senescence(path, "fraction 20");
    expect(codes(enrichmentScore(table.genes, table.ev, table.source))).toEqual(["proteome-score-one-sided"]);
    const line = carryOverLine(rowMeans(table.ev), rowMeans(table.source), categoryMask(table.genes, "3"));
    expect(codes(line)).toEqual(["proteome-carry-over-too-few"]);
  });

  test("overlap of fraction and medium: every protein in one exclusive intersection", () => {
    const soluble = senescence(path, "fraction 20");
    const medium = senescence(path, "medium");
    const ids = ({ values, rows }: { values: Float64Array; rows: number }) =>
      Array.from({ length: rows }, (_, i) => i)
        .filter((i) => values.subarray(3 * i, 3 * i + 3).some((one) => Number.isFinite(one)))
        .map(String);
    const overlap = overlapOf([
      { name: "fraction 8", ids: ids(soluble.ev) },
      { name: "fraction 20", ids: ids(soluble.source) },
      { name: "medium", ids: ids(medium.source) },
    ]);
    const total = overlap.intersections.reduce((sum, { ids: own }) => sum + own.length, 0);
    expect(total).toBe(overlap.union);
    expect(overlap.intersections[0]!.names).toEqual(["fraction 8"]);
    expect(overlap.pairs.find(({ names }) => names.join() === "fraction 8,medium")!.shared).toBe(165);
  });
});

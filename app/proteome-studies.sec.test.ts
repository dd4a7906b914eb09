import { beforeAll, describe, expect, test } from "vitest";
import golden from "../tools/proteome/sec.golden.json" with { type: "json" };
import limma from "../tools/proteome/senescence.golden.json" with { type: "json" };
import { hasReal, type RealRun, realRun, relativeError } from "./testing/real-study.test-support.ts";
import { build } from "./testing/vesica.test-support.ts";

const fractions = "proteomics/senescence-ev-sec-fractions/MS2/MS2.csv";
const preparations = "proteomics/senescence-ev-sec-fractions/MS1/MS1.csv";
const areas = "multi-assay/mag-net-plasma-ev/EV and Plasma Protein Total Areas.csv";
const list = "multi-assay/mag-net-plasma-ev/Protein_List.csv";

beforeAll(build);

function classes(found: RealRun, group: string): Record<string, number> {
  const own = found.estimates.filter((row) => row.id === "proteome.enrichmentClass" && row.group === group);
  const name = (row: (typeof own)[number]) => /class=([^;]+)/.exec(row.qualifiers!)![1]!;
  return Object.fromEntries(own.map((row) => [name(row), Number(row.value)]));
}

/** Worst error of differences, p and q of the golden rows, each found by its gene. */
function worst(rows: ReturnType<RealRun["table"]>, first: (typeof golden)["F8 / F20"]["first"]) {
  const found = first.map(({ gene, log2 }) => {
    const own = rows.filter((row) => (row.gene ?? row.feature) === gene.replaceAll(" / ", ";"));
    return own.sort(
      (a, b) => Math.abs(Number(a.log2Enrichment) - log2) - Math.abs(Number(b.log2Enrichment) - log2),
    )[0]!;
  });
  expect(found.map((row) => row.class)).toEqual(first.map((one) => one.class));
  return (["log2Enrichment", "p", "q"] as const).map((own) =>
    relativeError(
      found.map((row) => row[own]),
      first.map((one) => one[own === "log2Enrichment" ? "log2" : own]),
    ),
  );
}

describe.runIf(hasReal(fractions))("senescent fibroblasts: fractions of a size exclusion column", () => {
  let found: RealRun;
  beforeAll(async () => {
    const lines = ["F8", "F20", "CM"].flatMap((fraction) =>
      [1, 2, 3].map((i) => `MS2.csv,${fraction}_${i},${fraction} ${i},culture ${i},${fraction}`),
    );
    const yaml = `title: T
imports:
  - match: MS2.csv
    format: proteome.matrix
    columns: { idColumn: Gene names, ids: genes, columns: "*_*", scale: log2, missing: zero }
parameters: { proteome: { source: [F20], vesicles: [F8, CM] } }
`;
    const sheet = ["file,capture,sample,donor,condition", ...lines, ""].join("\n");
    found = await realRun({ "MS2.csv": fractions }, sheet, yaml);
  });

  test("the plain matrix is read by its mapping; 0 is not measured", () => {
    expect(found.status).toBe(0);
    for (const [fraction, count] of Object.entries(golden.found))
      expect(found.value("identified", fraction)).toBe(count);
    expect(found.value("identifiedShared", "F20 / F8")).toBe(golden.both);
  });

  test("each fraction against fraction 20 by itself, in pairs of a culture: classes, differences, p and q by SciPy", () => {
    for (const name of ["F8 / F20", "CM / F20"] as const) {
      expect(classes(found, name)).toEqual(golden[name].classes);
      const rows = [1, 2].flatMap((at) => found.table(`proteome-evEnrichment-${at}`));
      for (const error of worst(
        rows.filter((row) => row.table === name),
        golden[name].first,
      ))
        expect(error).toBeLessThan(1e-8);
    }
    const [row] = found.estimates.filter(({ id }) => id === "proteome.enrichmentClass");
    expect(row!.n_biological).toBe("3");
  });

  test("carry-over and score are refused, since no known protein of the other side is in both", () => {
    expect(found.told).toContain("[proteome-carry-over-too-few]");
    expect(found.told).toContain("[proteome-score-one-sided]");
    expect(found.estimates.some(({ id }) => id!.startsWith("proteome.markerScore"))).toBe(false);
  });
});

describe.runIf(hasReal(preparations))("senescent and control fibroblasts: vesicle preparations", () => {
  test("moderated t is limma's for the first twenty and in number", async () => {
    const lines = ["ctrl", "ras1"].flatMap((side) =>
      [1, 2, 3].map((i) => `MS1.csv,${side}_${i},${side} ${i},${side} ${i},${side}`),
    );
    const yaml = `title: T
design: { reference: ctrl }
imports:
  - match: MS1.csv
    format: proteome.matrix
    columns:
      { idColumn: "T: Majority protein IDs", geneColumn: "T: Gene names", firstColumn: ctrl_1, lastColumn: ras1_3, scale: log2 }
`;
    const sheet = ["file,capture,sample,donor,condition", ...lines, ""].join("\n");
    const found = await realRun({ "MS1.csv": preparations }, sheet, yaml);
    expect(found.value("tested", "ras1 / ctrl")).toBe(limma.tested);
    expect(found.value("significant", "ras1 / ctrl")).toBe(limma.significant);
    const rows = found.table("proteome-contrast-1").slice(0, 20);
    for (const name of ["log2FoldChange", "p", "q"] as const)
      expect(
        relativeError(
          rows.map((row) => row[name]),
          limma.first.map((one) => one[name]),
        ),
      ).toBeLessThan(1e-8);
    expect(rows.map(({ gene }) => gene)).toEqual(limma.first.map(({ gene }) => gene));
  });
});

describe.runIf(hasReal(areas, list))("Mag-Net: preparations of one plasma against that plasma", () => {
  let found: RealRun;
  beforeAll(async () => {
    const runs = ["EV13_SAXN_12mz_10", "EV14_SAXN_12mz_17", "EV15_SAXN_12mz_31"];
    const whole = ["Total04_HydN_12mz_42", "Total05_HydN_12mz_38", "Total06_HydN_12mz_40"];
    const line = (condition: string) => (run: string) =>
      `areas.csv,${run},${run.split("_")[0]},plasma pool,${condition}`;
    const yaml = `title: T
imports:
  - match: list.csv
    format: proteome.contaminant-table
    columns: { accessionColumn: Protein Accession, sourceColumn: Category, only: plasma_abundant }
parameters: { proteome: { source: [plasma] } }
`;
    const lines = [...runs.map(line("Mag-Net")), ...whole.map(line("plasma"))];
    const sheet = ["file,capture,sample,donor,condition", ...lines, ""].join("\n");
    found = await realRun({ "areas.csv": areas, "list.csv": list }, sheet, yaml);
  });

  test("the authors' list of plasma's own proteins is read by its mapping, and its share is NumPy's", () => {
    const samples = ["EV13", "EV14", "EV15", "Total04", "Total05", "Total06"];
    const shares = samples.map((sample) => String(found.value("libraryFraction", sample)));
    expect(relativeError(shares, golden.share)).toBeLessThan(1e-12);
  });

  test("classes, differences, p and q are those of SciPy's Welch test and of the line through the list's proteins", () => {
    const name = "Mag-Net / plasma";
    const { classes: expected, first } = golden[name];
    expect(classes(found, name)).toEqual(expected);
    const rows = found.table("proteome-evEnrichment-1");
    for (const error of worst(rows, first)) expect(error).toBeLessThan(1e-8);
  });

  test("one pool is one donor: no contrast, and the comparison says what its q is of", () => {
    expect(found.told).toContain("[proteome-contrast-too-small]");
    expect(found.told).toContain("[proteome-source-one-donor]");
    const [row] = found.estimates.filter(({ id }) => id === "proteome.enrichmentClass");
    expect(row!.n_biological).toBe("1");
    expect(row!.flags).toContain("donors_repeat");
  });

  test("the score says that its sides disagree", () => {
    expect(found.told).toContain("[proteome-score-sides-disagree]");
    expect(found.value("markerScore", "Mag-Net / plasma")).toBeGreaterThan(0);
  });
});

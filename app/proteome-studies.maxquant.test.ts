import { beforeAll, describe, expect, test } from "vitest";
import golden from "../tools/proteome/maxquant.golden.json" with { type: "json" };
import { hasReal, type RealRun, realRun, relativeError } from "./testing/real-study.test-support.ts";
import { build } from "./testing/vesica.test-support.ts";

const file = "proteomics/mda-mcf10-exosome-maxquant/filtered_protein_groups.csv";
const runs = ["01_MCF10_1_A", "02_MCF10_1_B", "03_MCF10_2_A", "04_MCF10_2_B", "05_MCF10_3_A", "06_MCF10_3_B"];
const all = [...runs, "07_MDA_1_A", "08_MDA_1_B", "09_MDA_2_A", "10_MDA_2_B", "11_MDA_3_A", "12_MDA_3_B"];
const contrast = "MDA-MB-231 / MCF10A";

/** The sheet, with the runs of a culture as one sample or each as its own, and with or without donors. */
function sheet(sampleOf: (run: string, culture: string) => string, hasDonors = true): string {
  const lines = all.map((run) => {
    const [, line, number] = run.split("_") as [string, string, string];
    const culture = `${line} ${number}`;
    const condition = line === "MDA" ? "MDA-MB-231" : "MCF10A";
    return `proteins.csv,${run},${sampleOf(run, culture)},${hasDonors ? culture : ""},${condition}`;
  });
  return ["file,capture,sample,donor,condition", ...lines, ""].join("\n");
}

const yaml = "title: T\ndesign: { reference: MCF10A }\n";
const averaged = sheet((_, culture) => culture);
const run = (samples: string, parameters = "") =>
  realRun({ "proteins.csv": file }, samples, yaml + parameters);

function worst(found: RealRun, expected: typeof golden.averaged): Record<string, number> {
  const rows = expected.first.map(({ feature }) => {
    const row = found.table("proteome-contrast-1").find((one) => (one.feature ?? one.protein) === feature);
    if (row === undefined) throw new Error(`no ${feature}`);
    return row;
  });
  const names = {
    log2FoldChange: "log2FoldChange",
    statistic: "t",
    df: "df",
    p: "p",
    q: "q",
    auc: "auc",
  } as const;
  return Object.fromEntries(
    Object.entries(names).map(([own, theirs]) => [
      own,
      relativeError(
        rows.map((row) => row[own]),
        expected.first.map((row) => row[theirs]),
      ),
    ]),
  );
}

describe.runIf(hasReal(file))("MDA-MB-231 against MCF10A: MaxQuant LFQ, two runs a culture", () => {
  let found: RealRun;
  beforeAll(async () => {
    build();
    found = await run(averaged);
  });

  test("runs of a culture are averaged and moderated t is limma's, for the first twenty and in number", () => {
    expect(found.status).toBe(0);
    expect(found.value("tested", contrast)).toBe(golden.averaged.tested);
    expect(found.value("significant", contrast)).toBe(golden.averaged.significant);
    for (const error of Object.values(worst(found, golden.averaged))) expect(error).toBeLessThan(1e-8);
    const order = found.table("proteome-contrast-1").slice(0, 20);
    expect(order.map((row) => row.feature ?? row.protein)).toEqual(
      golden.averaged.first.map(({ feature }) => feature),
    );
    const up = found
      .table("proteome-contrast-1")
      .filter((row) => row.q !== "" && Number(row.q) < 0.05 && Number(row.log2FoldChange) > 0);
    expect(up).toHaveLength(golden.averaged.up);
  });

  test("n is of cultures: six, two runs each", () => {
    const [row] = found.estimates.filter(({ id }) => id === "proteome.significant");
    expect(row!.n_biological).toBe("6");
    const [sample] = found.estimates.filter(({ id }) => id === "proteome.quantified");
    expect(sample!.n_technical).toBe("2");
  });

  test("missing values, and proteins of one line only with the smallest p that three against three can give", () => {
    expect(relativeError([String(found.value("missingOverall"))], [golden.missing.overall])).toBeLessThan(
      1e-12,
    );
    expect(found.value("complete")).toBe(golden.missing.complete);
    expect(found.value("neverObserved")).toBe(golden.missing.never);
    const onlyIn = found.table("proteome-onOff-1");
    expect(onlyIn.filter((row) => row.onlyIn === "MDA-MB-231")).toHaveLength(golden.onlyIn.MDA);
    expect(onlyIn.filter((row) => row.onlyIn === "MCF10A")).toHaveLength(golden.onlyIn.MCF10A);
    expect(Math.min(...onlyIn.map((row) => Number(row.p)))).toBeCloseTo(0.1, 12);
    expect(found.findings.map(({ rule }) => rule)).toContain("proteome.missing");
  });

  test("twelve runs without a donor: the numbers are limma's, and the doubt is told", async () => {
    const naive = await run(sheet((one) => one, false));
    expect(naive.value("significant", contrast)).toBe(golden.runs.significant);
    for (const error of Object.values(worst(naive, golden.runs as typeof golden.averaged)))
      expect(error).toBeLessThan(1e-8);
    expect(naive.findings.map(({ rule, status }) => [rule, status])).toContainEqual([
      "proteome.design_donors",
      "not reported",
    ]);
  });

  test("twelve runs with the culture as donor: averaged before the test, so the numbers are those of six cultures", async () => {
    const repeated = await run(sheet((one) => one));
    expect(repeated.value("tested", contrast)).toBe(golden.averaged.tested);
    expect(repeated.value("significant", contrast)).toBe(golden.averaged.significant);
    for (const error of Object.values(worst(repeated, golden.averaged))) expect(error).toBeLessThan(1e-8);
    const [row] = repeated.estimates.filter(({ id }) => id === "proteome.significant");
    expect(row!.n_biological).toBe("6");
    expect(row!.flags).toContain("donors_repeat");
  });

  test("imputed values count for no observation, and are found as often as over forty draws of R", async () => {
    const imputed = await run(averaged, "parameters: { proteome: { imputation: down-shifted } }\n");
    const [least, most] = golden.imputed.significant as [number, number];
    expect(imputed.value("tested", contrast)).toBe(golden.imputed.tested[0]);
    expect(imputed.value("significant", contrast)).toBeGreaterThanOrEqual(least);
    expect(imputed.value("significant", contrast)).toBeLessThanOrEqual(most);
    expect(imputed.findings.map(({ rule }) => rule)).toContain("proteome.imputed");
  });
});

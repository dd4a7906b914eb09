import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isAccepted } from "vesica/kernel";
import { deLong } from "vesica/statistics";
import { beforeAll, describe, expect, test } from "vitest";
import golden from "../tools/proteome/magnet.golden.json" with { type: "json" };
import {
  hasReal,
  type RealRun,
  realData,
  realRun,
  relativeError,
} from "./testing/real-study.test-support.ts";
import { build } from "./testing/vesica.test-support.ts";

const folder = "multi-assay/mag-net-plasma-ev";
const matrix = `${folder}/20241213-particlesADPD_pilot-batchadj-Prot.csv`;
const metadata = `${folder}/TPAD HC_AD_PDD_PD-noMCI Plasma - Metadata.csv`;
const rest = "AD against the rest";

/** The sheet, of those columns of the metadata alone that the question needs. */
function sheet(): string {
  const [head, ...lines] = readFileSync(join(realData, metadata), "utf8").trim().split(/\r?\n/);
  const names = head!.replace(/^\ufeff/, "").split(",");
  const wanted = ["Condition", "Cohort", "Tube Type", "Age", "Sex", "Run Order"];
  const rows = lines.flatMap((line) => {
    const cells = line.split(",");
    const of = (name: string) => cells[names.indexOf(name)]!;
    const sample = of("SampleID");
    return /^TPAD1\d{3}$/.test(sample)
      ? [["m.csv", sample, sample, "sample", sample, ...wanted.map(of)].join(",")]
      : [];
  });
  return ["file,capture,sample,role,donor,condition,clinic,tube,age,sex,run order", ...rows, ""].join("\n");
}

const yaml = `title: T
parameters:
  proteome:
    method: rank-sum
    rankSum: asymptotic
    contrasts:
      "${rest}": { test: [AD] }
      "AD against PD-noMCI": { test: [AD], against: [PD-noMCI] }
      "AD against HC, one clinic": { test: [AD], against: [HC], only: { clinic: [Kerchner] } }
`;

describe.runIf(hasReal(matrix, metadata))("Mag-Net: Alzheimer's disease against the rest", () => {
  let found: RealRun;
  let exact: RealRun;
  beforeAll(async () => {
    build();
    found = await realRun({ "m.csv": matrix }, sheet(), yaml);
    exact = await realRun({ "m.csv": matrix }, sheet(), yaml.replace("asymptotic", "exact"));
  });

  test("204 proteins at q < 0.05, 258 by the exact test: counts and smallest q as by R's wilcox.test", () => {
    for (const [one, expected] of [
      [found, golden.adAgainstRest],
      [exact, golden.exact],
    ] as const) {
      expect(one.value("tested", rest)).toBe(expected.tested);
      expect(one.value("significant", rest)).toBe(expected.significant);
      expect(relativeError([String(one.value("smallestQ", rest))], [expected.smallestQ])).toBeLessThan(1e-8);
    }
    expect(golden.adAgainstRest.significant).toBe(204);
  });

  test("the first twenty: order, Hodges-Lehmann shifts, p, q and areas as by R and pROC", () => {
    const rows = found.table("proteome-contrast-1").slice(0, 20);
    const expected = golden.adAgainstRest.rows;
    expect(rows.map(({ feature }) => feature)).toEqual(expected.map(({ feature }) => feature));
    for (const name of ["log2FoldChange", "p", "q", "auc"] as const) {
      const error = relativeError(
        rows.map((row) => row[name]),
        expected.map((row) => row[name]),
      );
      expect(error).toBeLessThan(1e-8);
    }
  });

  test("DeLong's variance and limits of the first twenty areas as by pROC", () => {
    const [head, ...lines] = readFileSync(join(realData, matrix), "utf8").trim().split(/\r?\n/);
    const cells = (line: string) => line.split(",").map((cell) => cell.replaceAll('"', ""));
    const condition = new Map(
      sheet()
        .split("\n")
        .map((line) => [line.split(",")[1]!, line.split(",")[5]!]),
    );
    const isCase = Uint8Array.from(cells(head!).slice(1), (one) => (condition.get(one) === "AD" ? 1 : 0));
    const byName = new Map(lines.map(cells).map(([name, ...values]) => [name!, values]));
    for (const { feature, auc, variance, delong } of golden.adAgainstRest.rows) {
      const scores = Float64Array.from(byName.get(feature)!, Number);
      const area = deLong(scores, isCase);
      if (!isAccepted(area)) throw new Error(feature);
      const { se } = area.value;
      const { lower, upper } = area.value.wald!;
      expect(area.value.auc).toBeCloseTo(auc, 12);
      expect(se * se).toBeCloseTo(variance, 12);
      expect([lower, upper]).toEqual(delong.map((limit) => expect.closeTo(limit, 10)));
    }
  });

  test("the first finding on the contrast: clinic and diagnosis cannot be separated, and the clinic alone finds 190", () => {
    const [first, second] = found.findings.filter(({ group }) => group === rest);
    expect([first!.rule, first!.status]).toEqual(["proteome.design_inseparable", "not met"]);
    expect(first!.message_en).toContain("condition and clinic cannot be separated");
    expect(first!.message_en).toContain(
      "(Kerchner / Poston; 17 / 20 samples, the question ignored) finds 190",
    );
    expect(first!.message_ja).toContain("190");
    expect(second!.message_en).toContain("condition and tube cannot be separated");
    for (const covariate of ["clinic", "tube"] as const) {
      expect(found.value("nuisanceSignificant", rest, covariate)).toBe(golden[covariate].significant);
      expect(found.value("nuisanceShared", rest, covariate)).toBe(golden[covariate].shared);
    }
    expect(found.status).toBe(1);
  });

  test("a contrast that is the clinic again is refused", () => {
    expect(found.told).toContain("[proteome-contrast-aliased]");
    expect(found.estimates.some(({ group }) => group === "AD against PD-noMCI")).toBe(false);
    const finding = found.findings.find(
      ({ group, rule }) => group === "AD against PD-noMCI" && rule === "proteome.design_inseparable",
    );
    expect(finding!.message_en).toContain("The contrast was refused");
  });

  test("within the one clinic that has both, nothing is left", () => {
    expect(found.value("significant", "AD against HC, one clinic")).toBe(golden.oneClinic.significant);
    const smallest = found.value("smallestQ", "AD against HC, one clinic");
    expect(relativeError([String(smallest)], [golden.oneClinic.smallestQ])).toBeLessThan(1e-8);
  });
});

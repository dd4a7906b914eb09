import { beforeAll, describe, expect, test } from "vitest";
import golden from "../tools/proteome/glymreg.golden.json" with { type: "json" };
import { hasReal, type RealRun, realRun, relativeError } from "./testing/real-study.test-support.ts";
import { build } from "./testing/vesica.test-support.ts";

const workbook = "multi-assay/glymreg-exercise-ev/data/long_df_protein.xlsx";
const names = ["time2 / time1", "time3 / time1", "time4 / time1", "female / male, all times"] as const;

function sheet(): string {
  const lines = [1, 2, 3, 4].flatMap((time) =>
    Array.from({ length: 20 }, (_, id) => {
      const donor = `S${String(id).padStart(2, "0")}`;
      return `p.xlsx,${id} time${time},${donor} time${time},${donor},time${time},${id < 10 ? "male" : "female"}`;
    }),
  );
  return ["file,capture,sample,donor,condition,sex", ...lines, ""].join("\n");
}

const yaml = `title: T
imports:
  - match: p.xlsx
    format: proteome.long-table
    columns: { protein: Molecule, run: ID, run2: time, value: Value, scale: linear }
parameters:
  proteome:
    method: mixed-model
    contrasts:
${[2, 3, 4].map((time) => `      "time${time} / time1": { test: [time${time}], against: [time1] }`).join("\n")}
      "${names[3]}": { column: sex, test: [female], against: [male], adjust: [condition] }
`;

describe.runIf(hasReal(workbook))("GLYMREG: four times of twenty people", () => {
  let found: RealRun;
  beforeAll(async () => {
    build();
    found = await realRun({ "p.xlsx": workbook }, sheet(), yaml);
  });

  test("the long workbook is read whole: 518 proteins, 80 samples", () => {
    expect(found.value("proteins")).toBe(518);
    expect(found.estimates.filter(({ id }) => id === "proteome.quantified")).toHaveLength(80);
  });

  test.each(names)("%s: mixed models as by lmerTest within what its optimiser leaves open", (name) => {
    const expected = golden.contrasts[name];
    expect(found.value("tested", name)).toBe(expected.tested);
    expect(found.value("significant", name)).toBe(expected.significant);
    const rows = found.table(`proteome-contrast-${names.indexOf(name) + 1}`);
    expect(rows.filter(({ p }) => Number(p) < 0.05)).toHaveLength(expected.below05);
    const inside = expected.rows.filter(({ between }) => between > 1e-6);
    expect(inside.length).toBeGreaterThan(15);
    const own = inside.map(({ feature }) => rows.find((row) => row.feature === feature)!);
    const limits = {
      log2FoldChange: 1e-8,
      lower: 1e-5,
      upper: 1e-5,
      statistic: 1e-5,
      df: 1e-4,
      p: 1e-4,
      q: 1e-4,
    };
    for (const [column, limit] of Object.entries(limits)) {
      const error = relativeError(
        own.map((row) => row[column]),
        inside.map((row) => row[column as keyof typeof limits]),
      );
      expect(error, column).toBeLessThan(limit);
    }
  });

  test("two times of each person, with a variance between people: p is that of the paired t-test", () => {
    for (const name of names.slice(0, 3) as readonly (keyof typeof golden.contrasts)[]) {
      const paired = golden.contrasts[name].rows.filter(({ between }) => between > 1e-6) as readonly {
        readonly feature: string;
        readonly paired: number;
      }[];
      const rows = found.table(`proteome-contrast-${names.indexOf(name) + 1}`);
      const error = relativeError(
        paired.map(({ feature }) => rows.find((row) => row.feature === feature)!.p),
        paired.map((one) => one.paired),
      );
      expect(error).toBeLessThan(1e-8);
    }
  });

  test("taken for 80 people, the samples would answer with 291 proteins instead of 132: n is 20, and the report says it", () => {
    const name = names[3];
    const [row] = found.estimates.filter(({ id, group }) => id === "proteome.significant" && group === name);
    expect(row!.n_biological).toBe("20");
    expect(found.value("significantIfIndependent", name)).toBe(golden.contrasts[name].independent.moderated);
    const [finding] = found.findings.filter(
      (one) => one.rule === "proteome.design_donors" && one.group === name,
    );
    expect(finding!.message_en).toContain("80 samples come from 20 donors");
    expect(finding!.message_en).toContain(
      `${golden.contrasts[name].independent.moderated} proteins would be called different at q < 0.05 instead of 132`,
    );
  });
});

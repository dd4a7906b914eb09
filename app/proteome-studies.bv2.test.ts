import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import golden from "../tools/proteome/bv2.golden.json" with { type: "json" };
import {
  hasReal,
  type RealRun,
  realData,
  realRun,
  relativeError,
} from "./testing/real-study.test-support.ts";
import { build } from "./testing/vesica.test-support.ts";

const folder =
  "multi-assay/bv2-microglia-ev/BV2_Juliet_EV_Proteome_Analysis/New_Norm_Data_Exosome_Regressed_Outputs/Main Files";
const matrix = `${folder}/BV2 exosome perseus output normalized_9.15.22.csv`;
const contrasts = ["LPS / Control", "IL10 / Control", "TGFB / Control"] as const;

/** Sheet with batches written as the manifest writes them: 1 to 4, which are names and no numbers. */
function sheet(): string {
  const [head] = readFileSync(join(realData, matrix), "utf8").split(/\r?\n/);
  const lines = head!
    .split(",")
    .slice(0, 16)
    .map((capture) => {
      const treatment = /TGFB|IL10|LPS/.exec(capture)?.[0] ?? "Control";
      const batch = /\((\d)\)/.exec(capture)![1]!;
      return `m.csv,${capture},EV ${treatment} ${batch},culture ${batch},${treatment},${batch}`;
    });
  return ["file,capture,sample,donor,condition,batch", ...lines, ""].join("\n");
}

const yaml = `title: T
parameters:
  proteome:
    contrasts:
${contrasts.map((name) => `      "${name}": { test: [${name.split(" ")[0]}], against: [Control], adjust: [batch] }`).join("\n")}
`;

describe.runIf(hasReal(matrix))("BV2: vesicles of treated microglia, a Perseus export", () => {
  let found: RealRun;
  beforeAll(async () => {
    build();
    found = await realRun({ "m.csv": matrix }, sheet(), yaml);
  });

  test("rows that the export marks as contaminants are in no test", () => {
    for (const name of contrasts)
      expect(found.value("notTested", name, "contaminant")).toBe(golden.contaminants);
  });

  test.each(contrasts)("%s with the batch in the model: limma's numbers, nothing at q < 0.05", (name) => {
    const expected = golden.contrasts[name];
    expect(found.value("tested", name)).toBe(expected.tested);
    expect(found.value("significant", name)).toBe(expected.significant);
    const rows = found.table(`proteome-contrast-${contrasts.indexOf(name) + 1}`);
    expect(rows.filter(({ p }) => p !== "" && Number(p) < 0.05)).toHaveLength(expected.below05);
    const first = expected.rows.map(({ feature }) => rows.find((row) => row.feature === feature)!);
    for (const column of ["log2FoldChange", "lower", "upper", "statistic", "p", "q", "auc"] as const) {
      const error = relativeError(
        first.map((row) => row[column]),
        expected.rows.map((row) => row[column]),
      );
      expect(error).toBeLessThan(1e-8);
    }
    expect(rows.slice(0, 20).map(({ feature }) => feature)).toEqual(
      expected.rows.map(({ feature }) => feature),
    );
  });

  test("four cultures are the n of a contrast, and the batch stands for them in the model", () => {
    for (const name of contrasts) {
      const own = found.estimates.filter(({ id, group }) => id === "proteome.significant" && group === name);
      expect(own.map((row) => row.n_biological)).toEqual(["4"]);
      expect(own[0]!.assumptions).not.toContain("equal_block_correlation");
      const [finding] = found.findings.filter(
        ({ rule, group }) => rule === "proteome.design_donors" && group === name,
      );
      expect(finding!.message_en).toContain("8 samples come from 4 donors; a covariate");
    }
  });
});

import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { carryOverLine } from "./comparison/carry-over.ts";
import { enrichment } from "./comparison/enrichment.ts";
import { categoryMask, intensityFraction } from "./markers/contaminants.ts";
import { enrichmentScore, rowMeans } from "./markers/score.ts";
import { magNet, senescence } from "./real-tables.test-support.ts";

const data = process.env.VESICA_DATA ?? "../shared/data";
test.runIf(existsSync(data))("explore", () => {
  for (const t of [
    magNet(`${data}/multi-assay/mag-net-plasma-ev/EV and Plasma Protein Total Areas.csv`),
    senescence(`${data}/proteomics/senescence-ev-sec-fractions/MS2/MS2.csv`),
  ]) {
    const s = enrichmentScore(t.genes, t.ev, t.source);
    if ("value" in s) {
      const p = s.value.pooled;
      console.log(
        p.score,
        s.value.samples.map((x) => x.score),
        s.value.interval,
        p.vesicle.n,
        p.nonVesicle.n,
        p.background,
        p.vesicle.meanZ,
        p.nonVesicle.meanZ,
      );
      console.log(
        p.nonVesicle.markers
          .slice(0, 70)
          .map((m) => `${m.genes.join("/")} ${m.category} ${m.log2Enrichment.toFixed(2)}`)
          .join("; "),
      );
    } else console.log(JSON.stringify(s.issues.map((i) => i.message.en)));
    const mask3 = categoryMask(t.genes, "3");
    const mask3a = categoryMask(t.genes, "3a");
    console.log(
      "n3",
      mask3.reduce((a, b) => a + b, 0),
    );
    for (const m of [mask3, mask3a])
      for (const x of [t.linear.ev, t.linear.source]) {
        const f = intensityFraction(m, x);
        console.log(
          "value" in f ? JSON.stringify([f.value, f.warnings.map((w) => w.code)]) : f.issues[0]!.code,
        );
      }
    for (const m of [mask3, mask3a]) {
      const line = carryOverLine(rowMeans(t.ev), rowMeans(t.source), m);
      console.log(
        "value" in line
          ? JSON.stringify([
              line.value.n,
              line.value.fit.slope.value,
              line.value.fit.intercept.value,
              line.value.fit.residualSd,
              line.value.from,
              line.value.to,
              line.warnings.map((w) => w.message.en),
            ])
          : line.issues[0]!.message.en,
      );
      const e = enrichment(t.ev, t.source, "value" in line ? { line: line.value } : {});
      if ("value" in e) {
        const c: Record<string, number> = {};
        for (const x of e.value) c[x.class] = (c[x.class] ?? 0) + 1;
        console.log(JSON.stringify(c));
        const d: Record<string, number> = {};
        for (const x of e.value) d[String(x.direction)] = (d[String(x.direction)] ?? 0) + 1;
        console.log(JSON.stringify(d));
      }
    }
  }
});

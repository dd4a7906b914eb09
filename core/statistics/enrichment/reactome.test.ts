import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { value, worstError } from "../golden.test-support.ts";
import { gseaPreranked } from "./gsea.ts";
import { overRepresentation } from "./over-representation.ts";
import golden from "./reactome.golden.json" with { type: "json" };

const path = `${process.env.VESICA_DATA ?? "../shared/data"}/catalogues/gene-sets/c2.cp.reactome.symbols.gmt`;
const present = existsSync(path);
if (!present) console.log(`no Reactome gene sets at ${path}: they are not tested`);

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const nameScore = (gene: string) => Number.parseInt(sha256(gene).slice(0, 13), 16) / 2 ** 50 - 2;

describe.runIf(present)("1839 sets of Reactome", () => {
  const text = present ? readFileSync(path, "utf8") : "";
  const sets = text.split("\n").flatMap((line) => {
    const [id, , ...genes] = line.split("\t");
    return id ? [{ id, genes: genes.filter((gene) => gene !== "") }] : [];
  });
  const ids = [...new Set(sets.flatMap(({ genes }) => genes))];
  const raised = new Set(sets.find(({ id }) => id === "REACTOME_TRANSLATION")?.genes);
  const scores = ids.map((gene) => nameScore(gene) + (raised.has(gene) ? 0.8 : 0));

  test("ES and the sizes of the leading edges are gseapy's, and so is NES of the set that was raised", () => {
    expect(sha256(text)).toBe(golden.sha256);
    const found = value(gseaPreranked({ ids, scores }, sets, { permutations: 200, seed: 2 }));
    expect([found.genes, found.sets.length]).toEqual([golden.genes, golden.kept]);
    const es = found.sets.map((set) => set.es);
    expect(worstError(es, golden.es)).toBeLessThan(1e-10);
    expect(found.sets.map((set) => set.leadingEdge.length)).toEqual(golden.edge);
    const translation = found.sets.find(({ id }) => id === "REACTOME_TRANSLATION")!;
    // 4 standard errors of two means of about 100 null scores with an SD of at most 0.3 of their mean
    expect(Math.abs(translation.nes / golden.translation[0]! - 1)).toBeLessThan(4 * 0.3 * Math.sqrt(2 / 80));
    expect(translation.p).toBe(translation.resolution);
  });

  test("over-representation is SciPy's hypergeometric tail", () => {
    const hits = ids.filter((_, i) => scores[i]! > 1.7);
    const found = value(overRepresentation(hits, ids, sets));
    expect([found.background, found.hits]).toEqual([golden.genes, golden.hits]);
    const p = found.sets.map((set) => set.p);
    expect(worstError(p, golden.p)).toBeLessThan(1e-10);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import golden from "../tools/proteome/milk.golden.json" with { type: "json" };
import { hasReal, type RealRun, realRun, relativeError } from "./testing/real-study.test-support.ts";
import { build } from "./testing/vesica.test-support.ts";

const folder = "proteomics/breastmilk-ev-isolation-peaks";
const hao = "catalogues/contaminants-hao";
const universal = "0602_Universal Contaminants.fasta";
const culture = "0602_Cell Culture Contaminants.fasta";
const vesiclepedia = "Vesiclepedia_proteins_240712.csv";
const methods = {
  ExoGAG: ["DB search psm_ExoGAG_ POOL_1.csv", "1_ExoGAG_POOL1"],
  "CD9 IP": ["DB search psm_IP_CD9 POOL_1.csv", "10_ID_CD9_POOL1"],
  SEC: ["DB search psm__SEC_ POOL_1.csv", "7_sec_POOL1"],
  UC: ["DB search psm_UC_ POOL_1.csv", "4_UC_POOL1"],
} as const;
const names = Object.keys(methods) as (keyof typeof methods)[];

describe.runIf(hasReal(`${folder}/${methods.UC[0]}`))("human milk: four isolations, one pool each", () => {
  let found: RealRun;
  beforeAll(async () => {
    build();
    const files = Object.fromEntries(Object.values(methods).map(([file]) => [file, `${folder}/${file}`]));
    const lines = names.map((name) => `${methods[name].join(",")},${name} pool 1,pool 1,${name}`);
    found = await realRun(
      {
        ...files,
        [universal]: `${hao}/Universal protein contaminant FASTA/${universal}`,
        [culture]: `${hao}/Sample-type specific contaminant FASTA/${culture}`,
        [vesiclepedia]: `catalogues/vesiclepedia-2024-accessions/${vesiclepedia}`,
      },
      ["file,capture,sample,donor,condition", ...lines, ""].join("\n"),
      "title: T\n",
    );
  });

  test("entries found and their overlap, as counted apart from it", () => {
    expect(found.status).toBe(0);
    expect(found.value("identifiedUnion")).toBe(golden.union);
    for (const name of names) expect(found.value("identified", name)).toBe(golden.found[name]);
    const pairs = found.estimates.filter(({ id }) => id === "proteome.jaccard");
    expect(pairs).toHaveLength(6);
    for (const { group, value } of pairs) {
      const [a, b] = group!.split(" / ");
      const known = golden.pairs as Record<string, { jaccard: number }>;
      expect(Number(value)).toBeCloseTo((known[`${a} / ${b}`] ?? known[`${b} / ${a}`])!.jaccard, 12);
    }
    const all = found.table("proteome-overlap-1").find((row) => row.conditions!.split(" + ").length === 4);
    expect(Number(all!.proteins)).toBe(golden.inAll);
  });

  test("it says of each file how many of its entries spectra can tell apart", () => {
    const told = /the (\d+) entries are (\d+) proteins/g;
    const pairs = [...found.told.matchAll(told)].map(([, entries, groups]) => [
      Number(entries),
      Number(groups),
    ]);
    expect(pairs.length).toBeGreaterThan(0);
    const expected = names.map((name) => [golden.found[name], golden.distinguishable[name]]);
    for (const pair of pairs) expect(expected).toContainEqual(pair);
  });

  test("shares of the contaminant libraries, of spectra", () => {
    for (const library of [universal, culture] as const)
      for (const name of names) {
        const share = found.value("libraryFraction", `${name} pool 1`, library);
        expect(relativeError([String(share)], [golden.libraries[library][name]])).toBeLessThan(1e-12);
      }
  });

  test("the share in Vesiclepedia beside what a random proteome would give", () => {
    expect(found.value("catalogueShare")).toBeCloseTo(golden.catalogue.share, 12);
    expect(found.value("catalogueExpected")).toBeCloseTo(golden.catalogue.expected, 12);
    expect(found.told).toContain("[proteome-catalogue-union-says-little]");
  });

  test("no test, no categories, and it says why", () => {
    expect(found.table("proteome-contrast-1")).toEqual([]);
    expect(found.findings.map(({ rule, status }) => [rule, status])).toEqual([
      ["proteome.no_replicates", "not met"],
    ]);
    expect(found.told).toContain("[proteome-no-genes]");
    expect(found.estimates.some(({ id }) => id === "proteome.categoryFraction")).toBe(false);
  });
});

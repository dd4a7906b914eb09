import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codes, value, worstError } from "../../../../statistics/golden.test-support.ts";
import type { CatalogueExperiments, EvCatalogue } from "../../measurement.ts";
import { type CatalogueExperiment, chosenExperiments } from "./experiments.ts";
import { matchCatalogue } from "./match.ts";

interface Golden {
  readonly cases: readonly {
    readonly rows: Readonly<Record<string, readonly number[]>>;
    readonly names: number;
    readonly detected: readonly string[];
    readonly experiments: number;
    readonly chosen: readonly number[];
    /** Found, share, coverage, mean and SD. */
    readonly union: readonly number[];
    readonly chosenShare: readonly number[];
    readonly proteins: readonly (readonly number[])[];
  }[];
}

const golden: Golden = JSON.parse(readFileSync(new URL("./match.golden.json", import.meta.url), "utf8"));
const species = "Homo sapiens";

function entry(name: string, experiments: readonly (string | number)[], by = "gene") {
  return {
    gene: by === "gene" ? name : "",
    accession: by === "gene" ? "" : name,
    species,
    experiments: experiments.map(String),
    count: experiments.length,
  };
}
const catalogueOf = (entries: EvCatalogue["entries"], name = "Test"): EvCatalogue => ({
  kind: "catalogue",
  name,
  entries,
  leftOut: [],
});
const experiment = (id: string, more: Partial<CatalogueExperiment> = {}): CatalogueExperiment => ({
  id,
  sample: "Plasma",
  isolation: ["Filtration", "Ultracentrifugation"],
  species,
  pubmed: "",
  year: "",
  identified: ["Protein"],
  vesicleType: "",
  ...more,
});
const tableOf = (experiments: readonly CatalogueExperiment[]): CatalogueExperiments => ({
  kind: "catalogue experiments",
  name: "Test",
  experiments,
});
const genes = (...names: string[]) => names.map((name) => ({ genes: [name], accessions: [] }));

describe("matchCatalogue", () => {
  test.each(golden.cases)(
    "case %#: counts by sets, mean and SD of the hypergeometric distribution (SciPy)",
    (given) => {
      const catalogue = catalogueOf(Object.entries(given.rows).map(([name, ids]) => entry(name, ids)));
      const experiments = tableOf(
        Array.from({ length: given.experiments }, (_, i) =>
          experiment(String(i + 1), { sample: given.chosen.includes(i + 1) ? "Urine" : "Plasma" }),
        ),
      );
      const names = Array.from({ length: given.names }, (_, i) => `GENE${i}`);
      const background = { kind: "names", names } as const;
      const choice = { samples: ["urine"] };
      const question = { species, background, experiments, choice };
      const match = value(matchCatalogue(genes(...given.detected), catalogue, question));
      const numbers = (share: typeof match.union) => [
        share.found,
        share.share,
        share.coverage,
        share.expected,
        share.expectedSd,
      ];
      expect(worstError(numbers(match.union), given.union)).toBeLessThan(1e-12);
      expect(worstError(numbers(match.chosen!), given.chosenShare)).toBeLessThan(1e-12);
      expect(match.chosen!.experiments).toBe(given.chosen.length);
      expect(match.proteins.map(({ count, chosen }) => [count, chosen])).toEqual(given.proteins);
      const bySize = { ...question, background: { kind: "size", size: given.names } as const };
      expect(value(matchCatalogue(genes(...given.detected), catalogue, bySize)).union).toEqual(match.union);
    },
  );

  const size = (count: number) => ({ kind: "size", size: count }) as const;

  test("half of the background in the union: a hit says little", () => {
    const catalogue = catalogueOf([entry("CD9", [1]), entry("ALB", [1, 2])]);
    const found = matchCatalogue(genes("cd9", "X"), catalogue, { species, background: size(4) });
    expect(codes(found)).toEqual(["proteome-catalogue-union-says-little"]);
    expect(value(found).union).toMatchObject({ found: 1, share: 0.5, coverage: 0.5, expected: 1 });
    const issue = "warnings" in found ? found.warnings[0]! : null;
    expect(issue!.message.en).toContain(
      "holds 50 % of the background: of 2 proteins drawn at random, 1 would",
    );
    expect(codes(matchCatalogue(genes("CD9"), catalogue, { species, background: size(5) }))).toEqual([]);
  });

  test("accessions where the catalogue has them: isoforms are one, a group counts by its best known name", () => {
    const catalogue = catalogueOf([
      { ...entry("P04406", [], "accession"), species: "", count: 3 },
      { ...entry("P04406-2", [], "accession"), species: "", count: 2 },
      { ...entry("P60709", [], "accession"), species: "Homo sapiens (Human)", count: 7 },
    ]);
    const detected = [
      { genes: [], accessions: ["P04406-3", "Q00000"] },
      { genes: ["ACTB"], accessions: [] },
      { genes: [], accessions: ["P60709", "P04406"] },
    ];
    const match = value(matchCatalogue(detected, catalogue, { species, background: size(100) }));
    expect(match.by).toBe("accession");
    expect(match.proteins.map(({ count }) => count)).toEqual([3, 0, 7]);
    expect(match.union.coverage).toBe(0.02);
  });

  test("another species' entries do not count; a species the catalogue lacks is refused", () => {
    const catalogue = catalogueOf([entry("CD9", [1]), { ...entry("Cd63", [1]), species: "Mus musculus" }]);
    const match = value(matchCatalogue(genes("CD63"), catalogue, { species, background: size(10) }));
    expect(match.union.found).toBe(0);
    const refusal = matchCatalogue([], catalogue, { species: "Bos taurus", background: size(10) });
    expect(codes(refusal)).toEqual(["proteome-catalogue-no-species"]);
  });

  test("a background smaller than what was drawn from it is refused", () => {
    const catalogue = catalogueOf([entry("CD9", [1]), entry("CD63", [1])]);
    for (const background of [size(1), { kind: "names", names: [] } as const]) {
      const result = matchCatalogue(genes("CD9"), catalogue, { species, background });
      expect(codes(result)).toEqual(["proteome-catalogue-background-small"]);
    }
  });

  test("no like experiment, or a table of another version, is told", () => {
    const catalogue = catalogueOf([entry("CD9", [1, 2])]);
    const question = { species, background: size(10), choice: { samples: ["Saliva"] } };
    const result = matchCatalogue(genes("CD9"), catalogue, {
      ...question,
      experiments: tableOf([experiment("1")]),
    });
    expect(codes(result)).toEqual([
      "proteome-catalogue-experiments-unknown",
      "proteome-catalogue-no-experiments",
    ]);
    expect(value(result)).toMatchObject({ chosen: null, proteins: [{ count: 2, chosen: null }] });
  });

  test("nothing detected has no share", () => {
    const catalogue = catalogueOf([entry("CD9", [1])]);
    expect(value(matchCatalogue([], catalogue, { species, background: size(10) })).union.share).toBeNaN();
  });
});

test("chosenExperiments: any sample, all isolation steps, whole words without case, proteins identified", () => {
  const table = tableOf([
    experiment("1"),
    experiment("2", { sample: "plasma ", isolation: ["ultracentrifugation"] }),
    experiment("3", { sample: "Plasma cells" }),
    experiment("4", { identified: ["mRNA"] }),
    experiment("5", { identified: ["Lipids", "Proteins"], sample: "Serum" }),
    experiment("6", { identified: [], species: "Mus musculus" }),
  ]);
  const ids = (choice: Parameters<typeof chosenExperiments>[1]) =>
    chosenExperiments(table, choice).map(({ id }) => id);
  expect(ids({})).toEqual(["1", "2", "3", "5", "6"]);
  expect(ids({ samples: ["Plasma", "serum"] })).toEqual(["1", "2", "5", "6"]);
  expect(ids({ samples: ["Plasma"], isolation: ["Filtration", "Ultracentrifugation"] })).toEqual(["1", "6"]);
  expect(ids({ samples: ["Plasma"], species: "homo sapiens" })).toEqual(["1", "2"]);
});

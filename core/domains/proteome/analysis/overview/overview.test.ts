import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { worstError } from "../../../../statistics/golden.test-support.ts";
import type { Feature } from "../../measurement.ts";
import type { DataSet } from "../data-sets.ts";
import { heatMapOf, mostProteins } from "./heat-map.ts";
import { overviewOf } from "./overview.ts";

const golden = JSON.parse(readFileSync(new URL("overview.golden.json", import.meta.url), "utf8"));

function feature(row: number, genes: readonly string[] = [`G${row}`], marks: Feature["marks"] = []): Feature {
  return { id: `P${row}`, proteins: [`P${row}`], genes, marks, line: row + 2 };
}

function dataSetOf(
  values: readonly (readonly (number | null)[])[],
  rows: readonly Readonly<Record<string, string>>[],
  features: readonly Feature[] = values.map((_, row) => feature(row)),
): DataSet {
  return {
    name: "d",
    qualifiers: {},
    files: ["m.csv"],
    layer: { name: "LFQ", quantity: "intensity", scale: "linear", normalised: "yes" },
    rolledUp: null,
    features,
    samples: rows.map(({ condition, ...extra }, at) => ({
      name: `s${at}`,
      runs: [at],
      row: {
        line: at + 2,
        file: "m.csv",
        sample: `s${at}`,
        role: "sample",
        ...(condition ? { condition } : {}),
        extra,
      },
    })),
    values: {
      rows: values.length,
      columns: rows.length,
      values: Float64Array.from(values.flat().map((value) => value ?? Number.NaN)),
    },
    unusedRuns: 0,
    decoys: 0,
  };
}

const parameters = { covariates: undefined, markers: "misev2018", level: 0.95 } as const;
const given = dataSetOf(
  golden.data,
  golden.condition.map((condition: string, at: number) => ({
    condition,
    site: golden.site[at],
    age: String(golden.age[at]),
    dose: String(golden.dose[at]),
    own: `only ${at}`,
    replicate: "1",
  })),
);
const overview = overviewOf(given, given, [], parameters);

describe("the overview of a data set, against NumPy and SciPy", () => {
  test("components are those of the complete rows, and columns explain shares of them", () => {
    const { components } = overview;
    expect([components!.proteins, components!.of]).toEqual([golden.components.proteins, 40]);
    expect(worstError(components!.explained, golden.components.explained)).toBeLessThan(1e-12);
    expect(worstError(components!.scores.flat(), golden.components.scores.flat())).toBeLessThan(1e-11);
    const of = (name: string) => components!.columns.find(({ column }) => column === name)!;
    expect(worstError(of("site").shares as number[], golden.components.site)).toBeLessThan(1e-11);
    expect(worstError(of("site").p as number[], golden.components.siteP)).toBeLessThan(1e-9);
    expect(worstError(of("age").shares as number[], golden.components.age)).toBeLessThan(1e-10);
  });

  test("pairs of columns: Cramer's V, eta, r", () => {
    const strengths = new Map(
      overview.pairs.map(({ first, second, strength }) => [`${first} ${second}`, strength!]),
    );
    const names = Object.keys(golden.pairs);
    expect(
      worstError(
        names.map((name) => strengths.get(name)!),
        names.map((name) => golden.pairs[name]),
      ),
    ).toBeLessThan(1e-13);
    expect(overview.pairs.map(({ measure }) => measure)).toEqual(["V", "eta", "eta", "eta", "eta", "r"]);
    expect(overview.columns).toEqual(["condition", "site", "age", "dose"]);
  });

  test("z-scores of the rows of greatest variance, with Ward's trees of both sides", () => {
    const [map] = overview.heatMaps;
    const expected = golden.heatMap;
    expect(map!.proteins).toEqual(expected.rows.map((row: number) => `G${row}`));
    expect(map!.z.flat().map((z) => z === null)).toEqual(
      expected.z.flat().map((z: number | null) => z === null),
    );
    const numbers = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
    expect(worstError(numbers(map!.z.flat()), numbers(expected.z.flat()))).toBeLessThan(1e-12);
    expect(worstError(map!.proteinTree!.heights, expected.proteinHeights)).toBeLessThan(1e-12);
    expect(worstError(map!.sampleTree!.heights, expected.sampleHeights)).toBeLessThan(1e-12);
  });

  test("ranks are those of the means of what was observed, by condition", () => {
    for (const { condition, curve, proteins } of overview.ranks) {
      const expected: number[] = golden.ranks[condition!];
      expect([curve.length, proteins]).toEqual([expected.length, expected.length]);
      expect(
        worstError(
          curve.map(({ mean }) => mean),
          expected,
        ),
      ).toBeLessThan(1e-14);
    }
  });

  test("detection by equal steps of mean abundance", () => {
    const { bins, proteins } = overview.detection!;
    expect(proteins).toBe(golden.ranks.a.length);
    const found = bins.flatMap((bin) => [bin.mean, bin.proteins, bin.observed]);
    expect(worstError(found, golden.bins.flat())).toBeLessThan(1e-13);
  });
});

test("markers are of categories 1 and 2a, contaminants of 3 and 4 or marked, each at its rank", () => {
  const genes = ["CD63", "ALB", "KRT1", "PDCD6IP", "NOBODY", "CANX"];
  const features = genes.map((gene, row) => feature(row, [gene], gene === "KRT1" ? ["contaminant"] : []));
  const values = genes.map((_, row) => [30 - row, 30.5 - row]);
  const [all] = overviewOf(
    dataSetOf(values, [{}, {}], features),
    dataSetOf(values, [{}, {}], features),
    [],
    parameters,
  ).ranks;
  expect(all!.named.map(({ name, rank, kind }) => `${rank} ${name} ${kind}`)).toEqual([
    "1 CD63 marker",
    "2 ALB contaminant",
    "3 KRT1 producer",
    "4 PDCD6IP marker",
    "6 CANX contaminant",
  ]);
});

test("a curve of many proteins is thinned with its ends exact", () => {
  const values = Array.from({ length: 1001 }, (_, row) => [row, row + 0.5]);
  const set = dataSetOf(values, [{}, {}]);
  const { curve } = overviewOf(set, set, [], parameters).ranks[0]!;
  expect(curve.length).toBeLessThanOrEqual(241);
  expect([curve[0], curve.at(-1)]).toEqual([
    { rank: 1, mean: 1000.25 },
    { rank: 1001, mean: 0.25 },
  ]);
});

describe("a heat map", () => {
  const set = dataSetOf(
    [
      [1, 1, 1, 1],
      [1, 2, 3, 4],
      [null, null, null, 4],
      [4, 3, null, 1],
      [null, null, 1, 2],
    ],
    [{}, {}, {}, {}],
  );

  test("leaves out rows that do not vary or were seen in under half of the samples", () => {
    expect(heatMapOf(null, [0, 1, 2, 3, 4], [0, 1, 2, 3], set)!.proteins).toEqual(["G1", "G3", "G4"]);
    expect(heatMapOf(null, [0, 1], [0, 1, 2, 3], set)).toBeNull();
    expect(heatMapOf(null, [1, 3], [2], set)).toBeNull();
  });

  test("takes the first 40 candidates", () => {
    const rows = Array.from({ length: 60 }, (_, row) => [row, 2 * row + 1, -row]);
    const many = heatMapOf("c", rows.keys(), [0, 1, 2], dataSetOf(rows, [{}, {}, {}]));
    expect(many!.proteins).toHaveLength(mostProteins);
    expect(many!.proteins.at(-1)).toBe("G39");
  });
});

test("too little data has no components, no detection and no map", () => {
  const one = dataSetOf([[1], [2], [3], [4]], [{}]);
  const { components, detection, heatMaps, pairs } = overviewOf(one, one, [], parameters);
  expect([components, detection, heatMaps, pairs]).toEqual([null, null, [], []]);
  const none = dataSetOf([], [{}, {}, {}]);
  expect(overviewOf(none, none, [], parameters)).toMatchObject({
    components: null,
    detection: null,
    ranks: [],
  });
});

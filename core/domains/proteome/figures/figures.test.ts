import { beforeAll, describe, expect, test } from "vitest";
import { type Figure, languages } from "../../../kernel/index.ts";
import {
  type AnalysedProteome,
  analysed,
  type Cells,
  rowsOf,
  twinStudy,
  values,
} from "../analysis/run-study.test-support.ts";
import type { ProteomeStudySummary } from "../analysis/study-summary.ts";
import { log2MatrixText, maxquantText, type ProteomeTruth } from "../twins/index.ts";

type Data = readonly Readonly<Record<string, unknown>>[];
const summary = ({ result }: AnalysedProteome) => result.study.summary as unknown as ProteomeStudySummary;
const ids = ({ figures }: AnalysedProteome) => figures.map(({ id }) => id.replace("proteome.", ""));
function figureOf({ figures }: AnalysedProteome, id: string): Figure {
  const found = figures.find((figure) => figure.id === `proteome.${id}`);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
const six = (value: number) => Number(value.toPrecision(6));

const confounded: Partial<ProteomeTruth> & Pick<ProteomeTruth, "seed"> = {
  seed: 5,
  sides: [
    { condition: "control", donors: 6 },
    { condition: "case", donors: 6 },
  ],
  batch: { share: 0.5, effect: 1.5, confounding: 0.7 },
};

describe("a study of two conditions in two batches", () => {
  let found: AnalysedProteome;
  beforeAll(async () => {
    found = await analysed(twinStudy(confounded, maxquantText, "proteinGroups.txt"));
  });
  const table = () => rowsOf(found.tables.find(({ id }) => id === "proteome.contrast")!);

  test("every figure has its words in every language", () => {
    expect(found.figures.length).toBeGreaterThan(6);
    expect(new Set(ids(found)).size).toBe(found.figures.length);
    for (const { title, description } of found.figures)
      for (const language of languages) {
        expect(title[language]).not.toBe("");
        expect(description[language]).not.toMatch(/undefined|NaN|null|Infinity|\{/);
      }
  });

  test("the volcano draws every row of the table with q below the limit, at its difference and -log10 p", () => {
    const { data } = figureOf(found, "volcano.1");
    const hits = [...table().values()].filter(({ q }) => q! < 0.05);
    expect(hits.length).toBeGreaterThan(10);
    expect(hits).toHaveLength(values(found, "significant")[0]!);
    const expected = hits.map(({ log2FoldChange, p }) => ({
      x: six(log2FoldChange!),
      y: six(-Math.log10(p!)),
      side: log2FoldChange! < 0 ? "second" : "first",
    }));
    expect(data.hits).toEqual(expected);
    const limit = Math.min(...hits.map(({ p }) => -Math.log10(p!)));
    expect(data.limits).toMatchObject([{ y: six(limit), text: "q < 0.05" }]);
  });

  test("the MA plot has the mean abundance of the same rows", () => {
    const { data } = figureOf(found, "meanDifference.1");
    const hits = [...table().values()].filter(({ q }) => q! < 0.05);
    expect((data.hits as Data).map(({ x }) => x)).toEqual(
      hits.map(({ meanAbundance }) => six(meanAbundance!)),
    );
  });

  test("volcano, heat map and design say from what the contrast cannot be separated", () => {
    const [contrast] = summary(found).contrasts;
    const nuisance = contrast!.nuisances.find(({ covariate }) => covariate === "batch")!;
    const sentence = `Not separable from batch: batch alone finds ${nuisance.significant}, this contrast ${contrast!.significant}`;
    for (const id of ["volcano.1", "meanDifference.1", "heatMap.1"])
      expect(figureOf(found, id).description.en).toContain(sentence);
    expect(figureOf(found, "volcano.1").spec.en.title).toMatchObject({ text: [sentence] });
    expect(figureOf(found, "design").data.cells).toMatchObject([
      { column: "batch", text: expect.stringContaining("✕") },
    ]);
  });

  test("the counts of the guard stand by level and side", () => {
    const { counts } = summary(found).contrasts[0]!.guard.find(({ covariate }) => covariate === "batch")!;
    const cells = figureOf(found, "sides.1").data.cells as Data;
    expect(cells.map(({ samples }) => samples)).toEqual(counts!.flatMap(({ samples }) => samples));
    expect(cells.map(({ row }) => row)).toEqual(
      counts!.flatMap(({ level }) => [`✕ batch: ${level}`, `✕ batch: ${level}`]),
    );
  });

  test("samples stand at their first two components, shaped by the gravest column", () => {
    const [overview] = summary(found).overviews;
    const points = figureOf(found, "components.1").data.samples as Data;
    expect(points.map(({ x, y }) => [x, y])).toEqual(
      overview!.components!.scores.map(([x, y]) => [six(x!), six(y!)]),
    );
    expect(points.map(({ shape }) => shape)).toEqual(overview!.samples.map(({ cells }) => cells.batch));
    expect(figureOf(found, "components.1").description.en).toContain("Shapes: batch");
  });

  test("shares missing are those of the estimates", () => {
    const shares = (figureOf(found, "missingness.1").data.samples as Data).map(({ missing }) => missing);
    const own = values(found, "missingFraction").map((share) => six(100 * share));
    expect([...shares].sort()).toEqual(own.sort());
  });

  test("the heat map's brackets begin at its cells and end at one", () => {
    const [map] = summary(found).overviews[0]!.heatMaps;
    const { branches, cells } = figureOf(found, "heatMap.1").data as { branches: Data; cells: Data };
    expect(cells).toHaveLength(map!.proteins.length * map!.samples.length);
    const merges = new Set(branches.map(({ branch }) => branch));
    expect(merges.size).toBe(map!.proteins.length + map!.samples.length - 2);
    const [corner] = map!.sampleTree!.order;
    const [first] = map!.proteinTree!.order;
    expect(cells[0]).toMatchObject({ x: 0, y: 0, z: six(map!.z[first!]![corner!]!) });
  });

  test("ranks fall, and those named are of the overview", () => {
    const { ranks } = summary(found).overviews[0]!;
    expect(ranks.map(({ condition }) => condition)).toEqual(["control", "case"]);
    for (const { curve, named, proteins } of ranks) {
      expect(curve.map(({ rank }) => rank)).toEqual(curve.map(({ rank }) => rank).sort((a, b) => a - b));
      expect([curve[0]!.rank, curve.at(-1)!.rank]).toEqual([1, proteins]);
      expect(curve.every(({ mean }, at) => at === 0 || mean <= curve[at - 1]!.mean)).toBe(true);
      expect(new Set(named.map(({ kind }) => kind))).toEqual(new Set(["marker", "contaminant", "producer"]));
    }
    const points = figureOf(found, "ranks.1").data.points as Data;
    const drawn = ranks.flatMap(({ named }) => named.map(({ rank }) => rank));
    expect(points.every(({ rank }) => drawn.includes(rank as number))).toBe(true);
  });
});

/** A matrix of log2 values: `shift` rows differ between the first and the second half of the runs. */
function matrix(runs: readonly string[], rows: number, shift: number): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = runs.map((_, run) => {
      const noise = ((row * 7919 + run * 104_729 + row * run * 31) % 1009) / 1009;
      return (20 + (row % 9) + noise + (row < shift && run * 2 < runs.length ? 4 : 0)).toFixed(6);
    });
    return [`P${String(10_000 + row)}`, ...cells].join(",");
  });
  return new TextEncoder().encode(`${[["Protein", ...runs].join(","), ...lines].join("\n")}\n`);
}

async function plain(rows: readonly Cells[], proteins: number, shift = 3, parameters = {}) {
  const runs = rows.map(({ capture }) => capture!);
  const files = [{ name: "m.csv", bytes: matrix(runs, proteins, shift) }];
  return analysed({ files, rows: rows.map((row) => ({ file: "m.csv", ...row })), parameters });
}
const samples = (n: number, of: (at: number) => Cells): Cells[] =>
  Array.from({ length: n }, (_, at) => ({ capture: `r${at}`, sample: `s${at}`, donor: `d${at}`, ...of(at) }));
const half = (n: number) => (at: number) => ({ condition: at * 2 < n ? "a" : "b" });

describe("what is drawn of much", () => {
  test("all hits, and of the others one of each spot, at most 3,000; the description says how many", async () => {
    const found = await plain(samples(8, half(8)), 4000, 40);
    const { data, description } = figureOf(found, "volcano.1");
    const all = [...rowsOf(found.tables.find(({ id }) => id === "proteome.contrast")!).values()];
    const tested = all.filter(({ p }) => Number.isFinite(p));
    const hits = tested.filter(({ q }) => q! < 0.05);
    expect(data.hits).toHaveLength(hits.length);
    expect(data.others!.length).toBeLessThanOrEqual(3000);
    expect(description.en).toContain(
      `Of the ${tested.length - hits.length} others ${data.others!.length} are drawn`,
    );
  });

  test("six contrasts have figures of their own, and three a heat map", async () => {
    const found = await plain(
      samples(15, (at) => ({ condition: `c${at % 5}` })),
      40,
      0,
    );
    expect(ids(found).filter((id) => id.startsWith("volcano"))).toHaveLength(6);
    expect(ids(found).filter((id) => id.startsWith("heatMap"))).toHaveLength(3);
    expect(figureOf(found, "volcano.6").description.en).toContain("4 more are in the tables");
    expect(figureOf(found, "ranks.1").description.en).toContain("The first 4 of 5 conditions");
  });

  test("a heat map has at most 60 samples and says how many it leaves out", async () => {
    const found = await plain(samples(80, half(80)), 30);
    const { data, description } = figureOf(found, "heatMap.1");
    expect(new Set((data.cells as Data).map(({ x }) => x)).size).toBe(60);
    expect(description.en).toContain("20 more are left out");
  });
});

describe("what a study lacks", () => {
  test("without quantities there is no figure", async () => {
    expect((await analysed({ files: [], rows: [] })).figures).toEqual([]);
  });

  test("one sample has ranks alone", async () => {
    expect(
      ids(
        await plain(
          samples(1, () => ({})),
          12,
        ),
      ),
    ).toEqual(["ranks.1"]);
  });

  test("without conditions all samples stand together, with the proteins of greatest variance", async () => {
    const found = await plain(
      samples(6, () => ({})),
      30,
    );
    expect(ids(found)).toEqual(expect.arrayContaining(["components.1", "heatMap.1", "ranks.1"]));
    expect(ids(found).filter((id) => /volcano|sides|design/.test(id))).toEqual([]);
    expect(figureOf(found, "heatMap.1").title.en).toBe("Proteins that vary most");
    expect(summary(found).overviews[0]!.ranks.map(({ condition }) => condition)).toEqual([null]);
  });

  test("without genes no marker is said to be absent", async () => {
    const { description, data } = figureOf(await plain(samples(6, half(6)), 30), "ranks.1");
    expect(description.en).toContain("names no genes");
    expect(description.en).not.toContain("no vesicle markers");
    expect(data.points).toEqual([]);
  });

  test("a contrast without hits has no limit line", async () => {
    const found = await plain(samples(6, half(6)), 30, 0);
    expect(figureOf(found, "volcano.1").data).toMatchObject({ hits: [], limits: [], names: [] });
  });

  test("a contrast that the guard refused has its counts and no volcano", async () => {
    const found = await plain(
      samples(8, (at) => ({ ...half(8)(at), site: at < 4 ? "x" : "y" })),
      30,
    );
    expect(ids(found)).toEqual(expect.arrayContaining(["design", "sides.1"]));
    expect(ids(found).filter((id) => id.startsWith("volcano"))).toEqual([]);
    expect(figureOf(found, "design").data.cells).toMatchObject([{ text: "✕ 0 %" }]);
  });
});

test("two data sets have figures each, named after them", async () => {
  const rows = samples(6, () => ({}));
  const runs = rows.map(({ capture }) => capture!);
  const sets = ["one", "two"];
  const found = await analysed({
    files: sets.map((set, at) => ({ name: `${set}.csv`, bytes: matrix(runs, 30 + at, 3) })),
    rows: sets.flatMap((set) => rows.map((row) => ({ file: `${set}.csv`, ...row, "data set": set }))),
  });
  const named = found.figures.flatMap(({ id, title }) => (id.includes("ranks") ? title.en : []));
  expect(named).toEqual(["Proteins by abundance: one", "Proteins by abundance: two"]);
  expect(summary(found).overviews.map(({ ranks }) => ranks[0]!.proteins)).toEqual([30, 31]);
  expect(new Set(ids(found)).size).toBe(found.figures.length);
});

test("names are data or plain text, never part of an expression", async () => {
  const hostile = `'"]; datum.x = 1; ["'`;
  const found = await plain(
    samples(8, (at) => ({
      sample: `${hostile}${at}`,
      condition: at < 4 ? hostile : "constructor",
      [hostile]: at % 3 === 0 ? hostile : "x",
    })),
    60,
    10,
  );
  const expressions = (value: unknown): string[] =>
    value === null || typeof value !== "object"
      ? []
      : Object.entries(value).flatMap(([key, member]) =>
          ["filter", "labelExpr", "expr", "test", "calculate"].includes(key) && typeof member === "string"
            ? [member]
            : expressions(member),
        );
  const all = found.figures.flatMap(({ spec }) =>
    languages.flatMap((language) => expressions(spec[language])),
  );
  expect(all.length).toBeGreaterThan(4);
  expect(all.filter((one) => one.includes("datum.x") || one.includes("constructor"))).toEqual([]);
});

test("the same study gives the same figures, whatever the order of its file's rows", async () => {
  const study = twinStudy(confounded, log2MatrixText, "m.csv");
  expect((await analysed(study)).figures).toEqual((await analysed(study)).figures);
});

import { describe, expect, test } from "vitest";
import {
  contaminantLibraryText,
  diannMatrixText,
  diannReportText,
  log2MatrixText,
  maxquantText,
  type ProteomeTruth,
} from "../twins/index.ts";
import { analysed, contrastRows, twinStudy, values } from "./run-study.test-support.ts";

const file = "proteinGroups.txt";
const small: Partial<ProteomeTruth> = { proteins: 150 };
const six = ["control", "case"].map((condition) => ({ condition, donors: 6 }));
const study = (truth: Partial<ProteomeTruth>, parameters = {}, seed = 1) =>
  twinStudy({ ...small, ...truth, seed }, maxquantText, file, parameters);

describe("every format gives the same answer for one truth", () => {
  test.each([
    ["report.pg_matrix.tsv", diannMatrixText],
    ["report.tsv", diannReportText],
    ["matrix.csv", log2MatrixText],
  ] as const)("%s against proteinGroups.txt, whose intensities have five figures", async (name, write) => {
    const given = { ...small, seed: 4, contaminants: null };
    const one = contrastRows(await analysed(twinStudy(given, maxquantText, file)));
    const other = contrastRows(await analysed(twinStudy(given, write, name)));
    expect(other.size).toBe(one.size);
    for (const [protein, { log2FoldChange, p }] of other) {
      const own = one.get(protein)!;
      if (Number.isNaN(p)) expect(own.p).toBeNaN();
      else {
        expect(Math.abs(log2FoldChange! - own.log2FoldChange!)).toBeLessThan(1e-4);
        expect(Math.abs(p! - own.p!)).toBeLessThan(1e-3);
      }
    }
  });
});

describe("what n counts", () => {
  const biological = (result: Awaited<ReturnType<typeof analysed>>) =>
    new Set(
      result.estimates
        .filter(
          ({ subject }) =>
            subject.level === "group" && "group" in subject && subject.group === "case / control",
        )
        .map(({ n }) => n.biological),
    );

  test("technical runs leave the donors what they are", async () => {
    const one = await analysed(study({}));
    const three = await analysed(study({ runsPerSample: 3 }));
    expect([...biological(one)]).toEqual([8]);
    expect([...biological(three)]).toEqual([8]);
    const runs = (result: typeof one) =>
      new Set(result.estimates.filter(({ id }) => id === "proteome.quantified").map(({ n }) => n.technical));
    expect([[...runs(one)], [...runs(three)]]).toEqual([[1], [3]]);
    const df = (result: typeof one) =>
      Math.max(...[...contrastRows(result).values()].map((row) => row.firstObserved!));
    expect([df(one), df(three)]).toEqual([4, 4]);
  });

  test("samples of one donor leave the donors what they are, and donors on both sides count once", async () => {
    const repeats = await analysed(study({ samplesPerDonor: 3 }));
    expect([...biological(repeats)]).toEqual([8]);
    expect(repeats.tables.find(({ id }) => id === "proteome.contrast")!.assumptions).toContain(
      "repeats_averaged",
    );
    const pairs = await analysed(study({ pairedDonors: true }));
    expect([...biological(pairs)]).toEqual([4]);
    expect(pairs.tables.find(({ id }) => id === "proteome.contrast")!.assumptions).toContain(
      "donors_with_themselves",
    );
  });
});

describe("a batch beside the question", () => {
  const batch = { share: 0.4, effect: 1.5 };
  const at = (confounding: number) => study({ sides: six, batch: { ...batch, confounding } });

  test("balanced, it gives no finding", async () => {
    const { findings, codes } = await analysed(at(0));
    expect(findings.filter(({ rule }) => rule.startsWith("proteome.design"))).toEqual([]);
    expect(codes).toEqual([]);
  });

  test("confounded, it cannot be separated, and the proteins that it alone finds stand beside the answer", async () => {
    const result = await analysed(at(0.67));
    const [first] = result.findings;
    expect([first!.rule, first!.severity]).toEqual(["proteome.design_inseparable", "fail"]);
    expect(values(result, "nuisanceSignificant")[0]).toBeGreaterThan(10);
    expect(result.estimates.find(({ id }) => id === "proteome.significant")!.flags).toContain("confounded");
  });

  test("adjusting for it gives back the error rate that it takes where values are missing at random, over 20 studies", async () => {
    const contrast = { test: ["case"], against: ["control"] };
    const wrong = async (adjust: readonly string[], seed: number) => {
      const parameters = { contrasts: { "case / control": { ...contrast, adjust: [...adjust] } } };
      const detection = { midpoint: 0, slope: 0, random: 0.03 };
      const own = { ...batch, confounding: 0.67 };
      const truth = { sides: six, batch: own, serum: null, decoys: 0, detection };
      const given = study(truth, parameters, seed);
      const calls = [...contrastRows(await analysed(given))].filter(([, { q }]) => q! < 0.05);
      const real = new Map(given.twin.proteins.map((one) => [one.accession, one.log2FoldChange[1]]));
      return calls.filter(([protein]) => real.get(protein) === 0).length / Math.max(1, calls.length);
    };
    const mean = async (adjust: readonly string[]) => {
      let sum = 0;
      for (let seed = 1; seed <= 20; seed++) sum += await wrong(adjust, seed);
      return sum / 20;
    };
    expect(await mean([])).toBeGreaterThan(0.3);
    expect(await mean(["batch"])).toBeLessThan(0.07);
  }, 60_000);

  test("fully aliased, the contrast is refused and no table is made", async () => {
    const { codes, tables, findings } = await analysed(at(1));
    expect(codes).toEqual(["proteome-contrast-aliased"]);
    expect(tables.filter(({ id }) => id === "proteome.contrast")).toEqual([]);
    expect(findings[0]!.rule).toBe("proteome.design_inseparable");
  });
});

test("loads come back: what the producer marks, category 3, and the library by accession", async () => {
  const given = study({});
  const library = { name: "contaminants.tsv", bytes: contaminantLibraryText(given.twin) };
  const { estimates } = await analysed({ ...given, files: [...given.files, library] });
  const found = (id: string, sample: string, category?: string) =>
    estimates.find(
      (one) =>
        one.id === id &&
        one.subject.level === "sample" &&
        one.subject.sample === sample &&
        (category === undefined || one.qualifiers.category === category),
    )!.value;
  for (const { name, loads } of given.twin.samples) {
    expect(found("proteome.markedFraction", name)).toBeCloseTo(loads.contaminant, 4);
    expect(found("proteome.libraryFraction", name)).toBeCloseTo(loads.contaminant, 4);
    const third = found("proteome.categoryFraction", name, "3");
    expect(third).toBeGreaterThan(loads.serum - 1e-4);
    expect(third).toBeLessThan(loads.serum + loads.contaminant);
  }
});

describe("what missing values depend on", () => {
  const verdict = async (detection: ProteomeTruth["detection"], seed: number) => {
    const { steps } = await analysed(study({ detection, proteins: 300 }, {}, seed));
    const { parameters } = steps.find(({ operation }) => operation.id === "proteome.missingness")!;
    return (parameters as { verdict: string }).verdict;
  };
  const seeds = Array.from({ length: 10 }, (_, at) => at + 1);

  test("lost by size: consistent with left-censoring in every study", async () => {
    const found = await Promise.all(
      seeds.map((seed) => verdict({ midpoint: 23, slope: 1.5, random: 0.02 }, seed)),
    );
    expect(new Set(found)).toEqual(new Set(["consistent with left-censoring"]));
  });

  test("lost at random: no relation seen, in at least eight of ten studies", async () => {
    const found = await Promise.all(
      seeds.map((seed) => verdict({ midpoint: 0, slope: 0, random: 0.15 }, seed)),
    );
    expect(found.filter((one) => one === "no relation with abundance seen").length).toBeGreaterThanOrEqual(8);
  });
});

test.each(["down-shifted", "min-prob", "qrilc", "k-nearest"])(
  "%s changes no value that was observed",
  async (imputation) => {
    const before = contrastRows(await analysed(study({})));
    const result = await analysed(study({}, { imputation }));
    const after = contrastRows(result);
    const complete = [...before].filter(([, row]) => row.firstObserved === 4 && row.secondObserved === 4);
    expect(complete.length).toBeGreaterThan(80);
    for (const [protein, row] of complete)
      expect(after.get(protein)!.log2FoldChange).toBe(row.log2FoldChange);
    const [share] = values(result, "imputedFraction");
    expect(share).toBeGreaterThan(0.01);
    expect(values(result, "notTested").reduce((sum, n) => sum + n, 0)).toBeLessThan(15);
  },
);

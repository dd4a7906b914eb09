import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AnyOperation } from "../../../kernel/index.ts";
import { runOperation } from "../../../study/index.ts";
import {
  adjustP,
  compareAuc,
  contaminantFraction,
  designPower,
  gsea,
  markerCategory,
  markerPanel,
  maxLfq,
  mixedModel,
  moderatedT,
  normalise,
  nsaf,
  overRepresentation,
  proteinScore,
  rankSum,
  rocCurve,
} from "./index.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
type Answer = any;

/** What the operation gives through the door that commands, forms and notebooks use. */
function answerOf(
  operation: AnyOperation,
  input: unknown = operation.example!.input,
  parameters = {},
): Answer {
  const result = runOperation(operation, { input: input as never, parameters });
  if ("issues" in result) throw new Error(result.issues.map(({ code }) => code).join(", "));
  return result.value.value as Answer;
}

function codesOf(operation: AnyOperation, input: unknown, parameters = {}): string[] {
  const result = runOperation(operation, { input: input as never, parameters });
  return "issues" in result ? result.issues.map(({ code }) => code) : ["accepted"];
}

const near = (found: number, want: number, tolerance = 1e-6) =>
  expect(Math.abs(found / want - 1), `${found} for ${want}`).toBeLessThan(tolerance);
const allNear = (found: readonly number[], want: readonly number[], tolerance = 1e-6) => {
  expect(found.length).toBe(want.length);
  for (const [at, one] of want.entries()) near(found[at]!, one, tolerance);
};
const column = (rows: readonly Answer[], name: string) => rows.map((row) => row[name]!);

describe("quantities", () => {
  test("TV-E1 NSAF of three proteins", () => {
    const { proteins } = answerOf(nsaf);
    allNear(column(proteins, "nsaf"), [0.339056, 0.321888, 0.339056], 2e-6);
  });

  test("a protein without a count has no NSAF and is not in the sum", () => {
    const { proteins } = answerOf(nsaf, {
      proteins: [
        { protein: "A", count: 100, length: 100 },
        { protein: "B", count: null, length: 100 },
        { protein: "C", count: 300, length: 100 },
      ],
    });
    expect(column(proteins, "nsaf")).toEqual([0.25, null, 0.75]);
  });

  test("MaxLFQ keeps the ratios of consistent peptides and the summed intensity", () => {
    const values = (peptide: number) => [100 * peptide, 200 * peptide, 400 * peptide];
    const { proteins } = answerOf(maxLfq, {
      precursors: [1, 2, 5].map((k) => ({ protein: "P", precursor: `p${k}`, values: values(k) })),
    });
    const profile = proteins[0].log2;
    near(profile[1]! - profile[0]!, 1);
    near(profile[2]! - profile[0]!, 2);
    near(
      (profile as number[]).reduce((sum, one) => sum + 2 ** one, 0),
      8 * 700,
    );
  });

  test("MaxLFQ takes 0 and empty alike as not measured, and a pair without shared peptides gives nothing", () => {
    const precursors = [
      { protein: "P", precursor: "a", values: [100, 200, 0] },
      { protein: "P", precursor: "b", values: [50, 100, null] },
    ];
    const { proteins } = answerOf(maxLfq, { precursors });
    expect(proteins[0].log2[2]).toBeNull();
    expect(
      codesOf(maxLfq, { precursors: [{ protein: "P", precursor: "a", values: [1] }, precursors[0]] }),
    ).toEqual(["proteome-rows-differ"]);
  });

  test("normalising by a core set or particle numbers needs them", () => {
    const { proteins } = normalise.example!.input as Answer;
    expect(codesOf(normalise, { proteins, core: ["X"] }, { method: "core-set" })).toEqual([
      "proteome-core-not-found",
    ]);
    expect(codesOf(normalise, { proteins, factors: [1, 2] }, { method: "factor" })).toEqual([
      "proteome-rows-differ",
    ]);
    const found = answerOf(normalise, { proteins, factors: [1e9, 2e9, 4e9] }, { method: "factor" });
    allNear(column(found.offsets, "offset").slice(0, 1), [-1], 1e-12);
  });
});

describe("TV-E2 moderated t", () => {
  const moderated = [0.0832663, 0.1002629, 0.1240582, 0.1546521, 0.0764676, 0.1920446, 0.1036622, 0.0866656];

  test("prior, moderated variances, t, df and p of the legacy method, and of the current one at equal df", () => {
    for (const method of ["legacy", "current"]) {
      const { priorDf, priorVariance, proteins } = answerOf(moderatedT, undefined, { method });
      near(priorDf, 7.7670506, 1e-8);
      near(priorVariance, 0.1055482, 1e-6);
      allNear(column(proteins, "moderatedVariance"), moderated, 2e-6);
      allNear(column(proteins, "variance"), [0.04, 0.09, 0.16, 0.25, 0.02, 0.36, 0.1, 0.05], 1e-12);
      near(proteins[0].t, 4.244349, 2e-7);
      near(proteins[0].df, 11.76705, 1e-7);
      near(proteins[0].p, 0.00118854, 4e-6);
    }
  });

  test("a design with a contrast gives what two groups give", () => {
    const { proteins } = moderatedT.example!.input as Answer;
    const design = [0, 0, 0, 1, 1, 1].map((one) => [1 - one, one]);
    const given = { proteins, comparison: { kind: "design", design, contrast: [-1, 1] } };
    const byGroups = answerOf(moderatedT).proteins as Answer[];
    const byDesign = answerOf(moderatedT, given).proteins as Answer[];
    for (const name of ["difference", "t", "p", "logOdds"])
      allNear(column(byDesign, name), column(byGroups, name), 1e-9);
  });

  test("the reference turns the sign; three groups, a missing group and an aliased design are refused", () => {
    const { proteins } = moderatedT.example!.input as Answer;
    const groups = ["control", "control", "control", "case", "case", "case"];
    const turned = answerOf(moderatedT, {
      proteins,
      comparison: { kind: "groups", groups, reference: "case" },
    });
    near(column(turned.proteins, "t")[0]!, -4.244349, 2e-7);
    const refusedAs = (comparison: object) => codesOf(moderatedT, { proteins, comparison });
    expect(refusedAs({ kind: "groups", groups: ["a", "a", "b", "b", "c", "c"] })).toEqual([
      "proteome-groups-needed",
    ]);
    expect(refusedAs({ kind: "groups", groups: ["a", "b"] })).toEqual(["proteome-rows-differ"]);
    expect(refusedAs({ kind: "groups", groups, reference: "x" })).toEqual(["proteome-reference-unknown"]);
    const aliased = groups.map(() => [1, 1]);
    expect(refusedAs({ kind: "design", design: aliased, contrast: [0, 1] })).toEqual([
      "linear-model-aliased-coefficients",
    ]);
  });

  test("a protein that was not measured in a group has no statistics and does not erase the others", () => {
    const { proteins, comparison } = moderatedT.example!.input as Answer;
    const gap = { protein: "gap", values: [10, 11, 12, null, null, null] };
    const found = answerOf(moderatedT, { proteins: [gap, ...(proteins as object[])], comparison });
    expect(found.proteins[0]).toMatchObject({ t: null, p: null, q: null, interval: null });
    expect(column(found.proteins, "p").slice(1)).not.toContain(null);
  });
});

describe("tests and corrections", () => {
  test("TV-E3 Benjamini-Hochberg", () => {
    const found = answerOf(adjustP).benjaminiHochberg;
    allNear(found, [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714, 0.216, 0.216, 0.216], 3e-6);
  });

  test("an untested protein stays empty and is not counted", () => {
    const found = answerOf(adjustP, { pValues: [0.01, null, 0.02] });
    expect(found).toMatchObject({ tested: 2, holm: [0.02, null, 0.02] });
    allNear([found.benjaminiHochberg[0]!], [0.02]);
  });

  test("rank sum: exact p by counting, and the shift inverts the test", () => {
    const found = answerOf(rankSum, { first: [4, 5, 6], second: [1, 2, 3] });
    expect(found).toMatchObject({ u: 9, auc: 1, method: "exact", shift: { value: 3 } });
    near(found.p, 2 / 20);
    expect(answerOf(rankSum, { first: [1, 1], second: [1, 1] })).toMatchObject({
      p: null,
      method: "no p value",
    });
  });

  test("a mixed model of pairs is the paired t-test", () => {
    const found = answerOf(mixedModel).comparisons[0]!;
    // differences 0.7 0.8 0.5 1.1 0.4: mean 0.7, SD sqrt(0.075), df 4
    near(found.difference, 0.7);
    near(found.t, 0.7 / Math.sqrt(0.075 / 5));
    near(found.df, 4);
    const kenward = answerOf(mixedModel, undefined, { degreesOfFreedom: "kenward-roger" });
    near(kenward.comparisons[0]!.p, found.p);
  });

  test("the smallest difference found has the power aimed at, by one test and by a false discovery rate", () => {
    for (const criterion of ["single test", "false discovery rate"]) {
      const settings = { criterion, power: 0.8 };
      const { detectable } = answerOf(designPower, undefined, settings);
      const at = answerOf(designPower, { n1: 8, n2: 8, sd: 0.6, effect: detectable * 1.000001 }, settings);
      near(at.powerAtEffect, 0.8, 1e-4);
    }
  });
});

describe("enrichment", () => {
  test("TV-E4 four numbers", () => {
    const set = answerOf(overRepresentation).sets[0]!;
    near(set.expected, 7.5);
    near(set.fold, 1.6);
    near(set.p, 0.0662139, 1e-6);
  });

  test("lists give what their numbers give", () => {
    const genes = Array.from({ length: 40 }, (_, at) => `g${at}`);
    const given = {
      kind: "lists",
      background: genes,
      hits: genes.slice(0, 8),
      sets: [{ name: "s", genes: [...genes.slice(5, 15), "outside"] }],
    };
    const lists = answerOf(overRepresentation, { given }, { minSize: 3 }).sets[0]!;
    const counts = { kind: "counts", background: 40, inSet: 10, hits: 8, both: 3 };
    const numbers = answerOf(overRepresentation, { given: counts }).sets[0]!;
    for (const name of ["expected", "fold", "p", "oddsRatio", "oddsLower", "oddsUpper"])
      near(lists[name]!, numbers[name]!, 1e-12);
    expect(lists.found).toEqual(["g5", "g6", "g7"]);
  });

  test("numbers that cannot be and size limits that cross are refused", () => {
    const counts = { kind: "counts", background: 10, inSet: 8, hits: 8, both: 5 };
    expect(codesOf(overRepresentation, { given: counts })).toEqual(["proteome-counts-impossible"]);
    expect(codesOf(gsea, gsea.example!.input, { minSize: 9, maxSize: 3 })).toEqual([
      "proteome-limits-reversed",
    ]);
  });

  test("TV-E5 enrichment score", () => {
    near(answerOf(gsea, undefined, { minSize: 3 }).sets[0]!.es, 0.6627907, 1e-7);
  });
});

describe("ROC", () => {
  test("TV-F2 AUC, variance and Wald interval, cut at 1", () => {
    const found = answerOf(rocCurve);
    near(found.auc, 0.9166667, 1e-7);
    near(found.variance, 0.00705556, 1e-6);
    near(found.wald.lower, 0.752035, 1e-6);
    expect(found.wald.upper).toBe(1);
    expect(found.flags).toEqual(["wald_clipped"]);
  });

  const path = `${process.env.VESICA_DATA ?? "../shared/data"}/qc-spc-statistics/roc-proc/aSAH.csv`;
  test.skipIf(!existsSync(path))("TV-F1 of 113 patients", () => {
    const subjects = readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.replaceAll('"', "").split(","))
      .map(([, outcome, , , ...scores]) => ({ isCase: outcome === "Poor", scores: scores.map(Number) }));
    const of = (marker: number) =>
      answerOf(rocCurve, {
        positives: subjects.filter(({ isCase }) => isCase).map(({ scores }) => scores[marker]),
        negatives: subjects.filter(({ isCase }) => !isCase).map(({ scores }) => scores[marker]),
      });
    const [wfns, s100b, ndka] = [of(0), of(1), of(2)];
    expect(wfns).toMatchObject({ cases: 41, controls: 72 });
    near(wfns!.auc, 0.823678861788618, 1e-12);
    near(wfns!.variance, 0.00146991470882363, 1e-12);
    near(s100b!.auc, 0.731368563685637, 1e-12);
    near(s100b!.variance, 0.00266868245717244, 1e-12);
    near(s100b!.wald.lower, 0.630118, 1e-6);
    near(s100b!.wald.upper, 0.832619, 1e-6);
    near(s100b!.logit.lower, 0.619217, 1e-6);
    near(s100b!.logit.upper, 0.820086, 1e-6);
    near(ndka!.auc, 0.611957994579946, 1e-12);
    near(ndka!.variance, 0.0031908105493913, 1e-12);
    near(ndka!.wald.lower, 0.501244999271703, 1e-12);
    near(ndka!.wald.upper, 0.722670989888189, 1e-12);
    const pair = (first: number, second: number) =>
      answerOf(compareAuc, {
        subjects: subjects.map(({ isCase, scores }) => ({
          isCase,
          first: scores[first],
          second: scores[second],
        })),
      });
    const found = pair(0, 1);
    near(found.z, 2.20898359144091, 1e-12);
    near(found.p, 0.0271757822291882, 1e-12);
    near(found.difference.interval.lower, 0.0104061769564846, 1e-11);
    near(found.difference.interval.upper, 0.174214419249478, 1e-12);
    near(pair(0, 2).z, 2.79777591868904, 1e-12);
  });

  test("a marker that speaks for a case when low is turned, by its direction alone", () => {
    const { positives, negatives } = rocCurve.example!.input as Answer;
    near(
      answerOf(rocCurve, { positives: negatives, negatives: positives }, { direction: "lower" }).auc,
      11 / 12,
    );
    near(answerOf(rocCurve, { positives: negatives, negatives: positives }).auc, 1 / 12);
  });
});

describe("markers", () => {
  const statuses = (input?: unknown) =>
    Object.fromEntries((answerOf(markerPanel, input).rows as Answer[]).map(({ id, status }) => [id, status]));

  test("TV-D1 absence that was tested counts for categories 3 and 4", () => {
    expect(statuses()).toMatchObject({ PRO1: "pass", PRO2: "pass", PRO3: "pass", PRO4: "pass" });
  });

  test("TV-D2 proteins of 2b alone are weak, an untested contaminant is missing", () => {
    expect(statuses({ detected: ["CD9", "ACTB"] })).toMatchObject({
      PRO1: "pass",
      PRO2: "weak",
      PRO3: "fail",
    });
  });

  test("categories go by whole symbols", () => {
    const rows = answerOf(markerCategory, { genes: ["CD63", "CD63L", "Actb"] }).genes;
    expect(column(rows, "category")).toEqual(["1a", null, "2b"]);
  });

  test("S is the difference of its two sides", () => {
    const found = answerOf(proteinScore);
    near(found.score.value, found.vesicle.meanZ - found.nonVesicle.meanZ, 1e-14);
  });

  test("the contaminant fraction is the category's intensity over all, or that of named genes", () => {
    const proteins = [
      { genes: ["ALB"], values: [30] },
      { genes: ["CD63"], values: [60] },
      { genes: ["ENO1"], values: [10] },
    ];
    near(answerOf(contaminantFraction, { proteins }).fraction.value, 0.3, 1e-12);
    const named = answerOf(contaminantFraction, { proteins, contaminants: ["alb", "ENO1"] });
    near(named.fraction.value, 0.4, 1e-12);
    expect(named.counted).toEqual(["ALB", "ENO1"]);
  });
});

import { describe, expect, test } from "vitest";
import { codes, value, worstError } from "../golden.test-support.ts";
import {
  accuracyAt,
  auc,
  compareAucPaired,
  compareAucUnpaired,
  deLong,
  hanleyMcNeilSe,
  rocCurve,
  wilsonProportion,
  youden,
} from "./index.ts";
import golden from "./roc.golden.json" with { type: "json" };
import python from "./roc-python.golden.json" with { type: "json" };

type Case = keyof typeof golden.single;
const names = Object.keys(golden.single) as Case[];
const of = (name: Case) => ({
  scores: golden.single[name].scores,
  isCase: Uint8Array.from(golden.single[name].isCase),
});

describe("area, DeLong's variance and intervals agree with pROC and NumPy", () => {
  test.each(names)("%s", (name) => {
    const { scores, isCase } = of(name);
    const own = golden.single[name];
    const other = python.single[name];
    for (const level of [0.95, 0.8] as const) {
      const found = value(deLong(scores, isCase, { level }));
      expect(worstError([found.auc, found.variance], [own.auc[0]!, own.variance[0]!])).toBeLessThan(1e-13);
      expect(worstError([found.auc, found.variance], [other.auc, other.variance])).toBeLessThan(1e-13);
      const [wald, logit] = level === 0.95 ? [own.wald95, other.logit95] : [own.wald80, other.logit80];
      if (own.variance[0] === 0) {
        expect([found.wald, found.logit, found.flags]).toEqual([null, null, ["no_variance"]]);
        continue;
      }
      expect(worstError([found.wald!.lower, found.wald!.upper], wald)).toBeLessThan(1e-13);
      expect(worstError([found.logit!.lower, found.logit!.upper], logit!)).toBeLessThan(1e-13);
      expect(found.flags).toEqual(wald.includes(0) || wald.includes(1) ? ["wald_clipped"] : []);
      expect(found.se).toBe(Math.sqrt(found.variance));
    }
    expect(worstError([value(auc(scores, isCase))], own.auc)).toBeLessThan(1e-15);
    expect(worstError([value(auc(scores, isCase, "lower"))], own.lower)).toBeLessThan(1e-13);
  });
});

describe("the curve and Youden's index agree with pROC and scikit-learn", () => {
  test.each(names)("%s", (name) => {
    const { scores, isCase } = of(name);
    const own = golden.single[name];
    const other = python.single[name];
    const curve = value(rocCurve(scores, isCase));
    for (const oracle of [own, other]) {
      expect(worstError(curve.sensitivity, oracle.sensitivity)).toBeLessThan(1e-14);
      expect(worstError(curve.specificity, oracle.specificity)).toBeLessThan(1e-14);
    }
    expect([...curve.thresholds]).toEqual(other.thresholds.map((one) => one ?? Number.POSITIVE_INFINITY));
    const { j, points } = youden(curve);
    expect(worstError([j], own.j)).toBeLessThan(1e-14);
    expect(Math.abs(j - other.j)).toBeLessThan(1e-15);
    const best = points.map((k) => [curve.sensitivity[k]!, curve.specificity[k]!]);
    expect(worstError(best.flat(), own.best.flat())).toBeLessThan(1e-14);
  });

  test("lower scores for cases: thresholds and counts turn, the area is the complement's", () => {
    for (const name of names) {
      const { scores, isCase } = of(name);
      const lower = value(rocCurve(scores, isCase, "lower"));
      const turned = value(
        rocCurve(
          scores.map((one) => -one),
          isCase,
        ),
      );
      expect(lower.truePositives).toEqual(turned.truePositives);
      expect(lower.falsePositives).toEqual(turned.falsePositives);
      expect(lower.thresholds).toEqual(turned.thresholds.map((one) => 0 - one));
      expect(lower.auc).toBe(turned.auc);
    }
  });

  test("the counts at a threshold are those of subjects at or beyond it", () => {
    const { scores, isCase } = of("tied");
    for (const direction of ["higher", "lower"] as const) {
      const curve = value(rocCurve(scores, isCase, direction));
      curve.thresholds.forEach((threshold, k) => {
        const called = scores.map((one) => (direction === "higher" ? one >= threshold : one <= threshold));
        const count = (code: number) => called.filter((one, i) => one && isCase[i] === code).length;
        expect([curve.truePositives[k], curve.falsePositives[k]]).toEqual([count(1), count(0)]);
      });
    }
  });
});

describe("two areas are compared as pROC and NumPy do", () => {
  const markers = {
    wfnsS100b: ["wfns", "s100b"],
    wfnsNdka: ["wfns", "ndka"],
    s100bNdka: ["s100b", "ndka"],
    tiedClipped: ["tied", "clipped"],
    randomWorse: ["random", "worse"],
    wfnsRandom: ["wfns", "random"],
  } as const;
  test.each(Object.keys(golden.paired) as (keyof typeof golden.paired)[])("paired %s", (name) => {
    const [a, b] = markers[name].map(of);
    const found = value(compareAucPaired(a!, b!, a!.isCase));
    const row = [found.z, found.p, found.lower, found.upper];
    const own = golden.paired[name];
    const other = python.paired[name];
    expect(worstError(row, [own.z, own.p, own.interval].flat())).toBeLessThan(1e-12);
    expect(worstError(row, [other.z, other.p, other.interval].flat())).toBeLessThan(1e-12);
    const swapped = value(compareAucPaired(b!, a!, a!.isCase));
    expect([swapped.z, swapped.p]).toEqual([-found.z, found.p]);
  });
  test.each(Object.keys(golden.unpaired) as (keyof typeof golden.unpaired)[])("unpaired %s", (name) => {
    const [a, b] = markers[name].map(of);
    const found = value(compareAucUnpaired(a!, b!));
    const own = golden.unpaired[name];
    const other = python.unpaired[name];
    expect(worstError([found.z, found.p], [own.z, own.p].flat())).toBeLessThan(1e-12);
    const row = [found.z, found.p, found.lower, found.upper];
    expect(worstError(row, [other.z, other.p, other.interval].flat())).toBeLessThan(1e-12);
  });

  test("a marker has no difference from itself, nor one turned from its mirror image", () => {
    const { scores, isCase } = of("random");
    const mirrored = { scores: scores.map((one) => -one), direction: "lower" } as const;
    for (const second of [{ scores }, mirrored]) {
      const found = value(compareAucPaired({ scores }, second, isCase));
      expect([found.difference, found.se, found.p, found.lower]).toEqual([0, 0, Number.NaN, Number.NaN]);
    }
  });
});

test("shared values: 113 patients with subarachnoid haemorrhage, and eleven subjects by hand", () => {
  const wfns = value(deLong(of("wfns").scores, of("wfns").isCase));
  expect(worstError([wfns.auc, wfns.variance], [0.823678861788618, 0.00146991470882363])).toBeLessThan(1e-13);
  const s100b = value(deLong(of("s100b").scores, of("s100b").isCase));
  expect(s100b.logit!.lower).toBeCloseTo(0.619217, 6);
  expect(s100b.logit!.upper).toBeCloseTo(0.820086, 6);
  const eleven = value(deLong(of("clipped").scores, of("clipped").isCase));
  expect(worstError([eleven.auc, eleven.variance], [11 / 12, 0.00705555555555556])).toBeLessThan(1e-13);
  expect([eleven.wald!.upper, eleven.flags]).toEqual([1, ["wald_clipped"]]);
  expect(eleven.wald!.lower).toBeCloseTo(0.752035, 6);
});

test("Wilson's interval agrees with R's prop.test and statsmodels", () => {
  golden.shares.forEach(([successes, n], i) => {
    [0.95, 0.5].forEach((level, k) => {
      const { value: share, lower, upper } = wilsonProportion(successes!, n!, level);
      expect(share).toBe(successes! / n!);
      expect(worstError([lower, upper], golden.wilson[i]![k]!)).toBeLessThan(1e-13);
      const other = python.wilson[i]![k]!;
      expect(Math.max(Math.abs(lower - other[0]!), Math.abs(upper - other[1]!))).toBeLessThan(1e-14);
    });
  });
  expect(wilsonProportion(0, 0).value).toBeNaN();
  expect(() => wilsonProportion(3, 2)).toThrow(RangeError);
});

test("sensitivity and specificity at a threshold carry Wilson's intervals", () => {
  const { scores, isCase } = of("s100b");
  const curve = value(rocCurve(scores, isCase));
  const [best] = youden(curve).points;
  const found = accuracyAt(curve, best!, 0.9);
  expect(found.sensitivity).toEqual(wilsonProportion(26, 41, 0.9));
  expect(found.specificity).toEqual(wilsonProportion(58, 72, 0.9));
  expect(() => accuracyAt(curve, 99)).toThrow(RangeError);
});

test("Hanley and McNeil's standard error agrees with their exponential model integrated", () => {
  for (const [area, cases, controls, se] of python.hanley) {
    expect(worstError([hanleyMcNeilSe(area!, cases!, controls!)], [se!])).toBeLessThan(1e-12);
  }
  expect(hanleyMcNeilSe(0.8, 50, 50)).toBeCloseTo(0.0445022, 7);
});

test("groups that are missing or too small, and missing scores, are refused", () => {
  const isCase = Uint8Array.from([1, 0, 0]);
  expect(codes(rocCurve([1, 2, Number.NaN], isCase))).toEqual(["statistics-not-finite"]);
  expect(codes(auc([1, 2], Uint8Array.from([1, 1])))).toEqual(["statistics-too-few-values"]);
  expect(codes(deLong([1, 2, 3], isCase))).toEqual(["statistics-too-few-values"]);
  expect(value(auc([1, 2, 3], isCase))).toBe(0);
  expect(codes(compareAucPaired({ scores: [1, 2, 3] }, { scores: [1, 2, 3] }, isCase))).toEqual([
    "statistics-too-few-values",
  ]);
  expect(() => auc([1, 2], isCase)).toThrow(RangeError);
  expect(() => auc([1, 2, 3], Uint8Array.from([1, 0, 2]))).toThrow(RangeError);
  expect(() => deLong([1, 2, 3], isCase, { level: 1 })).toThrow(RangeError);
});

import { describe, expect, test } from "vitest";
import { worstError } from "../golden.test-support.ts";
import { type Matrix, matrixOf } from "../linear-algebra/index.ts";
import { aliasing } from "./aliasing.ts";
import { association } from "./association.ts";
import { tableTest } from "./contingency.ts";
import golden from "./design.golden.json" with { type: "json" };
import python from "./design-python.golden.json" with { type: "json" };
import { factorOf } from "./factor.ts";
import { guardFindings } from "./guard.ts";
import { detectableDifference, discoveryAlpha, discoveryPower, powerOfContrast } from "./power.ts";

type Categorical = keyof typeof golden.categorical;
type Numeric = keyof typeof golden.numeric;

function indicator(groups: readonly string[]): Matrix {
  return matrixOf(groups.map((group) => [group === groups[0] ? 1 : 0]));
}

test.each(Object.keys(golden.categorical) as Categorical[])(
  "Fisher's exact test, Cramer's V and efficiency agree with R and exact fractions: %s",
  (name) => {
    const { group, cells, fisher, cramersV, efficiency } = golden.categorical[name];
    const found = association(group, factorOf(cells));
    if (found.kind !== "categorical") throw new Error("categories expected");
    expect(found.method).toBe("fisher-exact");
    expect(worstError([found.p, found.cramersV], [fisher, cramersV])).toBeLessThan(1e-7);
    const exact = python.categorical[name];
    expect(worstError([found.p, found.cramersV], [exact.fisher, exact.cramersV])).toBeLessThan(1e-12);
    if (name === "threeGroups") return;
    const [finding] = guardFindings(group, [{ name, cells }]).findings;
    expect(worstError([finding!.efficiencyLeft], [exact.efficiency])).toBeLessThan(1e-12);
    expect(worstError([finding!.efficiencyLeft], [efficiency])).toBeLessThan(1e-12);
  },
);

test.each(Object.keys(golden.numeric) as Numeric[])(
  "eta squared, F test, separation and efficiency agree with R and SciPy: %s",
  (name) => {
    const { group, cells, ...wanted } = golden.numeric[name];
    const found = association(group, factorOf(cells));
    if (found.kind !== "numeric") throw new Error("numbers expected");
    const left = aliasing(indicator(group), matrixOf(cells.map((cell) => [cell])));
    const row = [found.etaSquared, found.p, found.separation!, left.efficiency[0]!];
    for (const oracle of [wanted, python.numeric[name]]) {
      const expected = [oracle.etaSquared, oracle.p, oracle.separation, oracle.efficiency];
      expect(Math.max(...row.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-13);
      expect(worstError(row, expected)).toBeLessThan(1e-11);
    }
  },
);

test("efficiency, rank lost and residual degrees of freedom agree with R's lm and with 60 digits", () => {
  golden.aliases.forEach(({ contrast, covariates, ...wanted }, k) => {
    const found = aliasing(matrixOf(contrast), matrixOf(covariates));
    for (const oracle of [wanted, python.aliases[k]!]) {
      expect(
        Math.max(...oracle.efficiency.map((share, j) => Math.abs(share - found.efficiency[j]!))),
        String(k),
      ).toBeLessThan(1e-12);
      expect(worstError(found.efficiency, oracle.efficiency), String(k)).toBeLessThan(1e-6);
      expect([found.rankLost, found.residualDf]).toEqual([oracle.rankLost, oracle.residualDf]);
    }
    expect(found.varianceInflation[0]).toBe(1 / found.efficiency[0]!);
  });
  const relations = golden.aliases.map(
    ({ contrast, covariates }) => aliasing(matrixOf(contrast), matrixOf(covariates)).relation,
  );
  expect(relations).toEqual(["partial", "partial", "full", "full", "partial", "full", "partial", "partial"]);
});

test("orthogonal covariates take nothing from a contrast", () => {
  const crossed = aliasing(matrixOf([[0], [0], [1], [1]]), matrixOf([[0], [1], [0], [1]]));
  expect(crossed).toEqual({
    relation: "none",
    efficiency: Float64Array.of(1),
    varianceInflation: Float64Array.of(1),
    rankLost: 0,
    residualDf: 1,
  });
  expect(() => aliasing(matrixOf([[0]]), matrixOf([[Number.NaN]]))).toThrow(RangeError);
  expect(() => aliasing(matrixOf([[0]]), matrixOf([[1], [2]]))).toThrow(RangeError);
});

describe("power of a contrast", () => {
  test("power by the noncentral t agrees with R and SciPy", () => {
    golden.power.forEach((wanted, k) => {
      const found = powerOfContrast(wanted, wanted.effect, wanted.alpha);
      expect(Math.abs(found - wanted.power)).toBeLessThan(1e-12);
      expect(Math.abs(found - python.power[k]!.power)).toBeLessThan(1e-13);
      if ("powerTTest" in wanted && typeof wanted.powerTTest === "number") {
        expect(Math.abs(found - wanted.powerTTest)).toBeLessThan(1e-12);
      }
    });
  });
  test("the smallest detectable difference at 80 % power agrees with R and SciPy", () => {
    golden.power.forEach((wanted, k) => {
      const found = detectableDifference(wanted, 0.8, wanted.alpha);
      expect(worstError([found], [wanted.smallest])).toBeLessThan(1e-10);
      expect(worstError([found], [python.power[k]!.smallest])).toBeLessThan(1e-12);
      expect(powerOfContrast(wanted, found, wanted.alpha)).toBeCloseTo(0.8, 12);
    });
  });
  test("power at the level of Benjamini and Hochberg's procedure agrees with R", () => {
    for (const wanted of golden.power) {
      const found = discoveryPower(wanted, wanted.effect, { rate: 0.05, trueShare: 0.1 });
      expect(Math.abs(found - wanted.discovery)).toBeLessThan(1e-9);
    }
    expect(discoveryAlpha({ rate: 0.05, trueShare: 0.1 }, 0.8)).toBe((0.05 * 0.1 * 0.8) / (1 - 0.05 * 0.9));
    expect(discoveryAlpha({ rate: 0.05, trueShare: 1 }, 1)).toBeCloseTo(0.05, 15);
  });
  test("information lost to covariates acts as fewer samples", () => {
    const half = powerOfContrast({ n1: 20, n2: 20, sd: 1, efficiency: 0.5, df: 18 }, 1, 0.05);
    expect(half).toBeCloseTo(powerOfContrast({ n1: 10, n2: 10, sd: 1 }, 1, 0.05), 14);
  });
  test("power without residual degrees of freedom is NaN", () => {
    expect(powerOfContrast({ n1: 1, n2: 1, sd: 1 }, 1, 0.05)).toBeNaN();
    expect(detectableDifference({ n1: 1, n2: 1, sd: 1 }, 0.8, 0.05)).toBeNaN();
    expect(detectableDifference({ n1: 5, n2: 5, sd: 1 }, 0.05, 0.05)).toBeNaN();
  });
});

test("a table with too many relatives gets a permutation p-value, the same every time, near R's of a million", () => {
  const { counts, simulated } = golden.permutation;
  const found = tableTest(counts);
  expect(found.method).toBe("chi-square-permutation");
  expect(tableTest(counts).p).toBe(found.p);
  expect(Math.abs(found.p - simulated)).toBeLessThan(4 * Math.sqrt((simulated * (1 - simulated)) / 9999));
  const three = tableTest([
    [4, 0, 0],
    [0, 4, 0],
    [0, 0, 4],
  ]);
  expect(three.cramersV).toBeCloseTo(1, 14);
  expect(three.p).toBeLessThan(0.002);
});

test("tables without two rows and columns have no test", () => {
  expect(tableTest([[3, 4]]).method).toBe("none");
  expect(
    tableTest([
      [3, 0],
      [4, 0],
    ]).p,
  ).toBeNaN();
  expect(tableTest([]).cramersV).toBeNaN();
});

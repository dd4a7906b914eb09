import { describe, expect, test } from "vitest";
import { codes, value } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/index.ts";
import { type Numbers, namedCases, numbersOf, worstErrorFrom } from "./golden.test-support.ts";
import { type LinearFits, moderate } from "./index.ts";

interface Case {
  readonly variances: Numbers[];
  readonly df: Numbers;
  readonly average: Numbers[] | null;
  readonly robust: boolean;
  readonly priorDf: Numbers;
  readonly priorVariance: Numbers;
}

const cases = namedCases<Case>("moderation", 2);

function repeated(one: Numbers, n: number): Float64Array {
  const numbers = numbersOf(one);
  return numbers.length === 1 ? new Float64Array(n).fill(numbers[0]!) : Float64Array.from(numbers);
}

function fitsOf({ variances, df, average }: Case): LinearFits {
  const rows = variances.length;
  const residualDf = repeated(df, rows);
  return {
    coefficients: { rows, columns: 1, values: new Float64Array(rows).fill(1) },
    stdevUnscaled: { rows, columns: 1, values: new Float64Array(rows).fill(1) },
    sigma: Float64Array.from(numbersOf(variances), (one, g) =>
      residualDf[g]! > 0 ? Math.sqrt(one) : Number.NaN,
    ),
    residualDf,
    averageExpression: average ? Float64Array.from(numbersOf(average)) : new Float64Array(rows),
    rank: 1,
    estimable: new Uint8Array(rows).fill(1),
    covCoefficients: matrixOf([[1]]),
    featureCovariances: null,
  };
}

describe.each(cases)("%s", (_, one) => {
  test("robust and trended priors of any degrees of freedom agree with limma's squeezeVar", () => {
    const found = value(moderate(fitsOf(one), { robust: one.robust, trend: one.average !== null }));
    const n = one.variances.length;
    const spread = (part: number | Float64Array) =>
      typeof part === "number" ? new Float64Array(n).fill(part) : part;
    const errors = (["priorDf", "priorVariance"] as const).map((key) =>
      worstErrorFrom(0, spread(found[key]), [...repeated(one[key], n)]),
    );
    // limma searches the prior of equal residual degrees of freedom to about 1e-8
    const equal = new Set(numbersOf(one.df).filter((df) => df > 0)).size === 1;
    expect(Math.max(...errors)).toBeLessThan(equal ? 1e-7 : 1e-9);
  });
});

test("the legacy method has no robust prior for unequal residual degrees of freedom", () => {
  const fits = fitsOf(new Map(cases).get("unequal")!);
  expect(codes(moderate(fits, { robust: true, method: "legacy" }))).toEqual(["linear-model-robust-unequal"]);
  expect(value(moderate(fits, { trend: true, method: "legacy" })).method).toBe("moments");
});

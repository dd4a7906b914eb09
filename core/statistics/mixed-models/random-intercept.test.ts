import { describe, expect, test } from "vitest";
import { codes, value, worstError } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/index.ts";
import { randomInterceptIntervals, randomInterceptModel, randomInterceptModels } from "./index.ts";
import golden from "./random-intercept.golden.json" with { type: "json" };
import fromR from "./random-intercept-r.golden.json" with { type: "json" };

type Name = keyof typeof golden.cases;
const names = Object.keys(golden.cases) as Name[];
const numbers = (cells: readonly (number | null)[]) => cells.map((cell) => cell ?? Number.NaN);

function fitted(name: Name) {
  const { y, design, groups, contrasts } = golden.cases[name];
  return randomInterceptModel(numbers(y), matrixOf(design), groups, { contrasts: matrixOf(contrasts) });
}

const columns = ["estimate", "se", "df", "p"] as const;

/** Where lme4's optimiser stops this far from the 40 digits (largest at p-values of 1e-54 and 1e-65); else 1e-6. */
const optimiser: Partial<Record<Name, number>> = { times: 1e-5, "groups-far-apart": 1e-4, offset: 1e-3 };

describe.each(names)("random-intercept model, %s", (name) => {
  const found = value(fitted(name));
  const column = (key: (typeof columns)[number]) => found.contrasts.map((row) => row[key]);

  test("REML and Satterthwaite's test agree with 40 digits", () => {
    const wanted = golden.found[name];
    expect(
      worstError([found.betweenVariance, found.residualVariance], [wanted.between, wanted.residual]),
    ).toBeLessThan(1e-9);
    expect(worstError([found.restrictedDeviance], [wanted.deviance])).toBeLessThan(1e-9);
    for (const key of columns) expect(worstError(column(key), wanted[key]), key).toBeLessThan(1e-8);
  });

  test("REML and Satterthwaite's test agree with lme4 and lmerTest", () => {
    const wanted = fromR.found[name];
    const limit = optimiser[name] ?? 1e-6;
    expect(
      worstError([found.betweenVariance, found.residualVariance], [wanted.between, wanted.residual]),
    ).toBeLessThan(limit);
    expect(worstError([found.restrictedDeviance], [wanted.deviance])).toBeLessThan(1e-9);
    for (const key of columns) expect(worstError(column(key), wanted[key]), key).toBeLessThan(limit);
  });
});

test.each(names)("Kenward and Roger's test agrees with 40 digits and with pbkrtest: %s", (name) => {
  const { y, design, groups, contrasts } = golden.cases[name];
  const options = { contrasts: matrixOf(contrasts), degreesOfFreedom: "kenward-roger" } as const;
  const { contrasts: found } = value(randomInterceptModel(numbers(y), matrixOf(design), groups, options));
  const se = found.map((row) => row.se);
  const df = found.map((row) => row.df);
  expect(worstError(se, golden.found[name].krSe)).toBeLessThan(1e-8);
  expect(worstError(df, golden.found[name].krDf)).toBeLessThan(1e-8);
  expect(worstError(se, fromR.found[name].krSe)).toBeLessThan(optimiser[name] ?? 1e-6);
  expect(worstError(df, fromR.found[name].krDf)).toBeLessThan(optimiser[name] ?? 1e-6);
});

describe("random-intercept models of a matrix", () => {
  const { design, groups, contrasts } = golden.cases.times;
  const data = matrixOf(golden.features.map(numbers));
  const options = { contrasts: matrixOf(contrasts) };
  const found = randomInterceptModels(data, matrixOf(design), groups, options);

  test("each feature agrees with lme4 and lmerTest, values missing or none between groups included", () => {
    fromR.features.forEach((wanted, row) => {
      const at = (key: (typeof columns)[number]) =>
        found[key].values.subarray(row * contrasts.length, (row + 1) * contrasts.length);
      expect(Math.abs(found.betweenVariance[row]! - wanted.between) / wanted.residual).toBeLessThan(1e-6);
      expect(found.singular[row]).toBe(wanted.between < 1e-12 ? 1 : 0);
      expect(worstError([found.residualVariance[row]!], [wanted.residual])).toBeLessThan(1e-6);
      for (const key of ["estimate", "se"] as const)
        expect(worstError(at(key), wanted[key]), key).toBeLessThan(1e-6);
      expect(worstError(at("df"), wanted.df)).toBeLessThan(1e-5);
      expect(worstError(at("p").map(Math.log), wanted.p.map(Math.log))).toBeLessThan(1e-5);
    });
    expect(found.singular.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(2);
  });

  test("each feature is fitted as it is alone", () => {
    const { lower, upper } = randomInterceptIntervals(found);
    golden.features.forEach((y, row) => {
      const alone = value(randomInterceptModel(numbers(y), matrixOf(design), groups, options));
      alone.contrasts.forEach((one, k) => {
        const at = row * contrasts.length + k;
        for (const key of [...columns, "t"] as const) expect(found[key].values[at]).toBe(one[key]);
        expect([lower.values[at], upper.values[at]]).toEqual([one.lower, one.upper]);
      });
      expect(found.n[row]).toBe(alone.n);
      expect(found.groups[row]).toBe(20);
    });
  });

  test("a feature without values gives NaN and leaves the rest alone", () => {
    const few = new Array(80).fill(Number.NaN).fill(3, 0, 2);
    const constant = new Array(80).fill(7.1);
    const rows = [few, numbers(golden.features[0]!), constant];
    const some = randomInterceptModels(matrixOf(rows), matrixOf(design), groups, options);
    expect([...some.p.values.subarray(0, 6)]).toEqual(new Array(6).fill(Number.NaN));
    expect([...some.p.values.subarray(12)]).toEqual(new Array(6).fill(Number.NaN));
    expect(some.p.values.subarray(6, 12)).toEqual(found.p.values.subarray(0, 6));
    expect([...some.n]).toEqual([2, 80, 80]);
  });
});

describe("random-intercept model at its limits", () => {
  const one = matrixOf([[1], [1], [1], [1], [1], [1]]);
  const y = [1, 1.4, 3.1, 2.2, 0.2, 0.4];

  test("a variance between groups of 0 is told, and gives ordinary least squares with n - p degrees of freedom", () => {
    const found = fitted("boundary");
    expect(codes(found)).toEqual(["mixed-model-singular"]);
    expect(value(found).singular).toBe(true);
    expect(value(found).contrasts.map((row) => row.df)).toEqual([22, 22]);
  });

  test("groups without repeats, one group, and groups in the fixed effects are refused", () => {
    const refusal = ["mixed-model-unreplicated-groups"];
    expect(codes(randomInterceptModel(y, one, Int32Array.of(0, 1, 2, 3, 4, 5)))).toEqual(refusal);
    expect(codes(randomInterceptModel([], { rows: 0, columns: 1, values: new Float64Array(0) }, []))).toEqual(
      refusal,
    );
    expect(codes(randomInterceptModel(y, one, Int32Array.of(0, 0, 0, 0, 0, 0)))).toEqual(refusal);
    const named = matrixOf([0, 0, 1, 1, 2, 2].map((g) => [1, g === 1 ? 1 : 0, g === 2 ? 1 : 0]));
    expect(codes(randomInterceptModel(y, named, ["a", "a", "b", "b", "c", "c"]))).toEqual(refusal);
  });

  test("groups whose repeats are equal are refused", () => {
    const groups = ["a", "a", "b", "b", "c", "c"];
    const refusal = ["mixed-model-no-residual-spread"];
    expect(codes(randomInterceptModel([1, 1, 2.3, 2.3, 0.7, 0.7], one, groups))).toEqual(refusal);
    expect(codes(randomInterceptModel([0, 0, 0, 0, 0, 0], one, groups))).toEqual(refusal);
  });

  test("intervals hold at their level what the t-test would not reject", () => {
    const groups = Int32Array.of(0, 0, 1, 1, 2, 2);
    const [at90] = value(randomInterceptModel(y, one, groups, { level: 0.9 })).contrasts;
    // t with 2 degrees of freedom exceeds 2.919985580353726 in 5 %
    const reach = 2.919985580353726 * at90!.se;
    expect(
      worstError([at90!.lower, at90!.upper], [at90!.estimate - reach, at90!.estimate + reach]),
    ).toBeLessThan(1e-12);
  });

  test("values without a group are left out", () => {
    const found = value(
      randomInterceptModel([...y, 99], matrixOf(new Array(7).fill([1])), ["a", "a", "b", "b", "c", "c", ""]),
    );
    const without = value(randomInterceptModel(y, one, Int32Array.of(0, 0, 1, 1, 2, 2)));
    expect(found).toEqual(without);
    expect(found.contrasts[0]!.df).toBeCloseTo(2, 12);
  });

  test("a contrast that the design cannot estimate is NaN, and the estimable ones are not changed by it", () => {
    const { y: values, design, groups } = golden.cases.times;
    const twice = matrixOf(design.map((row) => [...row, row[1]! + row[2]! + row[3]!]));
    const contrasts = matrixOf([
      [0, 1, 0, 0, 0],
      [0, 1, -1, 0, 0],
    ]);
    const found = randomInterceptModel(numbers(values), twice, groups, { contrasts });
    expect(codes(found)).toEqual(["mixed-model-not-estimable"]);
    const [none, difference] = value(found).contrasts;
    expect(none!.p).toBeNaN();
    const full = randomInterceptModel(numbers(values), matrixOf(design), groups, {
      contrasts: matrixOf([[0, 1, -1, 0]]),
    });
    const wanted = value(full).contrasts[0]!;
    expect(worstError([difference!.estimate, difference!.df], [wanted.estimate, wanted.df])).toBeLessThan(
      1e-12,
    );
    expect(value(found).rank).toBe(4);
  });

  test("tables that do not fit together are faults of the caller", () => {
    expect(() => randomInterceptModel([1, 2], one, Int32Array.of(0, 0))).toThrow(RangeError);
    expect(() => randomInterceptModel(y, one, ["a"])).toThrow(RangeError);
    const groups = Int32Array.of(0, 0, 1, 1, 2, 2);
    expect(() => randomInterceptModel(y, one, groups, { contrasts: matrixOf([[1, 0]]) })).toThrow(RangeError);
    expect(() => randomInterceptModel(y, one, groups, { level: 1 })).toThrow(RangeError);
  });
});

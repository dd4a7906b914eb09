import { expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { estimateLogicle, logicleWidth } from "./logicle-width.ts";
import golden from "./scales.golden.json" with { type: "json" };

const settings = { t: 262144, m: 4.5 };

test("W is (M - log10(T / |r|)) / 2 at the type-7 5th percentile of the negative values", () => {
  const { column, negatives, r, w } = golden.width;
  const found = value(estimateLogicle(Float64Array.from(column), settings));
  expect(found.negatives).toBe(negatives);
  expect(Math.abs(found.r! / r - 1)).toBeLessThan(1e-14);
  expect(Math.abs(found.scale.w / w - 1)).toBeLessThan(1e-14);
  expect(found.scale).toMatchObject({ kind: "logicle", t: 262144, m: 4.5, a: 0 });
  expect(codes(estimateLogicle(column, settings))).toEqual([]);
});

test("positive values and NaN do not change W", () => {
  const { column, w } = golden.width;
  const more = [...column, 1e5, Number.NaN, 0, 3];
  expect(value(estimateLogicle(more, settings)).scale.w).toBeCloseTo(w, 13);
});

test("without negative values W is the convention, and said to be", () => {
  const result = estimateLogicle([0, 1, 200], settings);
  expect(codes(result)).toEqual(["cytometry-logicle-no-negatives"]);
  expect(value(result)).toMatchObject({ r: null, negatives: 0, scale: { w: 0.5 } });
  expect(value(estimateLogicle([1], { t: 10, m: 0.6 })).scale.w).toBe(0.3);
});

test("W stays within 0 and M / 2, with a warning", () => {
  const small = estimateLogicle(Array(200).fill(-1e-4), settings);
  expect(codes(small)).toEqual(["cytometry-logicle-width-limited"]);
  expect(value(small).scale.w).toBe(0);
  const large = estimateLogicle(Array(200).fill(-1e6), settings);
  expect(codes(large)).toEqual(["cytometry-logicle-width-limited"]);
  expect(value(large).scale.w).toBe(2.25);
});

test("few negative values are said", () => {
  expect(codes(estimateLogicle([-30, 5], settings))).toEqual(["cytometry-logicle-few-negatives"]);
});

test("nothing to estimate from, or parameters that are none, are refused", () => {
  expect(codes(estimateLogicle([], settings))).toEqual(["cytometry-logicle-no-values"]);
  expect(codes(estimateLogicle([-1], { t: -1, m: 4 }))).toEqual(["cytometry-scale-parameter"]);
});

test("cytometry.logicleWidth gives the same as the function, with T 262144 and M 4.5 by default", () => {
  const input = logicleWidth.input.parse({ values: golden.width.column });
  const found = value(logicleWidth.run(input, logicleWidth.parameters.parse({})));
  expect(found).toEqual(value(estimateLogicle(golden.width.column, settings)));
});

import { expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { scaleOperation } from "./scale-values.ts";

function run(values: readonly number[], parameters: object) {
  return scaleOperation.run(
    scaleOperation.input.parse({ values }),
    scaleOperation.parameters.parse(parameters),
  );
}

test("cytometry.scale places values and gives them back", () => {
  const x = [-1000, 0, 5, 1e5];
  for (const kind of ["logicle", "hyperlog", "arcsinh", "linear", "cofactor"]) {
    const places = value(run(x, { kind })).values as number[];
    const back = value(run(places, { kind, direction: "inverse" })).values as number[];
    back.forEach((found, i) => {
      expect(Math.abs(found - x[i]!)).toBeLessThan(1e-12 * Math.max(1e3, Math.abs(x[i]!)));
    });
  }
});

test("the default is the logicle of TV-B2", () => {
  const [place] = value(run([1000], {})).values;
  expect(Math.abs(place! - 0.454338)).toBeLessThan(5e-7);
});

test("values without a place are left empty and counted", () => {
  const result = run([-5, 0, 262144], { kind: "log" });
  expect(value(result).values).toEqual([null, null, 1]);
  expect(codes(result)).toEqual(["cytometry-scale-no-place"]);
  expect("warnings" in result && result.warnings[0]!.parameters).toMatchObject({
    n: 2,
    total: 3,
    kind: "log",
  });
});

test("a place whose value overflows is left empty", () => {
  expect(value(run([1e6], { kind: "logicle", direction: "inverse" })).values).toEqual([null]);
});

test("parameters that break a rule are refused", () => {
  expect(codes(run([1], { w: 3 }))).toContain("cytometry-scale-parameter");
});

import { expect, test } from "vitest";
import { callOf, searchOf } from "./call-link.ts";

test("an address holds input and parameters, and gives them back", () => {
  const search = searchOf({ diameter: 100 }, { viscosity: 1 });
  expect(callOf(JSON.parse(JSON.stringify(search)))).toEqual({
    input: { diameter: 100 },
    parameters: { viscosity: 1 },
  });
  expect(searchOf({ a: 1 }, {})).toEqual({ input: { a: 1 } });
});

test("input that is too long is left out, and what is no input is none", () => {
  expect(searchOf({ values: Array.from({ length: 2000 }, (_, index) => index) }, {})).toBeNull();
  for (const search of [{}, { input: "x" }, { input: [1] }, { input: null }])
    expect(callOf(search)).toBeNull();
});

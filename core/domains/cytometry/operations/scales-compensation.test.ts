import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { canonicalJson, isRefused, type Json } from "../../../kernel/index.ts";
import { compensationOperations } from "./compensation/index.ts";
import { compensationIssues } from "./compensation/issues.ts";
import { scalesOperations } from "./scales/index.ts";
import { scalesIssues } from "./scales/issues.ts";

const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.5, 2, 100, 1e-9, 1e9, 1e300, -1e300, 5e-324, Number.MAX_VALUE),
  fc.double({ min: -5, max: 5, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const row = fc.array(number, { maxLength: 5 });
const square = fc.integer({ min: 0, max: 4 }).chain((n) => {
  const one = fc.array(number, { minLength: n, maxLength: n });
  return fc.record({
    matrix: fc.array(one, { minLength: n, maxLength: n }),
    events: fc.array(one, { maxLength: 4 }),
  });
});
const ragged = fc.record({
  matrix: fc.array(row, { maxLength: 5 }),
  events: fc.array(row, { maxLength: 4 }),
});

const inputs: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  "cytometry.scale": fc.record({ values: row }),
  "cytometry.logicleWidth": fc.record({ values: row }),
  "cytometry.compensation": fc
    .oneof(square, ragged)
    .map(({ matrix, events }) => ({ spillover: matrix, events })),
  "cytometry.unmixing": fc
    .record({ given: fc.oneof(square, ragged), weights: fc.option(row) })
    .map(({ given: { matrix, events }, weights }) => ({ spectra: matrix, events, weights })),
};
const parameters = fc.record(
  {
    kind: fc.constantFrom("logicle", "hyperlog", "arcsinh", "log", "linear", "cofactor"),
    direction: fc.constantFrom("forward", "inverse"),
    diagonal: fc.constantFrom("normalise", "as-stated"),
    t: number,
    m: number,
    w: number,
    a: number,
    cofactor: number,
  },
  { requiredKeys: [] },
);

const operations = [...scalesOperations, ...compensationOperations];

test("the operations are those of this part", () => {
  expect(operations.map(({ id }) => id)).toEqual(Object.keys(inputs));
});

test.each(operations)("every field of $id has a name in both languages and a unit", (operation) => {
  for (const schema of [operation.input, operation.parameters]) {
    const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
    for (const property of Object.values(properties)) {
      expect(property).toMatchObject({
        unit: "1",
        label: { en: expect.any(String), ja: expect.stringMatching(/[ぁ-んァ-ヶ一-龠]|asinh/) },
      });
    }
  }
});

describe("any input gives finite numbers in canonical JSON or issues, and never throws", () => {
  test.each(operations)("$id", (operation) => {
    let taken = 0;
    fc.assert(
      fc.property(inputs[operation.id]!, parameters, (given, chosen) => {
        const input = operation.input.safeParse(given);
        const settings = operation.parameters.safeParse(chosen);
        if (!input.success || !settings.success) return;
        const result = operation.run(input.data, settings.data);
        canonicalJson(result as unknown as Json);
        if (isRefused(result)) expect(result.issues.some(({ severity }) => severity === "error")).toBe(true);
        else taken++;
      }),
      { numRuns: 1500, seed: 41 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});

describe("issues", () => {
  const places = (sentence: string) =>
    [...sentence.matchAll(/\{([A-Za-z]\w*)\}/g)].map((one) => one[1]!).sort();
  const entries = Object.entries({ ...scalesIssues.definitions, ...compensationIssues.definitions });
  test.each(entries)("%s has the same places in both languages", (_, { message, remedy }) => {
    for (const text of [message, remedy]) expect(places(text.ja)).toEqual(places(text.en));
  });
});

import { describe, expect, test } from "vitest";
import type { Json } from "../../../kernel/index.ts";
import { all, altered, file, holds, lines, sheet, study, type Told, table } from "./hostile.test-support.ts";
import { contrastRows, values } from "./run-study.test-support.ts";

const named = (name: string, one: Json) =>
  JSON.parse(`{"contrasts": {"${name}": ${JSON.stringify(one)}}}`) as Json;

describe("contrasts and parameters", () => {
  const batch = (cells: readonly string[]) => sheet().map((row, at) => ({ ...row, batch: cells[at]! }));
  const cases: readonly (readonly [string, Told])[] = [
    [
      "a column that is not there",
      {
        parameters: named("C", { column: "site", test: ["x"] }),
        codes: ["proteome-contrast-column"],
        tested: null,
      },
    ],
    [
      "a cell that is not there",
      {
        parameters: named("C", { test: ["x"], against: ["b"] }),
        codes: ["proteome-contrast-empty"],
        tested: null,
      },
    ],
    [
      "one cell on both sides",
      {
        parameters: named("C", { test: ["a"], against: ["a"] }),
        codes: ["proteome-contrast-both-sides"],
        tested: null,
      },
    ],
    [
      "every cell on one side",
      { parameters: named("C", { test: ["a", "b"] }), codes: ["proteome-contrast-empty"], tested: null },
    ],
    [
      "adjusted for a column that is not there",
      {
        parameters: named("C", { test: ["a"], adjust: ["nope"] }),
        codes: ["proteome-contrast-column"],
        tested: null,
      },
    ],
    [
      "adjusted for what tells the sides apart",
      {
        rows: batch(["1", "1", "1", "2", "2", "2"]),
        parameters: named("C", { test: ["a"], adjust: ["batch"] }),
        codes: ["proteome-contrast-aliased"],
        tested: null,
      },
    ],
    [
      "adjusted for what one sample does not say",
      {
        rows: batch(["1", "2", "", "1", "2", "2"]),
        parameters: named("C", { test: ["a"], adjust: ["batch"] }),
        codes: ["proteome-contrast-cells"],
        tested: 40,
      },
    ],
    [
      "a parameter that is not known",
      { parameters: { nonsense: 1 }, codes: ["proteome-parameters-invalid"], tested: 40 },
    ],
    [
      "a quantity that is not there",
      { parameters: { quantity: "constructor" }, codes: ["proteome-quantity-unknown"], tested: null },
    ],
    [
      "a contrast by the name of an object's member",
      { parameters: named("constructor", { test: ["a"] }), codes: [], tested: 40 },
    ],
    [
      "a contrast that the schema would pass over",
      { parameters: named("__proto__", { test: ["a"] }), codes: ["proteome-parameters-invalid"], tested: 40 },
    ],
    [
      "a column by the name of an object's member",
      {
        parameters: named("C", { column: "constructor", test: ["a"] }),
        codes: ["proteome-contrast-column"],
        tested: null,
      },
    ],
    [
      "__proto__ as a column",
      {
        parameters: named("C", { column: "__proto__", test: ["a"] }),
        codes: ["proteome-contrast-column"],
        tested: null,
      },
    ],
  ];
  test.each(cases)("%s", async (_, told) => {
    await holds(told);
  });
});

const members = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf"];

test("features, samples, donors and conditions named as members of every object stay text", async () => {
  const text = table(
    lines(40).map(([id, ...cells], at) => [members[at] ?? id, ...cells]),
    members,
  );
  const rows = members.map((name, at) => ({
    ...{ file, capture: name, sample: name, donor: name, role: "sample" },
    condition: at < 3 ? "__proto__" : "constructor",
  }));
  const result = await study(text, rows);
  expect(result.codes).toEqual([]);
  expect(values(result, "tested")).toEqual([40]);
  expect(contrastRows(result).get("__proto__")!.firstObserved).toBe(3);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

describe("no treatment or test breaks on bad values: a number, an issue, or a count of rows not tested", () => {
  const tables = {
    "no value": table(all("0")),
    "one value": table(all("1000")),
    "a sample without a value": altered((rows) => {
      for (const row of rows) row[1] = "0";
    }),
    "one feature": table(lines(1)),
    "half missing": altered((rows) => {
      rows.forEach((row, at) => {
        row[1 + (at % 6)] = row[1 + ((at * 5) % 6)] = row[1 + ((at * 3) % 6)] = "0";
      });
    }),
  };
  const treatments = [
    ...["median", "quantile", "cyclic-loess", "vsn", "core-set", "particle-number"].map((normalisation) => ({
      normalisation,
    })),
    ...["down-shifted", "min-prob", "qrilc", "k-nearest"].map((imputation) => ({ imputation })),
    ...["rank-sum", "mixed-model", "moderated-t"].flatMap((method) => [
      { method },
      { method, minimumObserved: 1 },
    ]),
    { robust: true },
    { trend: true },
  ];
  test.each(Object.entries(tables))("%s", async (_, text) => {
    for (const parameters of treatments) {
      const result = await study(text, sheet(), parameters);
      const tested = values(result, "tested")[0] ?? 0;
      const told = result.codes.length + values(result, "notTested").length;
      expect(tested > 0 || told > 0).toBe(true);
    }
  });
});

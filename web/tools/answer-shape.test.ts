import { domains } from "vesica/domains";
import { runOperation } from "vesica/study";
import { describe, expect, test } from "vitest";
import { type AnswerPart, answerParts, curveOf } from "./answer-shape.ts";

const interval = { kind: "confidence", level: 0.95, lower: 1, upper: 3, method: "t-mean" } as const;
const kindsOf = (parts: readonly AnswerPart[]) => parts.map(({ path, shape }) => `${path}:${shape.kind}`);

describe("what an operation gave, in parts", () => {
  test("numbers with intervals, codes, groups and what goes with a number", () => {
    const value = { a: { value: 2, interval, se: 0.5 }, flags: ["x"], inner: { n: 3, interval } };
    const parts = answerParts(value);
    expect(kindsOf(parts)).toEqual(["a:measured", "a.se:value", "flags:words", "inner:group"]);
    expect(parts[3]!.shape).toMatchObject({ parts: [{ path: "inner.n" }, { path: "inner.interval" }] });
  });

  test("rows of objects become columns, with an interval's limits apart", () => {
    const value = {
      rows: [
        { a: 1, b: { value: 2, interval } },
        { a: 4, c: ["x", "y"] },
      ],
    };
    const [table] = answerParts(value);
    expect(table!.shape).toMatchObject({
      rows: 2,
      columns: [
        { path: "rows.a", cells: [1, 4] },
        { path: "rows.b.value", cells: [2, null] },
        { path: "rows.b.interval.lower", cells: [1, null] },
        { path: "rows.b.interval.upper", cells: [3, null] },
        { path: "rows.c", cells: [null, "x, y"] },
      ],
    });
  });

  test("a list of numbers stands beside the input's of the same length", () => {
    const [table] = answerParts({ values: [0.1, 0.2] }, { values: [10, 20], other: [1] });
    expect(table!.shape).toMatchObject({
      columns: [
        { path: "input.values", cells: [10, 20] },
        { path: "values", cells: [0.1, 0.2] },
      ],
    });
  });

  test("the Mie curve and the logicle scale are drawn; a table without order is not", () => {
    for (const id of ["cytometry.mie", "cytometry.scale"]) {
      const operation = domains.flatMap(({ operations }) => operations).find((each) => each.id === id)!;
      const { input, parameters = {} } = operation.example!;
      const result = runOperation(operation, { input, parameters });
      if (!("value" in result)) throw new Error(id);
      const tables = answerParts(result.value.value, input).flatMap(({ shape }) =>
        shape.kind === "table" ? [shape] : [],
      );
      expect(tables.map(({ columns }) => curveOf(columns) !== null)).toEqual([true]);
    }
    const cells = [1, 3, 2, 4, 5, 6, 7, 8];
    expect(
      curveOf([
        { path: "x", cells },
        { path: "y", cells },
      ]),
    ).toBeNull();
  });
});

import { formField } from "vesica/study";
import { describe, expect, test } from "vitest";
import { firstValue, optionOf, pastedRows, renamed, withPath, writtenValue } from "./values.ts";

describe("values of a form", () => {
  const level = formField("level", { type: "number", default: 0.95 }, false);

  test("a default stays out of what is written", () => {
    expect(writtenValue(level, 0.95)).toBeUndefined();
    expect(writtenValue(level, 0.9)).toBe(0.9);
    const list = formField("a", { type: "array", items: { type: "string" }, default: ["x"] }, false);
    expect(writtenValue(list, ["x"])).toBeUndefined();
  });

  test("a member deep inside is set and taken out with what then holds nothing", () => {
    const set = withPath({ a: 1 }, ["control", "total"], 5);
    expect(set).toEqual({ a: 1, control: { total: 5 } });
    expect(withPath(set, ["control", "total"], undefined)).toEqual({ a: 1 });
  });

  test("an entry keeps its place under another name, and no other is lost", () => {
    expect(Object.keys(renamed({ a: 1, b: 2, c: 3 }, "b", "x"))).toEqual(["a", "x", "c"]);
    expect(renamed({ a: 1, b: 2 }, "b", "a")).toEqual({ a: 1, b: 2 });
  });

  test("the option of a union is told by the value", () => {
    const options = [
      formField("", { const: "file" }, true),
      formField("", { type: "object", properties: {} }, true),
      formField("", { type: "array", items: { type: "number" } }, true),
    ];
    expect([optionOf(options, "file"), optionOf(options, {}), optionOf(options, [1])]).toEqual([0, 1, 2]);
    expect(optionOf(options, undefined)).toBe(-1);
  });

  test("what is added begins as its kind", () => {
    const kinds = {
      oneOf: [{ properties: { kind: { const: "a" } } }, { properties: { kind: { const: "b" } } }],
    };
    expect(firstValue(formField("", kinds, true))).toEqual({ kind: "a" });
    expect(firstValue(level)).toBe(0.95);
  });

  test("cells of a spreadsheet fill a table from where they are pasted, with rows added", () => {
    const paths = [["a"], ["b", "c"]];
    const parse = (_: number, text: string) => (text === "" ? undefined : Number(text));
    expect(pastedRows([{ a: 1 }], paths, "2\t3\r\n4\t\n", { row: 0, column: 0 }, parse)).toEqual([
      { a: 2, b: { c: 3 } },
      { a: 4 },
    ]);
    expect(pastedRows([{ a: 1 }], paths, "5\t6", { row: 0, column: 1 }, parse)).toEqual([
      { a: 1, b: { c: 5 } },
    ]);
  });
});

import { expect, test } from "vitest";
import { listFormats } from "../worker/list-formats.ts";
import { choiceWords } from "./choice-words.ts";
import { mappingFields, typedColumns } from "./mapping-fields.ts";

const formats = await listFormats();
const schema = formats.find(({ id }) => id === "particles.mapped-table")!.mapping!;
const fields = mappingFields(schema);
const field = (name: string) => fields.find((each) => each.name === name)!;

test("a mapped format's fields have words, required ones stand first", () => {
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(
    fields.slice(0, 4).map(({ name }) => name),
  );
  for (const { name, label } of fields) {
    expect(label.en).not.toBe(name);
    expect(label.ja).not.toBe(label.en);
  }
  expect(field("size")).toMatchObject({ kind: "column", required: true, orNumber: false });
  expect(field("totalConcentration")).toMatchObject({ kind: "column", orNumber: true });
  expect(field("concentrationUnit").choices).toContain("particles/mL");
  expect(field("detectionLimit")).toMatchObject({ kind: "number", unit: "nm" });
  expect(field("delimiter").choices).not.toContain("\t");
});

test("words for choices are of choices that there are", () => {
  const all = new Set(fields.flatMap(({ choices }) => choices));
  expect(Object.keys(choiceWords).filter((choice) => !all.has(choice))).toEqual([]);
});

test("numbers are written as numbers, but a column that is called so stays a column", () => {
  const typed = {
    size: "60",
    totalConcentration: "2.5e9",
    dilution: "10",
    headerLine: " ",
    lastLine: "many",
  };
  expect(typedColumns(fields, typed, ["60", "70"])).toEqual({
    size: "60",
    totalConcentration: 2.5e9,
    dilution: 10,
    lastLine: "many",
  });
  expect(typedColumns(fields, { totalConcentration: "70" }, ["60", "70"])).toEqual({
    totalConcentration: "70",
  });
});

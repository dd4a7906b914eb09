import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cytometry } from "../domains/cytometry/index.ts";
import { domains } from "../domains/index.ts";
import { field } from "../kernel/index.ts";
import { type FormField, formFields } from "./form-field.ts";
import { parametersSchema } from "./operation-schema.ts";

const fieldsOf = (schema: z.ZodType) => formFields(parametersSchema({ parameters: schema }));
const only = (schema: z.ZodType): FormField => fieldsOf(z.object({ it: schema }))[0]!;

describe("fields of a form from a schema", () => {
  test("tells name, unit, default and need of a number", () => {
    const level = field(z.number().positive().lt(1).default(0.95), "1", "Level", "水準");
    expect(only(level)).toMatchObject({
      kind: "number",
      label: { en: "Level", ja: "水準" },
      unit: "",
      required: false,
      defaultValue: 0.95,
      range: "> 0, < 1",
      integer: false,
    });
    expect(only(field(z.int().min(0), "nm", "D", "径"))).toMatchObject({
      unit: "nm",
      required: true,
      integer: true,
      range: "≥ 0",
    });
  });

  test.each<[string, z.ZodType, object]>([
    ["a number or null", z.number().nullable(), { kind: "number", nullable: true }],
    ["a choice of words", z.enum(["a", "b"]), { kind: "choice", choices: ["a", "b"] }],
    ["a choice of constants", z.union([z.literal(1), z.literal(2)]), { kind: "choice", choices: [1, 2] }],
    ["a long text", z.string().max(9999), { kind: "text", long: true }],
    ["a column of numbers", z.array(z.number().min(0)), { kind: "numbers", range: "≥ 0", gaps: false }],
    ["a column with gaps", z.array(z.number().nullable()), { kind: "numbers", gaps: true }],
    ["a column or null", z.array(z.number()).nullable(), { kind: "numbers", nullable: true }],
    ["rows of numbers", z.array(z.array(z.number())), { kind: "matrix" }],
    ["pairs of numbers", z.array(z.tuple([z.number(), z.number()])), { kind: "matrix" }],
    ["names", z.array(z.string()), { kind: "words" }],
    ["a record", z.record(z.string(), z.number()), { kind: "record", item: { kind: "number" } }],
    ["anything", z.json(), { kind: "json" }],
    ["two types", z.union([z.string(), z.object({ a: z.number() })]), { kind: "union" }],
  ])("knows %s", (_, schema, shape) => {
    expect(only(schema)).toMatchObject(shape);
  });

  test("makes a table of objects whose members fit into cells, nested ones too", () => {
    const rows = z.array(z.object({ a: z.number(), b: z.object({ c: z.string() }).optional() }));
    const table = only(rows) as FormField<"table">;
    expect(table.columns.map(({ path }) => path.join("."))).toEqual(["a", "b.c"]);
    expect(only(z.array(z.object({ a: z.array(z.number()) }))).kind).toBe("list");
  });

  test("knows kinds of an object by the constant that tells them apart", () => {
    const schema = parametersSchema({ parameters: cytometry.parameters! });
    const fields = formFields(schema);
    const beads = fields.find(({ name }) => name === "beads") as FormField<"record">;
    const kinds = beads.item as FormField<"variants">;
    expect(kinds.discriminator).toBe("kind");
    expect(kinds.options.map(({ value }) => value)).toEqual(["fluorescence", "scatter", "counting"]);
  });

  test("every operation and every room is covered without falling back to JSON", () => {
    const schemas = domains.flatMap(({ operations, parameters }) => [
      ...operations.flatMap((operation) => [operation.input, operation.parameters]),
      ...(parameters ? [parameters] : []),
    ]);
    const kinds = new Set(schemas.flatMap(fieldsOf).flatMap(kindsOf));
    expect(kinds).not.toContain("json");
    expect(kinds.size).toBeGreaterThan(12);
  });
});

function kindsOf(found: FormField): string[] {
  const inner =
    found.kind === "object"
      ? found.fields
      : found.kind === "list" || found.kind === "record"
        ? [found.item]
        : found.kind === "tuple"
          ? found.items
          : found.kind === "union"
            ? found.options
            : found.kind === "variants"
              ? found.options.flatMap(({ fields }) => fields)
              : found.kind === "table"
                ? found.columns.map((column) => column.field)
                : [];
  return [found.kind, ...inner.flatMap(kindsOf)];
}

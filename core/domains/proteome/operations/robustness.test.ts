import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { canonicalJson, isRefused, type Json } from "../../../kernel/index.ts";
import { proteomeOperations as operations } from "./index.ts";

interface Schema {
  readonly type?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
}

const odd = [0, 1, 2, 3, 5, 10, 20, 100, 100.5, 0.5, 0.95, 1e-9, 1e-300, 1e9, 1e300, -1, Number.MAX_VALUE];
const numbers = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 2000 }) },
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const plain = fc.double({ min: 1, max: 1000, noNaN: true });
const ascending = fc
  .uniqueArray(plain, { minLength: 2, maxLength: 12 })
  .map((list) => list.sort((a, b) => a - b));

/** Values of any schema that the operations use; numbers of every size, lists that often ascend. */
function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map(valuesOf));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "object": {
      const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, valuesOf(one)]);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] as never[] });
    }
    case "array": {
      if (schema.items?.type !== "number") return fc.array(valuesOf(schema.items!), { maxLength: 12 });
      return fc.oneof(ascending, fc.array(plain, { maxLength: 11 }), fc.array(numbers, { maxLength: 12 }));
    }
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return fc.constantFrom("a", "b", "c", "");
    default:
      return numbers;
  }
}

describe("any input that the schema takes gives a value in canonical JSON or issues, and never throws", () => {
  for (const operation of operations) {
    test(operation.id, () => {
      const input = valuesOf(z.toJSONSchema(operation.input, { io: "input" }) as Schema);
      const parameters = valuesOf(z.toJSONSchema(operation.parameters, { io: "input" }) as Schema);
      fc.assert(
        fc.property(input, fc.oneof(fc.constant({}), parameters), (given, chosen) => {
          const parsed = operation.input.safeParse(given);
          const settings = operation.parameters.safeParse(chosen);
          if (!parsed.success || !settings.success) return;
          const result = operation.run(parsed.data, settings.data);
          canonicalJson(result as unknown as Json);
          if (isRefused(result))
            expect(result.issues.some(({ severity }) => severity === "error")).toBe(true);
        }),
        { numRuns: 400, seed: 20 },
      );
    });
  }
});

import { describe, expect, test } from "vitest";
import { parametersSchema, runOperation } from "../study/index.ts";
import { domains } from "./index.ts";

const operations = domains.flatMap((domain) => domain.operations.map((each) => [each.id, each] as const));

describe("examples of operations", () => {
  test.each(operations)("%s runs on its example and refuses nothing", (_, operation) => {
    const { input, parameters = {} } = operation.example!;
    const result = runOperation(operation, { input, parameters });
    expect("issues" in result ? result.issues.map(({ message }) => message.en) : []).toEqual([]);
    expect("value" in result && JSON.stringify(result.value)).not.toBe("{}");
  });

  test.each(operations)(
    "the example of %s is told by its form: no key that the schema has not",
    (_, operation) => {
      const { input, parameters = {} } = operation.example!;
      const known = Object.keys(parametersSchema({ parameters: operation.input }).properties ?? {});
      expect(Object.keys(input as object).filter((key) => !known.includes(key))).toEqual([]);
      const settings = Object.keys(parametersSchema(operation).properties ?? {});
      expect(Object.keys(parameters as object).filter((key) => !settings.includes(key))).toEqual([]);
    },
  );
});

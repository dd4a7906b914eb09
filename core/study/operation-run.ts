import type { z } from "zod";
import { type AnyOperation, accepted, type Issue, type Result, refused } from "../kernel/index.ts";
import { operationCallIssues } from "./operation-issues.ts";
import { reasonsAgainst } from "./reasons.ts";

/** What an operation is given, as JSON before defaults. */
export interface OperationCall {
  readonly input: unknown;
  readonly parameters: unknown;
}

/** What an operation gave: plain JSON, with the parameters that it used. */
export interface OperationAnswer {
  readonly parameters: unknown;
  readonly value: unknown;
}

/** `value` with its defaults filled in; refused with `input-invalid`, whose `place.key` is the path under `root`. */
export function checkedValue(schema: z.ZodType, value: unknown, root = ""): Result<unknown> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return accepted(parsed.data);
  return refused(
    ...reasonsAgainst(schema, value).map(({ path, message }): Issue => {
      const key = [...(root === "" ? [] : [root]), ...path.map(String)].join(".");
      const reasons = { reason: message.en, reasonJa: message.ja };
      const shown = path.map(String).join(".") || root || "input";
      return operationCallIssues.raise("input-invalid", { key: shown, ...reasons }, { place: { key } });
    }),
  );
}

/** Runs an operation on JSON; refused with `input-invalid` (keys under `input` and `parameters`) or as it refuses. */
export function runOperation(operation: AnyOperation, call: OperationCall): Result<OperationAnswer> {
  const input = checkedValue(operation.input, call.input, "input");
  const parameters = checkedValue(operation.parameters, call.parameters, "parameters");
  if (!("value" in input) || !("value" in parameters))
    return refused(...[input, parameters].flatMap((each) => ("value" in each ? [] : each.issues)));
  const result = operation.run(input.value, parameters.value);
  if (!("value" in result)) return result;
  const answer = { parameters: plainNumbers(parameters.value), value: plainNumbers(result.value) };
  return accepted(answer, result.warnings);
}

/** Typed arrays as arrays, for JSON. */
export function plainNumbers(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as Iterable<number>);
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainNumbers(member)]));
}

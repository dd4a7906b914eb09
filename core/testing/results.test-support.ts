import { type AnyOperation, isAccepted, isRefused, type Result } from "../kernel/index.ts";

/** The value of an accepted result; throws with the first code of a refused one. */
export function value<T>(result: Result<T>): T {
  if (!isAccepted(result)) throw new Error(result.issues[0]!.code);
  return result.value;
}

/** First code of a refused result, or `accepted`. */
export function code(result: Result<unknown>): string {
  return isRefused(result) ? result.issues[0]!.code : "accepted";
}

/** Runs an operation as the doors do: input and parameters through their schemas. */
// biome-ignore lint/suspicious/noExplicitAny: operations of every output
export function run(operation: AnyOperation, input: unknown, parameters: unknown = {}): Result<any> {
  return operation.run(operation.input.parse(input), operation.parameters.parse(parameters));
}

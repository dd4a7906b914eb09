import type { z } from "zod";
import type { Json } from "./canonical.ts";
import type { Result } from "./result.ts";
import type { Text } from "./text.ts";

/** What a person might give an operation; parameters that are not named have their defaults. */
export interface OperationExample {
  readonly input: Json;
  readonly parameters?: Json;
}

/**
 * A pure computation with everything that doors need to offer it: library function, command, form, page, cache key.
 * Parameters are a zod object with a unit in each field's `meta({ unit })` and a default wherever one is sensible.
 */
export interface Operation<Input = unknown, Parameters = unknown, Output = unknown> {
  /** `particles.sizeDistribution`; the part after the dot is the command's name in kebab case. */
  readonly id: string;
  /** Raised whenever the same input can give another output. */
  readonly version: string;
  readonly title: Text;
  readonly summary: Text;
  readonly input: z.ZodType<Input>;
  readonly parameters: z.ZodType<Parameters>;
  /** Input that shows what it does, as JSON: where forms begin. */
  readonly example?: OperationExample;
  run(input: Input, parameters: Parameters): Result<Output>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list holds operations of every input
export type AnyOperation = Operation<any, any, any>;

/** Declares an operation; the types of `run` follow from the two schemas. */
export function defineOperation<I, P, O>(operation: Operation<I, P, O>): Operation<I, P, O> {
  return operation;
}

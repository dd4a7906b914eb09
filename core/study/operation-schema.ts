import { z } from "zod";
import type { AnyOperation } from "../kernel/index.ts";
import type { JsonSchema } from "./json-schema.ts";

/** JSON Schema (draft 2020-12) of what an operation's parameters may be before defaults; units are in `unit`. */
export function parametersSchema({ parameters }: Pick<AnyOperation, "parameters">): JsonSchema {
  const options = { io: "input", unrepresentable: "any", reused: "inline" } as const;
  return z.toJSONSchema(parameters, options) as unknown as JsonSchema;
}

import { z } from "zod";
import type { AnyOperation, Json } from "../kernel/index.ts";

/** JSON Schema (draft 2020-12) of what an operation's parameters may be before defaults; units are in `unit`. */
export function parametersSchema(operation: Pick<AnyOperation, "parameters">): {
  readonly [name: string]: Json;
} {
  const schema = z.toJSONSchema(operation.parameters, { io: "input", unrepresentable: "any" });
  return schema as unknown as { readonly [name: string]: Json };
}

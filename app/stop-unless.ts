import type { Result } from "vesica/kernel";
import { exitStatus, Stop } from "./exit.ts";

/** The value, or a stop with why there is none. */
export function stopUnless<T>(result: Result<T>): T {
  if ("value" in result) return result.value;
  throw new Stop(exitStatus.refused, ...result.issues);
}

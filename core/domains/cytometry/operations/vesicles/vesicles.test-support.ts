import { type AnyOperation, isAccepted, isRefused, type Result } from "../../../../kernel/index.ts";
import type { Counted } from "./exposure.ts";

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

/** Events from a volume in uL that the sheet gives. */
export function inVolume(events: number, microlitres: number): Counted {
  return { events, exposure: { kind: "volume", microlitres, source: "sheet" } };
}

/** Events beside counting beads of a concentration in 1/mL. */
export function besideBeads(events: number, beads: number, concentration: number): Counted {
  return { events, exposure: { kind: "beads", beads, concentration } };
}

/** Largest relative distance of `found` from `want`, absolute where 0 is wanted. */
export function distance(found: readonly number[], want: readonly number[]): number {
  return Math.max(...want.map((one, i) => Math.abs(found[i]! - one) / (Math.abs(one) || 1)));
}

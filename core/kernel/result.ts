import type { Issue } from "./issue.ts";

/** A value with what has to be known about it. */
export interface Accepted<T> {
  readonly value: T;
  readonly warnings: readonly Issue[];
}

/** Input that could not be used, and why; at least one issue is an error. */
export interface Refused {
  readonly issues: readonly Issue[];
}

/** Bad data never throws: it is refused. A bug throws. */
export type Result<T> = Accepted<T> | Refused;

export function accepted<T>(value: T, warnings: readonly Issue[] = []): Accepted<T> {
  return { value, warnings };
}

export function refused(...issues: readonly Issue[]): Refused {
  return { issues };
}

export function isAccepted<T>(result: Result<T>): result is Accepted<T> {
  return "value" in result;
}

export function isRefused<T>(result: Result<T>): result is Refused {
  return !isAccepted(result);
}

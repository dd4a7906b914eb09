import {
  finiteResult as finite,
  defineFinite as finiteOperation,
  type Operation,
  type Result,
} from "../../../kernel/index.ts";
import { particlesIssues } from "./issues.ts";

const notFinite = (path: string) => particlesIssues.raise("particles-result-not-finite", { path });

/** The result, refused where a number in its value is NaN or infinite (`particles-result-not-finite`). */
export function finiteResult<T>(result: Result<T>): Result<T> {
  return finite(result, notFinite);
}

/** An operation of this room whose run never gives a number that is NaN or infinite. */
export function defineFinite<I, P, O>(operation: Operation<I, P, O>): Operation<I, P, O> {
  return finiteOperation(operation, notFinite);
}

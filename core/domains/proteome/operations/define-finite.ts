import { defineFinite as finiteOperation, type Operation } from "../../../kernel/index.ts";
import { inputIssues } from "./input-issues.ts";

/** An operation of this room whose run never gives a number that is NaN or infinite (`proteome-result-not-finite`). */
export function defineFinite<I, P, O>(operation: Operation<I, P, O>): Operation<I, P, O> {
  return finiteOperation(operation, (path) => inputIssues.raise("proteome-result-not-finite", { path }));
}

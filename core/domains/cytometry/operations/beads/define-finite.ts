import { defineFinite as finiteOperation, type Operation } from "../../../../kernel/index.ts";
import { beadIssues } from "./issues.ts";

/** An operation on beads whose run never gives a number that is NaN or infinite (`cytometry-beads-result-not-finite`). */
export function defineFinite<I, P, O>(operation: Operation<I, P, O>): Operation<I, P, O> {
  return finiteOperation(operation, (path) =>
    beadIssues.raise("cytometry-beads-result-not-finite", { path }),
  );
}

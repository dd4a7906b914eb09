import { defineOperation, isRefused, type Operation, type Result, refused } from "../../../kernel/index.ts";
import { particlesIssues } from "./issues.ts";

/** Path of the first number in `value` that is NaN or infinite, or null. */
function notFinite(value: unknown, path: string): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : path;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const found = notFinite(member, path === "" ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** The result, refused where a number in its value is NaN or infinite (`particles-result-not-finite`). */
export function finiteResult<T>(result: Result<T>): Result<T> {
  if (isRefused(result)) return result;
  const path = notFinite(result.value, "");
  return path === null ? result : refused(particlesIssues.raise("particles-result-not-finite", { path }));
}

/** `defineOperation` whose run never gives a number that is NaN or infinite. */
export function defineFinite<I, P, O>(operation: Operation<I, P, O>): Operation<I, P, O> {
  return defineOperation({
    ...operation,
    run: (input, parameters) => finiteResult(operation.run(input, parameters)),
  });
}

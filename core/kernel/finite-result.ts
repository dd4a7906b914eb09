import type { Issue } from "./issue.ts";
import { defineOperation, type Operation } from "./operation.ts";
import { isRefused, type Result, refused } from "./result.ts";

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

/** The result, refused with `issue` where a number in its value is NaN or infinite. */
export function finiteResult<T>(result: Result<T>, issue: (path: string) => Issue): Result<T> {
  if (isRefused(result)) return result;
  const path = notFinite(result.value, "");
  return path === null ? result : refused(issue(path));
}

/** `defineOperation` whose run never gives a number that is NaN or infinite. */
export function defineFinite<I, P, O>(
  operation: Operation<I, P, O>,
  issue: (path: string) => Issue,
): Operation<I, P, O> {
  return defineOperation({
    ...operation,
    run: (input, parameters) => finiteResult(operation.run(input, parameters), issue),
  });
}

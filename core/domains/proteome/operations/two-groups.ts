import { accepted, type Result, refused } from "../../../kernel/index.ts";
import { inputIssues } from "./input-issues.ts";

/**
 * The names in their order, the reference first: the one named, else the first. Issues: `proteome-groups-needed` where
 * there are fewer than two (or more than `most`), `proteome-reference-unknown`.
 */
export function groupsOf(
  given: readonly string[],
  reference: string | undefined,
  most = Number.POSITIVE_INFINITY,
): Result<readonly string[]> {
  const names = [...new Set(given)];
  const told = names.slice(0, 10).join(", ");
  if (names.length < 2 || names.length > most) {
    const needed = most === 2 ? "2" : "2+";
    return refused(inputIssues.raise("proteome-groups-needed", { n: names.length, names: told, needed }));
  }
  if (reference === undefined) return accepted(names);
  if (!names.includes(reference))
    return refused(inputIssues.raise("proteome-reference-unknown", { reference, names: told }));
  return accepted([reference, ...names.filter((name) => name !== reference)]);
}

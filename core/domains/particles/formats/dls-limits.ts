import type { Issue } from "../../../kernel/index.ts";
import { dlsIssues } from "./dls-issues.ts";

const most = 500;

/** The first 500 issues, and how many more there were. */
export function limitIssues(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length <= most) return issues;
  return [...issues.slice(0, most), dlsIssues.raise("dls-more-issues", { count: issues.length - most })];
}

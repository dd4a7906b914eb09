import type { Issue } from "../../../kernel/index.ts";
import { dlsIssues } from "./dls-issues.ts";

const most = 500;
const mostRecords = 20_000;

/** `dls-too-many-records` where a file has more records than are read of one. */
export function recordsIssue(count: number): Issue | null {
  return count > mostRecords ? dlsIssues.raise("dls-too-many-records", { count, limit: mostRecords }) : null;
}

/** The first 500 issues, and how many more there were. */
export function limitIssues(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length <= most) return issues;
  return [...issues.slice(0, most), dlsIssues.raise("dls-more-issues", { count: issues.length - most })];
}

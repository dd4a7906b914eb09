import type { Issue, Severity } from "vesica/kernel";

/** Issues that say the same of several files or places. */
export interface IssueGroup {
  readonly key: string;
  /** The first of them; the others differ in file and place only. */
  readonly issue: Issue;
  readonly all: readonly Issue[];
}

export const severities: readonly Severity[] = ["error", "warning", "note"];

/** Issues with the same sentence once, the most severe first, else in their order. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.code, issue.severity, issue.message.en, issue.remedy.en]);
    const same = groups.get(key);
    if (same) same.push(issue);
    else groups.set(key, [issue]);
  }
  const made = [...groups].map(([key, all]) => ({ key, issue: all[0]!, all }));
  return severities.flatMap((severity) => made.filter(({ issue }) => issue.severity === severity));
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** How many issues there are of each severity. */
export function countIssues(issues: readonly Pick<Issue, "severity">[]): SeverityCounts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of issues) counts[severity]++;
  return counts;
}

import type { IssueDefinition } from "../../../kernel/index.ts";
import { markerIssues } from "../analysis/markers/issues.ts";
import { inputIssues } from "./input-issues.ts";

/** Every issue that the operations of the proteome room can give, beyond those of statistics. */
export const operationIssues: Readonly<Record<string, IssueDefinition>> = {
  ...inputIssues.definitions,
  ...markerIssues.definitions,
};

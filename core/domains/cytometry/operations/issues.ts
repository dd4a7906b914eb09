import type { IssueDefinition } from "../../../kernel/index.ts";
import { beadIssues } from "./issues-beads.ts";
import { compensationIssues } from "./issues-compensation.ts";
import { gatesIssues } from "./issues-gates.ts";
import { multiplexIssues } from "./issues-multiplex.ts";
import { scalesIssues } from "./issues-scales.ts";
import { scatterIssues } from "./issues-scatter.ts";
import { vesicleIssues } from "./issues-vesicles.ts";

/** Every issue that the operations of the cytometry room can give. */
export const operationIssues: Readonly<Record<string, IssueDefinition>> = {
  ...scalesIssues.definitions,
  ...compensationIssues.definitions,
  ...gatesIssues.definitions,
  ...beadIssues.definitions,
  ...multiplexIssues.definitions,
  ...scatterIssues.definitions,
  ...vesicleIssues.definitions,
};

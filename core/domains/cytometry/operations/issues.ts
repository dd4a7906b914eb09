import type { IssueDefinition } from "../../../kernel/index.ts";
import { beadIssues } from "./beads/issues.ts";
import { compensationIssues } from "./compensation/issues.ts";
import { resultIssues } from "./define-finite.ts";
import { gatesIssues } from "./gates/issues.ts";
import { scatterIssues } from "./mie/issues.ts";
import { multiplexIssues } from "./multiplex/issues.ts";
import { scalesIssues } from "./scales/issues.ts";
import { vesicleIssues } from "./vesicles/issues.ts";

/** Every issue that the operations of the cytometry room can give. */
export const operationIssues: Readonly<Record<string, IssueDefinition>> = {
  ...resultIssues.definitions,
  ...scalesIssues.definitions,
  ...compensationIssues.definitions,
  ...gatesIssues.definitions,
  ...beadIssues.definitions,
  ...multiplexIssues.definitions,
  ...scatterIssues.definitions,
  ...vesicleIssues.definitions,
};

import { runStatus } from "@vesica/run/status";
import type { Issue } from "vesica/kernel";

/** What the process ends with. */
export const exitStatus = {
  ...runStatus,
  wrongUse: 2,
  fault: 4,
  cancelled: 130,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Ends a command with issues that a person can act on; never a bug. */
export class Stop extends Error {
  readonly status: ExitStatus;
  readonly issues: readonly Issue[];
  constructor(status: ExitStatus, ...issues: readonly Issue[]) {
    super(issues.map((issue) => issue.message.en).join("; "));
    this.name = "Stop";
    this.status = status;
    this.issues = issues;
  }
}

/** Why a signal was aborted: the person pressed Ctrl-C, or the system asked the process to end. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

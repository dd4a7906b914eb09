import type { DomainResult, Finding } from "../../../kernel/index.ts";
import { studySummary } from "../analysis/study-summary.ts";
import { calibrationFindings } from "./calibration.ts";
import { checkFindings } from "./checks.ts";
import { instrumentFindings } from "./instrument.ts";
import { miflowcytFindings } from "./miflowcyt-ev-findings.ts";

/** Findings about flow cytometry: controls and dilution of every sample, calibrations, the instrument's own warnings, the MIFlowCyt-EV items. */
export function cytometryRules(result: DomainResult): readonly Finding[] {
  return [
    ...checkFindings(result),
    ...calibrationFindings(result),
    ...instrumentFindings(result),
    ...miflowcytFindings(studySummary(result.study).miflowcyt),
  ];
}

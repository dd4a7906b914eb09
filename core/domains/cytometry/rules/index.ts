import type { DomainResult, Finding } from "../../../kernel/index.ts";
import { calibrationFindings } from "./calibration.ts";
import { checkFindings } from "./checks.ts";
import { instrumentFindings } from "./instrument.ts";

/** Findings about flow cytometry: controls and dilution of every sample, calibrations and the instrument's own warnings. */
export function cytometryRules(result: DomainResult): readonly Finding[] {
  return [...checkFindings(result), ...calibrationFindings(result), ...instrumentFindings(result)];
}

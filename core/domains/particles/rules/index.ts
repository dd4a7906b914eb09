import type { DomainResult, Finding } from "../../../kernel/index.ts";
import { acceptanceFindings } from "./acceptance.ts";
import { instrumentFindings } from "./instrument.ts";

/** Findings about particle measurements: the acceptance flags and the instrument's own warnings. */
export function particlesRules(result: DomainResult): readonly Finding[] {
  return [...acceptanceFindings(result), ...instrumentFindings(result)];
}

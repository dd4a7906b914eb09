import type { Finding } from "../../../kernel/index.ts";

/** Findings of this room. */
export function proteomeRules(): readonly Finding[] {
  return [];
}

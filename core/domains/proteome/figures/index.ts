import type { Figure } from "../../../kernel/index.ts";

/** Figures of this room. */
export function proteomeFigures(): readonly Figure[] {
  return [];
}

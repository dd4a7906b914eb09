import { createContext, type ReactNode } from "react";
import type { Drawings, TableBlock } from "vesica/report";

/** What numbers and links of blocks do when they are chosen, and the drawings of figures. */
export interface BlockContext {
  readonly drawings: Drawings | null;
  /** Opens why a number is what it is; `estimate` is its key. */
  why(estimate: string): void;
  /** Opens an evidence node by the report's anchor; false where the anchor is none of evidence. */
  evidence(anchor: string): boolean;
  /** What stands in the place of a table; null for the table itself. */
  table?(block: TableBlock): ReactNode;
}

export const BlocksContext = createContext<BlockContext>({
  drawings: new Map(),
  why: () => {},
  evidence: () => false,
});

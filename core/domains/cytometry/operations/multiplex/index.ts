import type { AnyOperation } from "../../../../kernel/index.ts";
import { multiplexBeads } from "./multiplex-operations.ts";

export * from "./multiplex-beads.ts";
export * from "./normalise.ts";
export * from "./standards.ts";

/** Operations on multiplex bead assays. */
export const multiplexOperations: readonly AnyOperation[] = [multiplexBeads];

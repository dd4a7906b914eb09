import type { AnyOperation } from "../../../../kernel/index.ts";
export const beadsOperations: readonly AnyOperation[] = [];

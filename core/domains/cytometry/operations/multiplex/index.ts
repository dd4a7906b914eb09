import type { AnyOperation } from "../../../../kernel/index.ts";
export const multiplexOperations: readonly AnyOperation[] = [];

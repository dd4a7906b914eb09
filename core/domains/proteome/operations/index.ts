import type { AnyOperation } from "../../../kernel/index.ts";

export const proteomeOperations: readonly AnyOperation[] = [];

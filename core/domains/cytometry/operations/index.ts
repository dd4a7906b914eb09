import type { AnyOperation } from "../../../kernel/index.ts";

export const cytometryOperations: readonly AnyOperation[] = [];

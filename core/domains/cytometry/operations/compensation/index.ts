import type { AnyOperation } from "../../../../kernel/index.ts";
import { compensation, unmixing } from "./matrix-operations.ts";

export * from "./compensation.ts";
export * from "./control-spillover.ts";
export * from "./matrix-operations.ts";
export * from "./matrix-text.ts";
export type { Column } from "./mix-columns.ts";
export * from "./unmixing.ts";

export const compensationOperations: readonly AnyOperation[] = [compensation, unmixing];

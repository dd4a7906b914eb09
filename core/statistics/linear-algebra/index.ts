export * from "./lu.ts";
export * from "./matrix.ts";
export * from "./singular-values.ts";

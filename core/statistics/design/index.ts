export * from "./aliasing.ts";
export * from "./association.ts";
export * from "./contingency.ts";
export * from "./factor.ts";
export * from "./guard.ts";
export * from "./power.ts";
export * from "./replicate-level.ts";
export * from "./shared-levels.ts";

export * from "./assemble.ts";
export * from "./document.ts";
export * from "./issues.ts";
export * from "./run.ts";
export * from "./schema.ts";

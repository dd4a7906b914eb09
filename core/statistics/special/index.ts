export * from "./deviance.ts";
export * from "./erf.ts";
export * from "./gamma.ts";
export * from "./incomplete-beta.ts";
export * from "./incomplete-gamma.ts";
export * from "./inverse-beta.ts";
export * from "./inverse-gamma.ts";
export * from "./tail.ts";

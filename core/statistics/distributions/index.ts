export * from "./beta.ts";
export * from "./binomial.ts";
export * from "./chi-square.ts";
export * from "./f.ts";
export * from "./gamma.ts";
export type { Limits } from "./interval.ts";
export * from "./normal.ts";
export * from "./poisson.ts";
export * from "./t.ts";

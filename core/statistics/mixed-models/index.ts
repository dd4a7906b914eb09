export { mixedModelIssues } from "./issues.ts";
export * from "./random-intercept.ts";
export type { DegreesOfFreedom } from "./row-fits.ts";

export { mixedModelIssues } from "./issues.ts";
export * from "./random-intercept.ts";

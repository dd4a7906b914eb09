export * from "./compare.ts";
export * from "./conditions.ts";
export { type DonorValue, donorMeans } from "./donor-means.ts";
export { groupIssues } from "./issues.ts";

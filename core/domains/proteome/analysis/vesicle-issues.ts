import { catalogueIssues } from "./catalogues/issues.ts";
import { comparisonIssues } from "./comparison/issues.ts";
import { markerIssues } from "./markers/issues.ts";

/** Every issue that markers, comparisons of fractions and catalogues can give. */
export const vesicleIssues = {
  ...markerIssues.definitions,
  ...comparisonIssues.definitions,
  ...catalogueIssues.definitions,
};

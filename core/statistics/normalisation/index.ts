export { factorNormalised, medianNormalised, subsetNormalised } from "./centring.ts";
export { type CyclicLoessOptions, cyclicLoessNormalised } from "./cyclic-loess.ts";
export { normalisationIssues } from "./issues.ts";
export { type LowessOptions, lowess } from "./lowess.ts";
export { type MaStatistics, maOfSamples, maStatistics, mostUnchanged, type UnchangedCheck } from "./ma.ts";
export type { NormalisationAssumption, Normalised } from "./normalised.ts";
export { quantileNormalised } from "./quantile.ts";
export { type VsnNormalised, vsnNormalised } from "./vsn.ts";

export { type ArrayWeightOptions, type ArrayWeights, arrayWeights } from "./array-weights.ts";
export { type BlockCorrelation, blockCorrelation } from "./block-correlation.ts";
export { type ContrastOptions, fitContrasts } from "./fit-contrasts.ts";
export { fitLinearModels, type LinearModelOptions } from "./fit-linear-models.ts";
export { linearModelIssues } from "./issues.ts";
export type { LinearFits } from "./linear-fits.ts";
export { type ModeratedFits, type ModerationOptions, moderate } from "./moderate.ts";

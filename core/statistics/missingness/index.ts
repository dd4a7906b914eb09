export {
  type AbundanceRelation,
  detectionAt,
  type MissingnessVerdict,
  missingnessByAbundance,
} from "./abundance.ts";
export { type CochranQ, equalMissingness, type MissingnessOfBatch, missingnessByBatch } from "./batches.ts";
export {
  detectionByGroup,
  detectionOfPair,
  type GroupDetection,
  type GroupPairDetection,
  type MissingFractions,
  missingFractions,
  type OnOffFeature,
} from "./counts.ts";
export { fisherExact } from "./fisher-exact.ts";
export { type LogisticLine, logisticLine } from "./logistic-line.ts";

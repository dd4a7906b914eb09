export { type ArrangementOptions, type Arrangements, arrangements } from "./arrangements.ts";
export {
  observedStatistics,
  type PermutationCounts,
  type PermutationOptions,
  type PermutationTable,
  permutationCounts,
  permutationTable,
  permutationTest,
} from "./permutation-test.ts";
export type { DifferenceStatistic } from "./statistics.ts";

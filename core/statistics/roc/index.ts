export {
  type AreaComparison,
  compareAucPaired,
  compareAucUnpaired,
  type ScoredMarker,
} from "./compare-auc.ts";
export { type AreaInterval, type DeLong, deLong, hanleyMcNeilSe } from "./delong.ts";
export type { Direction } from "./placements.ts";
export { auc, type RocCurve, rocCurve, type Youden, youden } from "./roc-curve.ts";
export { accuracyAt, type Proportion, wilsonProportion } from "./wilson.ts";

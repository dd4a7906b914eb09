import type { AnyOperation } from "../../../kernel/index.ts";
import { adjustP } from "./adjust-p.ts";
import { compareAuc } from "./compare-auc.ts";
import { contaminantFraction } from "./contaminant-fraction.ts";
import { designPower } from "./design-power.ts";
import { gsea } from "./gsea.ts";
import { impute } from "./impute.ts";
import { markerCategory } from "./marker-category.ts";
import { markerPanel } from "./marker-panel.ts";
import { maxLfq } from "./max-lfq.ts";
import { mixedModel } from "./mixed-model.ts";
import { moderatedT } from "./moderated-t.ts";
import { normalise } from "./normalise.ts";
import { nsaf } from "./nsaf.ts";
import { overRepresentation } from "./over-representation.ts";
import { proteinScore } from "./protein-score.ts";
import { rankSum } from "./rank-sum.ts";
import { rocCurve } from "./roc-curve.ts";

export {
  adjustP,
  compareAuc,
  contaminantFraction,
  designPower,
  gsea,
  impute,
  markerCategory,
  markerPanel,
  maxLfq,
  mixedModel,
  moderatedT,
  normalise,
  nsaf,
  overRepresentation,
  proteinScore,
  rankSum,
  rocCurve,
};

/** Every operation of the proteome room. */
export const proteomeOperations: readonly AnyOperation[] = [
  nsaf,
  maxLfq,
  normalise,
  impute,
  moderatedT,
  rankSum,
  mixedModel,
  adjustP,
  designPower,
  overRepresentation,
  gsea,
  rocCurve,
  compareAuc,
  markerCategory,
  markerPanel,
  proteinScore,
  contaminantFraction,
];

import type { DomainResult, Figure } from "../../../kernel/index.ts";
import { associationFigures } from "./associations.ts";
import { componentsFigures } from "./components.ts";
import { designFigures } from "./design.ts";
import { enrichmentFigures } from "./enrichment.ts";
import { heatMapFigures } from "./heat-map.ts";
import { meanDifferenceFigures } from "./mean-difference.ts";
import { missingnessFigures } from "./missingness.ts";
import { rankFigures } from "./ranks.ts";
import { sidesFigures } from "./sides.ts";
import { volcanoFigures } from "./volcano.ts";

const drawers = [
  designFigures,
  sidesFigures,
  volcanoFigures,
  componentsFigures,
  heatMapFigures,
  rankFigures,
  enrichmentFigures,
  meanDifferenceFigures,
  missingnessFigures,
  associationFigures,
];

/** The figures of a study's proteins, those that it has data for: what the design lets be said stands first. */
export function proteomeFigures(result: DomainResult): readonly Figure[] {
  return drawers.flatMap((draw) => draw(result));
}

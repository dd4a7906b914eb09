import type { DomainResult, Figure } from "../../../kernel/index.ts";
import { calibrationFigure } from "./calibration.ts";
import { densitiesFigure } from "./densities.ts";
import { dilutionSeriesFigure } from "./dilution-series.ts";
import { markersFigure } from "./markers.ts";
import { positivesFigure } from "./positives.ts";
import { scatterFigure } from "./scatter.ts";

const drawers = [
  densitiesFigure,
  markersFigure,
  positivesFigure,
  calibrationFigure,
  scatterFigure,
  dilutionSeriesFigure,
];

/** The figures of a study's flow cytometry, those that it has data for. */
export function cytometryFigures(result: DomainResult): readonly Figure[] {
  return drawers.flatMap((draw) => draw(result) ?? []);
}

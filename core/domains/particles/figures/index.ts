import type { DomainResult, Figure } from "../../../kernel/index.ts";
import { concentrationsFigure } from "./concentrations.ts";
import { dilutionSeriesFigure } from "./dilution-series.ts";
import { distributionsFigure } from "./distributions.ts";
import { groupRatiosFigure } from "./group-ratios.ts";
import { lightScatteringFigure } from "./light-scattering.ts";
import { positionsFigure } from "./positions.ts";
import { zetaProfileFigure } from "./zeta-profile.ts";

const drawers = [
  distributionsFigure,
  concentrationsFigure,
  groupRatiosFigure,
  dilutionSeriesFigure,
  positionsFigure,
  zetaProfileFigure,
  lightScatteringFigure,
];

/** The figures of a study's particles, those that it has data for. */
export function particlesFigures(result: DomainResult): readonly Figure[] {
  return drawers.flatMap((draw) => draw(result) ?? []);
}

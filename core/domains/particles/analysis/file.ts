import type { FileAnalysis, FileContext } from "../../../kernel/index.ts";
import type { ParticlesMeasurement } from "../measurement.ts";
import { analyseDistribution } from "./distribution.ts";
import { finiteSteps } from "./finite.ts";
import { analyseLightScattering } from "./light-scattering.ts";
import { analysePositions } from "./positions.ts";
import { analyseTracks } from "./tracks.ts";
import { analyseZeta } from "./zeta.ts";

/** What this room makes of one file, by what the file holds. */
export function analyseFile(measurement: ParticlesMeasurement, context: FileContext): FileAnalysis {
  const analysis = analyse(measurement, context);
  const { steps, issues } = finiteSteps(analysis.steps);
  return { ...analysis, steps, issues: [...analysis.issues, ...issues] };
}

function analyse(measurement: ParticlesMeasurement, context: FileContext): FileAnalysis {
  switch (measurement.kind) {
    case "distribution":
      return analyseDistribution(measurement, context);
    case "tracks":
      return analyseTracks(measurement, context);
    case "positions":
      return analysePositions(measurement, context);
    case "zeta":
      return analyseZeta(measurement, context);
    case "dls":
      return analyseLightScattering(measurement, context);
  }
}

import type { Domain } from "../../kernel/index.ts";
import { designAssumptions, designFlags, intervalMethods } from "../../statistics/index.ts";
import { particlesClouds } from "./analysis/clouds/clouds.ts";
import { cloudIssues } from "./analysis/clouds/issues.ts";
import { analyseFile } from "./analysis/file.ts";
import { analysisIssues } from "./analysis/issues.ts";
import { particlesParameters } from "./analysis/parameters.ts";
import { analyseStudy } from "./analysis/study.ts";
import { particlesFigures } from "./figures/index.ts";
import { particlesFormatIssues, particlesFormats } from "./formats/index.ts";
import type { ParticlesMeasurement } from "./measurement.ts";
import { terms, title } from "./messages.ts";
import {
  assumptionTerms,
  flagTerms,
  intervalTerms,
  operations,
  particlesIssues,
} from "./operations/index.ts";
import { particlesRules } from "./rules/index.ts";

export * from "./measurement.ts";
export * from "./operations/index.ts";
export * from "./twins/index.ts";

/** The particles room: how many, how large. */
export const particles: Domain<ParticlesMeasurement> = {
  id: "particles",
  title,
  version: "2",
  formats: particlesFormats,
  operations,
  issues: {
    ...particlesFormatIssues,
    ...particlesIssues.definitions,
    ...analysisIssues.definitions,
    ...cloudIssues.definitions,
  },
  terms: {
    estimates: terms.estimates,
    flags: { ...designFlags, ...flagTerms, ...terms.flags },
    assumptions: { ...designAssumptions, ...assumptionTerms, ...terms.assumptions },
    intervals: { ...intervalMethods, ...intervalTerms, ...terms.intervals },
    qualifiers: terms.qualifiers,
  },
  parameters: particlesParameters,
  headline: ["particles.concentration", "particles.d10", "particles.d50", "particles.d90", "particles.mode"],
  analyseFile,
  analyseStudy,
  rules: particlesRules,
  figures: particlesFigures,
  clouds: particlesClouds,
};

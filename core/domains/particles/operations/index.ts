import type { AnyOperation } from "../../../kernel/index.ts";
import { detectionLimit } from "./blank-limits.ts";
import { blankSubtraction } from "./blank-subtraction.ts";
import { captureSummary } from "./capture-summary.ts";
import { concentration } from "./concentration.ts";
import { detectedFraction } from "./detected-fraction.ts";
import { dilutionLinearity } from "./dilution-linearity.ts";
import { dilutionState } from "./dilution-state.ts";
import { dlsCumulants } from "./dls-cumulants.ts";
import { finiteTrack, trackBroadening } from "./finite-track.ts";
import { groupComparison } from "./group-comparison.ts";
import { instrumentComparison } from "./instrument-comparison.ts";
import { particlesToProtein } from "./particles-to-protein.ts";
import { replicateSummary } from "./replicate-summary.ts";
import { sizeDistribution } from "./size-distribution.ts";
import { stokesEinstein } from "./stokes-einstein.ts";
import { trpsCalibration } from "./trps-calibration.ts";

export * from "./blank-limits.ts";
export * from "./blank-subtraction.ts";
export * from "./capture-summary.ts";
export * from "./concentration.ts";
export * from "./detected-fraction.ts";
export * from "./dilution-linearity.ts";
export * from "./dilution-state.ts";
export * from "./dls-cumulants.ts";
export { finiteResult } from "./finite-result.ts";
export * from "./finite-track.ts";
export * from "./group-comparison.ts";
export * from "./instrument-comparison.ts";
export * from "./issues.ts";
export * from "./lognormal-fit.ts";
export * from "./lognormal-size.ts";
export * from "./order-statistics.ts";
export * from "./particles-to-protein.ts";
export * from "./replicate-summary.ts";
export * from "./size-bins.ts";
export * from "./size-distribution.ts";
export * from "./size-mode.ts";
export * from "./stokes-einstein.ts";
export * from "./terms.ts";
export * from "./track-deconvolution.ts";
export * from "./track-length.ts";
export * from "./trps-calibration.ts";
export * from "./water-viscosity.ts";

/** Every operation of the particles room. */
export const operations: readonly AnyOperation[] = [
  sizeDistribution,
  dilutionState,
  concentration,
  captureSummary,
  blankSubtraction,
  detectionLimit,
  dilutionLinearity,
  detectedFraction,
  trackBroadening,
  finiteTrack,
  stokesEinstein,
  dlsCumulants,
  trpsCalibration,
  replicateSummary,
  groupComparison,
  instrumentComparison,
  particlesToProtein,
];

import type { AnyOperation } from "../../../../kernel/index.ts";
import { beadPeaks } from "./bead-peaks-operation.ts";
import { detectionLimit } from "./detection-limit-operation.ts";
import { fluorescenceCalibration } from "./fluorescence-calibration-operation.ts";
import { surfaceDiameterOfDye } from "./surface-diameter-operation.ts";

export { type Assignment, assignValues, type PeakOfLadder } from "./assignment.ts";
export * from "./bead-peaks.ts";
export * from "./bead-units.ts";
export { type CalibrationCurve, calibrate, calibrateColumn } from "./calibration-curve.ts";
export * from "./detection-limit.ts";
export * from "./fluorescence-calibration.ts";

/** Operations on calibration beads. */
export const beadOperations: readonly AnyOperation[] = [
  beadPeaks,
  fluorescenceCalibration,
  detectionLimit,
  surfaceDiameterOfDye,
];

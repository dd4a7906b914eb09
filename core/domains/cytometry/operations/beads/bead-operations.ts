import type { AnyOperation } from "../../../../kernel/index.ts";
import { beadPeaks } from "./bead-peaks-operation.ts";
import { detectionLimit } from "./detection-limit-operation.ts";
import { fluorescenceCalibration } from "./fluorescence-calibration-operation.ts";
import { surfaceDiameterOfDye } from "./surface-diameter-operation.ts";

/** Operations on calibration beads. */
export const beadOperations: readonly AnyOperation[] = [
  beadPeaks,
  fluorescenceCalibration,
  detectionLimit,
  surfaceDiameterOfDye,
];

import type { AnyOperation } from "../../../../kernel/index.ts";
import { collectedScatter } from "./collected-scatter.ts";
import { mie } from "./mie-operation.ts";
import { scatterCalibration } from "./scatter-calibration.ts";
import { scatterDiameter } from "./scatter-diameter.ts";

export { type BeadDesign, beadDesign } from "./bead-design.ts";
export { createCollector } from "./collect.ts";
export { createCollectedCurve } from "./collected-curve.ts";
export { collectedScatter, collectedScatterOf } from "./collected-scatter.ts";
export { collectedAt, type DiameterRange, type ScatterCurve, scatterCurve } from "./curve.ts";
export { type DispersedIndex, polystyreneIndex, waterIndex } from "./dispersion.ts";
export { type MieScattering, mie, mieScattering } from "./mie-operation.ts";
export { type Optics, type Polarisation, sideScatter, wrongOptics } from "./optics.ts";
export {
  type ParticleModel,
  type RefractiveIndex,
  solid,
  transparent,
  vesicle,
  vesicleCoreIndices,
  volumeAverageIndex,
} from "./particle.ts";
export { scatterCalibration } from "./scatter-calibration.ts";
export { checkedSizer, type SizedSignal, scatterDiameter, toldSize } from "./scatter-diameter.ts";
export {
  type BeadFit,
  type FitSettings,
  fewestBeads,
  fitScatter,
  fitUsable,
  type ScatterBead,
  type ScatterFit,
  type ScatterFlag,
} from "./scatter-fit.ts";
export { createSizeTable, emptySizes, type Sizes } from "./size-table.ts";
export {
  createSizer,
  detectionDiameter,
  type ScatterScale,
  type Size,
  type Sizer,
  type SizeState,
  type Sizing,
  sizeStates,
} from "./sizing.ts";

/** The operations of light scatter. */
export const scatterOperations: readonly AnyOperation[] = [
  mie,
  collectedScatter,
  scatterCalibration,
  scatterDiameter,
];

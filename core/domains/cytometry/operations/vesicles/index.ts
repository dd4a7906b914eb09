import type { AnyOperation } from "../../../../kernel/index.ts";
import { coincidence } from "./coincidence.ts";
import { concentration } from "./concentration-operation.ts";
import { detergentControl } from "./detergent.ts";
import { dilutionSeries } from "./dilution-series-operation.ts";
import { positiveFraction } from "./positive-fraction-operation.ts";

export * from "./coincidence.ts";
export * from "./concentration.ts";
export * from "./concentration-drafts.ts";
export * from "./controls.ts";
export * from "./detergent.ts";
export * from "./dilution-series.ts";
export * from "./donor-fractions.ts";
export * from "./drafts.ts";
export { type Counted, type Exposure, eventsPerMillilitre, volumeOfFlow } from "./exposure.ts";
export * from "./median.ts";
export { type CountedShare, countedFraction, netFraction, type ShareEstimate } from "./positive-fraction.ts";

/** Operations on counted vesicles. */
export const vesicleOperations: readonly AnyOperation[] = [
  concentration,
  coincidence,
  dilutionSeries,
  positiveFraction,
  detergentControl,
];

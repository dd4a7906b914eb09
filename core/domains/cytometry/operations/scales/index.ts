import type { AnyOperation } from "../../../../kernel/index.ts";
import { logicleWidth } from "./logicle-width.ts";
import { scaleOperation } from "./scale-values.ts";

export { type LogicleConstants, logicleConstants } from "./biexponential.ts";
export * from "./logicle-width.ts";
export * from "./scale.ts";
export * from "./scale-function.ts";
export * from "./scale-ticks.ts";
export * from "./scale-values.ts";

export const scalesOperations: readonly AnyOperation[] = [scaleOperation, logicleWidth];

export type { DirectBlob } from "../../../../containers/blob-bytes.ts";
export type { KernelKind } from "./kernel.ts";
export * from "./plan.ts";
export { exactQuantiles, type QuantileRequest } from "./quantiles.ts";
export { resolveGates } from "./resolve.ts";
export { type RunOptions, runEvents } from "./run.ts";
export { type ScaleTable, scaleTable } from "./scale-table.ts";
export * from "./tally.ts";

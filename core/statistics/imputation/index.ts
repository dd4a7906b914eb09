export { type DownShiftOptions, downShifted } from "./down-shifted.ts";
export type { DrawnFrom, Imputed, RandomlyImputed } from "./imputed.ts";
export { kNearest, type NearestOptions } from "./k-nearest.ts";
export { type MinProbOptions, minProb } from "./min-prob.ts";
export { type QrilcOptions, qrilc } from "./qrilc.ts";

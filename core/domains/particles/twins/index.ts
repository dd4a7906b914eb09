export * from "./example-study.ts";
export { type NanosightOptions, type NanosightTruth, nanosightDefaults, nanosightPack } from "./nanosight.ts";
export { type ZetaviewSetOptions, zetaviewSet } from "./zetaview.ts";

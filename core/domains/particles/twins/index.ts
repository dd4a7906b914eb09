export * from "./example-study.ts";
export { nanosightPack } from "./nanosight.ts";
export { type NanosightOptions, type NanosightTruth, nanosightDefaults } from "./nanosight-options.ts";
export { type ZetaviewSetOptions, zetaviewSet } from "./zetaview.ts";

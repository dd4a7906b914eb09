export * from "./example-beads.ts";
export * from "./example-study.ts";
export { type FcsBytesOptions, type FcsColumn, fcsBytes } from "./fcs-bytes.ts";
export {
  acquireTwin,
  exampleBuffer,
  exampleVesicles,
  type FcsTwinOptions,
  fcsTwin,
} from "./fcs-twin.ts";
export { type TwinDetector, type TwinInstrument, twinInstrument } from "./instrument.ts";
export {
  type BeadPeak,
  type BeadTruth,
  type BufferTruth,
  type MarkerTruth,
  powerLawBeadScatter,
  powerLawScatter,
  type Stain,
  type VesicleTruth,
} from "./populations.ts";
export { tabulatedScatter } from "./tabulated-scatter.ts";

export { diannMatrixText, diannReportText } from "./diann-text.ts";
export { contaminantLibraryText, log2MatrixText } from "./matrix-text.ts";
export { maxquantText } from "./maxquant-text.ts";
export { proteomeTwin } from "./proteome-twin.ts";
export { proteomeRows } from "./sheet.ts";
export {
  type BatchTruth,
  type LoadTruth,
  type ProteomeTruth,
  type ProteomeTwin,
  proteomeDefaults,
  type TwinProtein,
  type TwinSample,
} from "./truth.ts";

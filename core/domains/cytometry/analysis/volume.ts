import type { Issue } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";
import type { CytometryRow } from "./sheet.ts";
import type { DataSetSummary } from "./summary.ts";

const sameWithin = 0.01;

/** The acquired volume in uL: the sheet's, else the file's, else flow rate x time; null where none is known. Issue: `cytometry-volume-contradicts`. */
export function volumeOf(
  { volume, seconds }: Pick<FcsDataSet, "volume" | "seconds">,
  row: CytometryRow | null,
  { flowRate }: CytometryParameters,
): { readonly value: DataSetSummary["volume"]; readonly issues: readonly Issue[] } {
  const stated = volume?.microlitres ?? null;
  if (row?.volume != null) {
    const differs = stated !== null && Math.abs(stated / row.volume - 1) > sameWithin;
    const parameters = { file: stated ?? "", sheet: row.volume };
    const issues = differs ? [analysisIssues.raise("cytometry-volume-contradicts", parameters)] : [];
    return { value: { value: row.volume, from: "sheet" }, issues };
  }
  if (stated !== null) return { value: { value: stated, from: "file" }, issues: [] };
  if (flowRate === undefined || seconds === null || !(seconds > 0)) return { value: null, issues: [] };
  return { value: { value: (flowRate * seconds) / 60, from: "flow rate" }, issues: [] };
}

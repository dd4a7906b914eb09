import type { EstimateDraft, Issue } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import type { DataSetContext } from "./data-set.ts";
import type { EventAnswer } from "./event-pass.ts";
import type { CytometryRow } from "./sheet.ts";
import type { DataSetSummary } from "./summary.ts";

export function multiplexBeads(
  _dataSet: FcsDataSet,
  _answer: EventAnswer,
  _row: CytometryRow | null,
  _context: DataSetContext,
): { readonly estimates: readonly EstimateDraft[]; readonly summaries: DataSetSummary["analytes"]; readonly issues: readonly Issue[] } {
  return { estimates: [], summaries: [], issues: [] };
}

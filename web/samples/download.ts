import { sheetFileName } from "@vesica/run/names";
import { saveFile } from "../report/save.ts";
import { session } from "../session/state.ts";

/** Gives the person the sheet as it is now. */
export function downloadSheet(): void {
  const { papers } = session.get();
  if (papers) saveFile(sheetFileName, new Blob([new Uint8Array(papers.sheet)], { type: "text/csv" }));
}

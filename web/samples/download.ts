import { sheetFileName } from "@vesica/run/names";
import { session } from "../session/state.ts";

/** Gives the person the sheet as it is now. */
export function downloadSheet(): void {
  const { papers } = session.get();
  if (!papers) return;
  const address = URL.createObjectURL(new Blob([new Uint8Array(papers.sheet)], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = sheetFileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

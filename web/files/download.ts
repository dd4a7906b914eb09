import { sheetFileName, studyFileName } from "@vesica/run/names";
import type { Papers } from "@vesica/run/study";
import { doTask } from "../engine/engine.ts";
import { saveFile } from "../report/save.ts";

/** Gives both papers in a ZIP archive named after the study. */
export async function downloadPapers(title: string, { study, sheet }: Papers): Promise<void> {
  const zip = await doTask("pack-archive", [
    { name: studyFileName, blob: new Blob([new Uint8Array(study)]) },
    { name: sheetFileName, blob: new Blob([new Uint8Array(sheet)]) },
  ]);
  saveFile(`${fileNameOf(title)}.zip`, zip);
}

/** A study's title as a file may be called on every system. */
function fileNameOf(title: string): string {
  const plain = title.normalize("NFC").replace(/[\\/:*?"<>|\u0000-\u001f\u007f]+/g, "-");
  return plain.replace(/^[. ]+|[. ]+$/g, "").slice(0, 100) || "study";
}

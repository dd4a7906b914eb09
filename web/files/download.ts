import { sheetFileName, studyFileName } from "@vesica/run/names";
import type { Papers } from "@vesica/run/study";
import { doTask } from "../engine/engine.ts";

/** Gives a file to the person, as the browser keeps downloads. */
export function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Gives both papers in a ZIP archive named after the study. */
export async function downloadPapers(title: string, { study, sheet }: Papers): Promise<void> {
  const zip = await doTask("zip-files", [
    { name: studyFileName, content: study },
    { name: sheetFileName, content: sheet },
  ]);
  download(`${fileNameOf(title)}.zip`, zip);
}

/** A study's title as a file may be called on every system. */
export function fileNameOf(title: string): string {
  const plain = title.normalize("NFC").replace(/[\\/:*?"<>|\u0000-\u001f\u007f]+/g, "-");
  return plain.replace(/^[. ]+|[. ]+$/g, "").slice(0, 100) || "study";
}

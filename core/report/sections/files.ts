import { chip, code, type Section, type Tone } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { formatBytes } from "../format.ts";
import { messages } from "../messages.ts";

const statuses = {
  read: { text: messages.read, tone: "good" },
  refused: { text: messages.refused, tone: "fail" },
  "not recognised": { text: messages.notRecognised, tone: "doubtful" },
  ignored: { text: messages.ignored, tone: "plain" },
} as const satisfies Record<string, { text: object; tone: Tone }>;

/** Every file of the study and what became of it. */
export function filesSection(context: ReportContext): Section | null {
  const { files } = context.document;
  if (files.length === 0) return null;
  return {
    id: "files",
    title: messages.files,
    blocks: [
      {
        kind: "table",
        id: "files-table",
        caption: messages.files,
        columns: [
          { head: messages.file },
          { head: messages.format },
          { head: messages.status },
          { head: "SHA-256" },
          { head: messages.size, numeric: true },
        ],
        rows: files.map(({ name, format, status, sha256, size }) => ({
          cells: [
            name,
            format === null ? "–" : context.term(format),
            chip(statuses[status].text, statuses[status].tone),
            code(`${sha256.slice(0, 12)}…`),
            formatBytes(size),
          ],
        })),
      },
    ],
  };
}

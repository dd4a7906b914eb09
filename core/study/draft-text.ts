import { fillText, type Language, type Text } from "../kernel/index.ts";
import type { DraftRow } from "./draft.ts";
import { type SheetColumn, sheetColumn } from "./sheet-columns.ts";
import { decodeSheet, parseDelimited, sheetSeparator } from "./sheet-text.ts";

const which: readonly SheetColumn[] = ["file", "capture", "sample", "role"];
const whose: readonly SheetColumn[] = ["donor", "preparation", "condition", "replicate", "dilution"];

/**
 * `samples.csv` of drafted rows, with the columns that only some rooms read after the role; as UTF-8, with a byte
 * order mark where a name is not ASCII, which Excel needs.
 */
export function sheetText(rows: readonly DraftRow[], roomColumns: readonly string[] = []): string {
  const order = [...which, ...roomColumns.map(() => null), ...whose];
  const header = [...which, ...roomColumns, ...whose].map((name) => quoted(name, ","));
  const lines = [header.join(","), ...rows.map((row) => rowLine(row, order, ","))];
  const text = `${lines.join("\n")}\n`;
  return /[^\x00-\x7f]/.test(text) ? `\ufeff${text}` : text;
}

/**
 * The sheet's bytes with `rows` added under its own columns and separator, nothing else changed; null where the
 * sheet's encoding cannot hold them or its header has no column for file and sample.
 */
export function withRowsAdded(bytes: Uint8Array, rows: readonly DraftRow[]): Uint8Array<ArrayBuffer> | null {
  const { text, encoding } = decodeSheet(bytes);
  const separator = sheetSeparator(text);
  const header =
    parseDelimited(text, separator).records[0]?.cells.map((cell) => sheetColumn(cell.text)) ?? [];
  if (!header.includes("file") || !header.includes("sample")) return null;
  if (rows.some((row) => row.capture !== "") && !header.includes("capture")) return null;
  const newline = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const lines = rows.map((row) => rowLine(row, header, separator) + newline).join("");
  const added = (/[\r\n]$/.test(text) ? "" : newline) + lines;
  const end = encoded(added, encoding);
  if (end === null) return null;
  const whole = new Uint8Array(bytes.length + end.length);
  whole.set(bytes);
  whole.set(end, bytes.length);
  return whole;
}

function encoded(text: string, encoding: string): Uint8Array | null {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding.startsWith("utf-16")) {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at++)
      view.setUint16(at * 2, text.charCodeAt(at), encoding === "utf-16le");
    return bytes;
  }
  return /^[\x00-\x7f]*$/.test(text) ? new TextEncoder().encode(text) : null;
}

function rowLine(row: DraftRow, order: readonly (SheetColumn | null)[], separator: string): string {
  const file = /^[=+@-]/.test(row.file) ? `./${row.file}` : row.file;
  const dilution = row.dilution === null ? "" : String(row.dilution);
  const values: Partial<Record<SheetColumn, string>> = { ...row, file, role: "sample", dilution };
  const cells = order.map((column) => (column && values[column]) ?? "");
  return cells.map((cell) => quoted(cell, separator)).join(separator);
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const words = {
  head: {
    en: "The study, for people and for vesica run. Lines that begin with # are notes.",
    ja: "研究の内容。人と vesica run の両方が読みます。# で始まる行はメモです。",
  },
  question: { en: "What should the study answer?", ja: "この研究で何を明らかにしますか。" },
  source: {
    en: "Where do the particles come from? (cell line, plasma, urine ...)",
    ja: "粒子の由来 (細胞株、血漿、尿など)",
  },
  protocol: { en: "How were they isolated and measured?", ja: "単離と測定の方法" },
  reference: {
    en: "design: { reference: NAME } compares every condition with the condition NAME",
    ja: "design: { reference: 条件名 } と書くと、各条件をその条件と比較します",
  },
  unknown: {
    en: "What the files do not say, and you know:",
    ja: "ファイルからは分からず、記入が必要なこと:",
  },
} as const satisfies Record<string, Text>;

/** `study.yaml` with the questions to answer and what could not be known as comments in `language`. */
export function studyText(title: string, unknown: readonly Text[], language: Language): string {
  const comment = (text: Text) =>
    `# ${fillText(text, {})[language].replace(/[\r\n\u0085\u2028\u2029]+/g, " ")}`;
  return [
    comment(words.head),
    `title: ${JSON.stringify(title)}`,
    comment(words.question),
    'question: ""',
    comment(words.source),
    'source: ""',
    comment(words.protocol),
    'protocol: ""',
    comment(words.reference),
    "seed: 1",
    "",
    ...(unknown.length > 0
      ? [comment(words.unknown), ...unknown.map((text) => `#   - ${comment(text).slice(2)}`)]
      : []),
    "",
  ].join("\n");
}

import type { Issue, SheetRow } from "../kernel/index.ts";
import { type HeaderName, roleOf, roles, type SheetColumn } from "./sheet-columns.ts";
import type { FileFinder } from "./sheet-files.ts";
import { sheetIssues } from "./sheet-issues.ts";
import type { SheetCell, SheetRecord } from "./sheet-text.ts";

const longestName = 200;

/** One line of the sheet as a row; null where an issue is an error. */
export function readSheetRow(
  record: SheetRecord,
  names: readonly HeaderName[],
  options: { readonly name: string; readonly files?: FileFinder | undefined },
): { readonly value: SheetRow | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const place = (cell?: SheetCell) =>
    cell ? { line: cell.line, column: cell.column } : { line: record.line, column: 1 };
  const raise = (code: Parameters<typeof sheetIssues.raise>[0], parameters = {}, cell?: SheetCell) =>
    issues.push(sheetIssues.raise(code, parameters, { file: options.name, place: place(cell) }));
  const cells: Partial<Record<SheetColumn, SheetCell>> = {};
  const extra: Record<string, string> = Object.create(null);
  for (const [index, cell] of record.cells.entries()) {
    const name = names[index];
    if (name && "column" in name) cells[name.column] = cell;
    else if (name) extra[name.extra] = cell.text.trim();
    else if (cell.text.trim() !== "") {
      raise("sheet-cells", { cells: record.cells.length, columns: names.length }, cell);
      break;
    }
  }
  const word = (column: SheetColumn) => cells[column]?.text.trim().normalize("NFC") || undefined;
  const role = roleOf(word("role") ?? "");
  if (!role) raise("sheet-role", { role: word("role")!, roles: roles.join(", ") }, cells.role);
  const sample = word("sample");
  if (!sample && role !== "ignore") raise("sheet-sample-missing", {}, cells.sample);
  if (sample && (sample.length > longestName || /[\u0000-\u001f\u007f]/.test(sample)))
    raise(
      "sheet-sample-name",
      { sample: JSON.stringify(sample.slice(0, 60)), most: longestName },
      cells.sample,
    );
  const capture = word("capture");
  if (capture && capture.length > longestName)
    raise(
      "sheet-sample-name",
      { sample: JSON.stringify(capture.slice(0, 60)), most: longestName },
      cells.capture,
    );
  const file = readFileCell(cells.file, options.files, raise);
  const dilution = readDilution(cells.dilution, raise);
  if (issues.some((issue) => issue.severity === "error") || !role || file === null)
    return { value: null, issues };
  const row: SheetRow = {
    line: record.line,
    file,
    sample: sample ?? "",
    role,
    extra: { ...extra },
    ...(dilution === undefined ? {} : { dilution }),
  };
  const optional = ["capture", "donor", "preparation", "condition", "replicate"] as const;
  const filled = optional.flatMap((column) => (word(column) ? [[column, word(column)!]] : []));
  return { value: { ...row, ...Object.fromEntries(filled) }, issues };
}

type Raise = (
  code: Parameters<typeof sheetIssues.raise>[0],
  parameters: Record<string, string>,
  cell?: SheetCell,
) => void;

function readFileCell(cell: SheetCell | undefined, files: FileFinder | undefined, raise: Raise) {
  const words = cell?.text.trim() ?? "";
  if (words === "") {
    raise("sheet-file-missing", {}, cell);
    return null;
  }
  const path = words.replaceAll("\\", "/").replace(/^(\.\/+)+/, "");
  if (/^\/|^[A-Za-z]:|[\u0000-\u001f]/.test(path) || path.split("/").some((name) => name === "..")) {
    raise("sheet-path", { file: words }, cell);
    return null;
  }
  if (!files) return path;
  const found = files.find(path);
  if (found !== null) return found;
  raise("sheet-no-such-file", { file: words, ...fileHints(files.near(path)) }, cell);
  return null;
}

function fileHints(near: string | null) {
  return near
    ? { hint: `Did you mean "${near}"?`, hintJa: `「${near}」ではありませんか。` }
    : {
        hint: "Put the file into the folder, or remove the line.",
        hintJa: "ファイルをフォルダーに入れるか、行を削除してください。",
      };
}

function readDilution(cell: SheetCell | undefined, raise: Raise): number | undefined {
  const words = cell?.text.normalize("NFKC").trim() ?? "";
  if (words === "") return undefined;
  const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(words);
  const comma = /^\d+,\d+$/.test(words) && !/^[1-9]\d{0,2},\d{3}$/.test(words);
  const value = plain ? Number(words) : comma ? Number(words.replace(",", ".")) : Number.NaN;
  if (!Number.isFinite(value)) raise("sheet-dilution", { cell: cell!.text }, cell);
  else if (value < 1) raise("sheet-dilution-small", { cell: cell!.text }, cell);
  else return value;
  return undefined;
}

import type { FileDescription } from "@vesica/run/describe";
import { draftSheet } from "vesica/study";
import { columnIndex } from "./columns.ts";
import type { Grid } from "./grid.ts";

/** A file's name as the sheet's reader takes it. */
function pathOfCell(cell: string): string {
  return cell
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(\.\/+)+/, "")
    .normalize("NFC");
}

/** Files of the study that no row names and that a format could read; `ignored` names those that the study leaves out. */
export function filesWithoutRow(
  grid: Grid,
  found: ReadonlyMap<string, FileDescription>,
  ignored: ReadonlySet<string>,
): readonly FileDescription[] {
  const column = columnIndex(grid, "file");
  const named = new Set(grid.rows.map((cells) => pathOfCell(cells[column] ?? "")));
  return [...found.values()].filter(
    ({ source }) =>
      source.status === "read" && !ignored.has(source.name) && !named.has(source.name.normalize("NFC")),
  );
}

/** Drafted rows for files, by column name, as the command writes them; with their role where the grid has that column. */
export function draftedRows(
  grid: Grid,
  files: readonly FileDescription[],
): readonly Readonly<Record<string, string>>[] {
  const role = columnIndex(grid, "role") < 0 ? {} : { role: "sample" };
  return draftSheet(files.map(({ source }) => source)).rows.map(({ file, capture, sample, dilution }) => ({
    file: /^[=+@-]/.test(file) ? `./${file}` : file,
    capture,
    sample,
    ...role,
    dilution: dilution === null ? "" : String(dilution),
  }));
}

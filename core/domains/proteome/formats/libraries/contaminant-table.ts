import { isZip, readWorkbook, type SheetCell } from "../../../../containers/xlsx.ts";
import { accepted, type Format, type Issue, isRefused } from "../../../../kernel/index.ts";
import type { ContaminantLibrary, ProteomeMeasurement } from "../../measurement.ts";
import { withoutContaminantPrefix } from "./accession.ts";
import { type Content, columnsMissing, measurementOf, readContent, unlessEmpty } from "./file.ts";
import { LineCount } from "./issues.ts";
import { headerOf, type LibraryRow, libraryTable } from "./table.ts";
import { decodeHead, linesOf } from "./text.ts";

const columns = ["UNIPROT ID", "GENE NAMES", "ORGANISM", "SOURCE OF CONTAMINATION"] as const;
/** The header stands below a title at most this far down. */
const headerRows = 20;

/** The table beside a contaminant library that says where each protein comes from, as a workbook or text. */
export const contaminantTable: Format<ProteomeMeasurement> = {
  id: "proteome.contaminant-table",
  version: "1",
  title: { en: "Contaminant proteins with their sources", ja: "夾雑タンパク質と由来の表" },
  extensions: [".xlsx", ".csv", ".tsv", ".txt"],
  reference: true,
  checked: "real files",
  checkedNote: {
    en: "Checked with the table of Frankenfield et al. 2022 (10.1021/acs.jproteome.2c00145).",
    ja: "Frankenfieldら 2022（10.1021/acs.jproteome.2c00145）の表で確認しました。",
  },
  sniff(head, name) {
    if (isZip(head)) return /contamina/i.test(name) && /\.xlsx$/i.test(name) ? 0.7 : 0;
    return headerOf(linesOf(decodeHead(head)).lines, columns) === null ? 0 : 0.95;
  },
  async read(blob) {
    const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
    if (!isZip(head) && head[0] !== 0xd0) {
      return readContent(blob, contaminantTable.id, (text) => {
        const table = libraryTable(text, columns);
        return table === null
          ? columnsMissing(columns)
          : contaminantsOf(table.rows, table.column, table.issues);
      });
    }
    const workbook = await readWorkbook(blob);
    if (isRefused(workbook)) return workbook;
    for (const sheet of workbook.value) {
      const content = readSheet(sheet.rows);
      if (content === null) continue;
      return isRefused(content)
        ? content
        : accepted(measurementOf(contaminantTable.id, content.value), content.warnings);
    }
    return columnsMissing(columns);
  },
};

function readSheet(sheet: readonly (readonly SheetCell[])[]): Content<ContaminantLibrary> | null {
  const names = sheet.slice(0, headerRows).map((row) =>
    row.map((cell) =>
      String(cell ?? "")
        .trim()
        .toUpperCase(),
    ),
  );
  const at = names.findIndex((row) => columns.every((column) => row.includes(column)));
  if (at < 0) return null;
  const rows = sheet.slice(at + 1).map((row, i) => ({
    cells: names[at]!.map((_, k) => String(row[k] ?? "").trim()),
    line: at + 2 + i,
  }));
  return contaminantsOf(rows, new Map(names[at]!.map((name, k) => [name, k])), []);
}

function contaminantsOf(
  rows: readonly LibraryRow[],
  column: ReadonlyMap<string, number>,
  issues: readonly Issue[],
): Content<ContaminantLibrary> {
  const entries = new Map<string, ContaminantLibrary["entries"][number]>();
  const repeated = new LineCount();
  const unreadable = new LineCount();
  for (const { cells, line } of rows) {
    const cell = (name: string) => cells[column.get(name) ?? -1] ?? "";
    const accession = withoutContaminantPrefix(cell("UNIPROT ID"));
    if (cells.every((words) => words === "")) continue;
    if (!/^[A-Z0-9_.-]{4,30}$/i.test(accession)) unreadable.add(line);
    else if (entries.has(accession)) repeated.add(line);
    else {
      entries.set(accession, {
        accession,
        gene: cell("GENE NAMES").split(/[ ;]/, 1)[0]!,
        description: cell("PROTEIN NAMES"),
        organism: cell("ORGANISM"),
        source: cell("SOURCE OF CONTAMINATION"),
      });
    }
  }
  const all = [
    ...issues,
    ...unreadable.issues("library-lines-unreadable"),
    ...repeated.issues("library-repeated"),
  ];
  return unlessEmpty({ kind: "contaminants", entries: [...entries.values()] }, entries.size, all);
}

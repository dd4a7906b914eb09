import { z } from "zod";
import { isZip, readWorkbook, type SheetCell } from "../../../../containers/xlsx.ts";
import {
  accepted,
  type ColumnMapping,
  type Format,
  type Issue,
  isRefused,
  type Result,
} from "../../../../kernel/index.ts";
import type { ContaminantLibrary, ProteomeMeasurement } from "../../measurement.ts";
import { columnField, said, validMapping } from "../tables/mapping.ts";
import { withoutContaminantPrefix } from "./accession.ts";
import { type Content, columnsMissing, measurementOf, readContent, unlessEmpty } from "./file.ts";
import { LineCount } from "./issues.ts";
import { headerOf, type LibraryRow, libraryTable } from "./table.ts";
import { decodeHead, linesOf } from "./text.ts";

/** What the table of the library's authors calls its columns, in upper case. */
const usual: Columns = {
  accession: "UNIPROT ID",
  gene: "GENE NAMES",
  description: "PROTEIN NAMES",
  organism: "ORGANISM",
  source: "SOURCE OF CONTAMINATION",
  only: "",
};
const columns = [usual.accession, usual.gene, usual.organism, usual.source];

interface Columns {
  readonly accession: string;
  readonly gene: string;
  readonly description: string;
  readonly organism: string;
  readonly source: string;
  /** What the source column has to say; empty: anything. */
  readonly only: string;
}

const contaminantMapping = z.strictObject({
  accessionColumn: said(
    z.string().min(1).max(200),
    "Column of UniProt accessions",
    "UniProtアクセッションの列",
    { column: true },
  ),
  geneColumn: columnField("Column of gene symbols", "遺伝子記号の列"),
  descriptionColumn: columnField("Column of protein names", "タンパク質名の列"),
  organismColumn: columnField("Column of organisms", "生物種の列"),
  sourceColumn: columnField("Column that says where a protein comes from", "由来を示す列"),
  only: said(
    z.string().min(1).max(200).optional(),
    "Rows that are taken: those whose source column says this",
    "使う行（由来の列がこの値である行）",
  ),
});
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
  mapping: contaminantMapping,
  sniff(head, name) {
    if (isZip(head)) return /contamina/i.test(name) && /\.xlsx$/i.test(name) ? 0.7 : 0;
    return headerOf(linesOf(decodeHead(head)).lines, columns) === null ? 0 : 0.95;
  },
  async read(blob, context) {
    const named = columnsOf(context.mapping);
    if (isRefused(named)) return named;
    const own = named.value;
    const wanted = own === usual ? columns : Object.entries(own).flatMap(wantedColumn);
    const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
    if (!isZip(head) && head[0] !== 0xd0) {
      return readContent(blob, contaminantTable.id, (text) => {
        const table = libraryTable(text, wanted);
        return table === null
          ? columnsMissing(wanted)
          : contaminantsOf(table.rows, table.column, table.issues, own);
      });
    }
    const workbook = await readWorkbook(blob);
    if (isRefused(workbook)) return workbook;
    for (const sheet of workbook.value) {
      const content = readSheet(sheet.rows, wanted, own);
      if (content === null) continue;
      return isRefused(content)
        ? content
        : accepted(measurementOf(contaminantTable.id, content.value), content.warnings);
    }
    return columnsMissing(wanted);
  },
};

function columnsOf(given: ColumnMapping | undefined): Result<Columns> {
  if (given === undefined || Object.keys(given).every((field) => field === "format")) return accepted(usual);
  const said = validMapping(contaminantMapping, given);
  if (isRefused(said)) return said;
  const upper = (name = "") => name.toUpperCase();
  const { accessionColumn, geneColumn, descriptionColumn, organismColumn, sourceColumn, only } = said.value;
  return accepted({
    accession: upper(accessionColumn),
    gene: upper(geneColumn),
    description: upper(descriptionColumn),
    organism: upper(organismColumn),
    source: upper(sourceColumn),
    only: only ?? "",
  });
}

function wantedColumn([what, name]: [string, string]): readonly string[] {
  return what === "only" || name === "" ? [] : [name];
}

function readSheet(
  sheet: readonly (readonly SheetCell[])[],
  wanted: readonly string[],
  own: Columns,
): Content<ContaminantLibrary> | null {
  const names = sheet.slice(0, headerRows).map((row) =>
    row.map((cell) =>
      String(cell ?? "")
        .trim()
        .toUpperCase(),
    ),
  );
  const at = names.findIndex((row) => wanted.every((column) => row.includes(column)));
  if (at < 0) return null;
  const rows = sheet.slice(at + 1).map((row, i) => ({
    cells: names[at]!.map((_, k) => String(row[k] ?? "").trim()),
    line: at + 2 + i,
  }));
  return contaminantsOf(rows, new Map(names[at]!.map((name, k) => [name, k])), [], own);
}

function contaminantsOf(
  rows: readonly LibraryRow[],
  column: ReadonlyMap<string, number>,
  issues: readonly Issue[],
  own: Columns,
): Content<ContaminantLibrary> {
  const entries = new Map<string, ContaminantLibrary["entries"][number]>();
  const repeated = new LineCount();
  const unreadable = new LineCount();
  for (const { cells, line } of rows) {
    const cell = (name: string) => cells[column.get(name) ?? -1] ?? "";
    const accession = withoutContaminantPrefix(cell(own.accession));
    if (cells.every((words) => words === "")) continue;
    if (own.only !== "" && cell(own.source) !== own.only) continue;
    if (!/^[A-Z0-9_.-]{4,30}$/i.test(accession)) unreadable.add(line);
    else if (entries.has(accession)) repeated.add(line);
    else {
      entries.set(accession, {
        accession,
        gene: cell(own.gene).split(/[ ;]/, 1)[0]!,
        description: cell(own.description),
        organism: cell(own.organism),
        source: cell(own.source),
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

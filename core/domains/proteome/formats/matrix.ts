import { z } from "zod";
import { cellNumber, cellText, noSigns, type Row } from "../../../containers/delimited/index.ts";
import {
  accepted,
  type ColumnMapping,
  type Format,
  type Issue,
  isRefused,
  type Result,
} from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { lacks, type OpenTable, openBytes, openTable, scanAgain } from "./tables/header.ts";
import { inferredScale } from "./tables/largest.ts";
import {
  columnField,
  commonFields,
  delimiterCode,
  matchesPattern,
  said,
  validMapping,
} from "./tables/mapping.ts";
import { measured } from "./tables/measurement-of.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { isUniprot } from "./tables/uniprot.ts";
import { readWide } from "./tables/wide.ts";

const matrixMapping = z.strictObject({
  idColumn: columnField("Column of proteins; the first if not given", "タンパク質の列（省略時は最初の列）"),
  ids: said(
    z.enum(["proteins", "genes"]).optional(),
    "What the id column names; proteins if not given",
    "IDの列の内容（省略時はタンパク質）",
  ),
  geneColumn: columnField("Column of gene symbols", "遺伝子記号の列"),
  descriptionColumn: columnField("Column of protein names", "タンパク質名の列"),
  firstColumn: columnField("First column of a run", "最初のランの列"),
  lastColumn: columnField("Last column of a run", "最後のランの列"),
  columns: said(
    z.string().min(1).max(200).optional(),
    "Which columns are runs; * stands for any characters",
    "ランの列名（*は任意の文字列）",
    { examples: ["LFQ *", "*_1"] },
  ),
  ...commonFields,
});
type MatrixMapping = z.infer<typeof matrixMapping>;
type Said = Partial<MatrixMapping>;

/** A matrix of any origin: ids in the first column, a run in every other one, or as a mapping says. */
export const proteinMatrix: Format<ProteomeMeasurement> = {
  id: "proteome.matrix",
  version: "1",
  title: { en: "Matrix of proteins and runs", ja: "タンパク質×ランのマトリックス" },
  extensions: [".csv", ".tsv", ".txt"],
  checked: "real files",
  checkedNote: {
    en: "Matrices of three laboratories. Without a mapping only where ids are UniProt's, and whether numbers are logarithms is inferred.",
    ja: "3つの研究室の表で検証。mappingがない場合はIDがUniProt形式の表のみ読み取り、対数かどうかは推定します。",
  },
  mapping: matrixMapping,
  sniff(head) {
    const opened = openBytes(head);
    if (isRefused(opened) || opened.value.header.length < 2) return 0;
    return looksLikeMatrix(opened.value) ? 0.4 : 0;
  },
  async read(blob, context) {
    const mapping = saidOf(context.mapping);
    if (isRefused(mapping)) return mapping;
    const opened = await openTable(blob, delimiterCode(mapping.value.delimiter));
    if (isRefused(opened)) return opened;
    return readMatrix(opened.value, mapping.value);
  },
};

function saidOf(given: ColumnMapping | undefined): Result<Said> {
  return given === undefined || Object.keys(given).every((field) => field === "format")
    ? accepted({})
    : validMapping(matrixMapping, given);
}

function readMatrix(table: OpenTable, mapping: Said): Result<ProteomeMeasurement> {
  const shifted = isShifted(table);
  // R writes no name above row names.
  const header = shifted ? ["", ...table.header] : table.header;
  const at = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name));
  const named = [
    mapping.idColumn,
    mapping.geneColumn,
    mapping.descriptionColumn,
    mapping.firstColumn,
    mapping.lastColumn,
  ];
  const lacking = named.find((name) => name !== undefined && at(name) < 0);
  if (lacking !== undefined) return lacks(lacking);
  const id = mapping.idColumn === undefined ? 0 : at(mapping.idColumn);
  const gene = at(mapping.geneColumn);
  const description = at(mapping.descriptionColumn);
  const first = mapping.firstColumn === undefined ? 0 : at(mapping.firstColumn);
  const last = mapping.lastColumn === undefined ? header.length - 1 : at(mapping.lastColumn);
  const columns = header.flatMap((name, column) => {
    const isOther = column === id || column === gene || column === description;
    if (isOther || column < first || column > last || name === "") return [];
    return mapping.columns === undefined || matchesPattern(name, mapping.columns) ? [column] : [];
  });
  if (columns.length === 0) return lacks(mapping.columns ?? "…");
  const issues: Issue[] = [];
  let scale = mapping.scale;
  if (scale === undefined) {
    const guess = inferredScale(scanAgain(table), columns);
    scale = guess.scale;
    issues.push(guess.issue);
  }
  const quantity = mapping.quantity ?? "intensity";
  const zero =
    mapping.missing === "zero" ||
    (mapping.missing === undefined && scale === "linear" && quantity === "intensity");
  const quantities = readWide(table, {
    level: "protein",
    runs: columns.map((column) => header[column]!),
    layers: [
      {
        name: quantity,
        quantity,
        scale,
        normalised: mapping.normalised ?? "not stated",
        missing: zero ? "zero" : "empty",
        columns,
      },
    ],
    missing:
      mapping.missingMark === undefined
        ? commonMissing
        : new Set([...commonMissing, mapping.missingMark.toLowerCase()]),
    width: header.length,
    ...(mapping.decimal === undefined ? {} : { decimal: mapping.decimal }),
    feature(row) {
      const written = cellText(row, id);
      if (written === "") return "no protein named";
      const isGene = mapping.ids === "genes" || gene === id;
      return proteinDraft(written, isGene ? [] : listed(written), {
        genes: listed(cellText(row, mapping.ids === "genes" ? id : gene)),
        description: cellText(row, description),
      });
    },
  });
  return measured(proteinMatrix.id, "", quantities, issues);
}

/** Whether every row has one cell more than the header. */
function isShifted(table: OpenTable): boolean {
  const again = scanAgain(table);
  let rows = 0;
  while (again.next()) {
    if (again.row.count !== table.header.length + 1) return false;
    rows++;
  }
  return rows > 0;
}

/** Ids of UniProt in at least four of five rows, and numbers or words for a missing one everywhere else. */
function looksLikeMatrix(table: OpenTable): boolean {
  const { scanner } = table;
  const signs = noSigns();
  const width = table.header.length;
  let rows = 0;
  let known = 0;
  const isNumeric = (row: Row) => {
    for (let cell = 1; cell < row.count; cell++) {
      const value = cellNumber(row, cell, signs);
      if (Number.isNaN(value) && !commonMissing.has(cellText(row, cell).toLowerCase())) return false;
    }
    return true;
  };
  while (rows < 50 && scanner.next()) {
    const { row } = scanner;
    if (row.count !== width && row.count !== width + 1) break;
    if (!isNumeric(row)) return false;
    rows++;
    if (isUniprot(cellText(row, 0))) known++;
  }
  return rows >= 2 && known >= 0.8 * rows;
}

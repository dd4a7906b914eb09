import { z } from "zod";
import { cellText } from "../../../containers/delimited/index.ts";
import { isZip, readWorkbook, type SheetCell } from "../../../containers/xlsx.ts";
import { accepted, type Format, isRefused, type Result } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { lacks, type OpenTable, openBytes, openTable } from "./tables/header.ts";
import { readLong } from "./tables/long.ts";
import { columnField, commonFields, delimiterCode, said, validMapping } from "./tables/mapping.ts";
import { measured } from "./tables/measurement-of.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";

const needed = (en: string, ja: string) => said(z.string().min(1).max(200), en, ja, { column: true });

const longMapping = z.strictObject({
  protein: needed("Column of proteins", "タンパク質の列"),
  run: needed("Column that names the run or sample", "ランまたは試料の列"),
  run2: columnField("Second column that names the run, such as the time", "ランを示す二つ目の列（時点など）"),
  run3: columnField("Third column that names the run", "ランを示す三つ目の列"),
  value: needed("Column of the numbers", "数値の列"),
  gene: columnField("Column of gene symbols", "遺伝子記号の列"),
  condition: columnField("Column of the condition", "条件の列"),
  sheet: said(
    z.string().min(1).max(200).optional(),
    "Sheet of the workbook; the first if not given",
    "シート名（省略時は最初のシート）",
  ),
  ...commonFields,
});

/** A table of one row per protein and run, as CSV or workbook, by a mapping of its columns. */
export const longTable: Format<ProteomeMeasurement> = {
  id: "proteome.long-table",
  version: "1",
  title: { en: "Long table of proteins with a column mapping", ja: "列対応を指定したタンパク質の縦長表" },
  extensions: [".csv", ".tsv", ".txt", ".xlsx"],
  checked: "real files",
  checkedNote: {
    en: "A workbook of 41,440 rows of one laboratory. The columns are as the mapping says.",
    ja: "1つの研究室の41,440行のブックで検証。列はmappingの指定に従います。",
  },
  mapping: longMapping,
  sniff() {
    return 0;
  },
  async read(blob, context) {
    const said = validMapping(longMapping, context.mapping);
    if (isRefused(said)) return said;
    const mapping = said.value;
    const opened = await openEither(blob, mapping.sheet, delimiterCode(mapping.delimiter));
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const { protein, run, run2, run3, value, gene, condition } = mapping;
    const lacking = [protein, run, run2, run3, value, gene, condition].find(
      (name) => name !== undefined && !header.includes(name),
    );
    if (lacking !== undefined) return lacks(lacking);
    const at = (name: string) => header.indexOf(name);
    const runs = [run, run2, run3].filter((name) => name !== undefined);
    const told = [...(runs.length > 1 ? runs : []), ...(condition === undefined ? [] : [condition])];
    const quantity = mapping.quantity ?? "intensity";
    const quantities = readLong(opened.value, {
      run: runs.map(at),
      ...(told.length > 0 ? { stated: Object.fromEntries(told.map((name) => [name, at(name)])) } : {}),
      missing:
        mapping.missingMark === undefined
          ? commonMissing
          : new Set([...commonMissing, mapping.missingMark.toLowerCase()]),
      ...(mapping.decimal === undefined ? {} : { decimal: mapping.decimal }),
      matrices: [
        {
          level: "protein",
          key: [at(protein)],
          repeats: "second left out",
          layers: [
            {
              name: value,
              quantity,
              scale: mapping.scale,
              normalised: mapping.normalised ?? "not stated",
              missing: mapping.missing ?? "empty",
              column: at(value),
            },
          ],
          feature(row) {
            const id = cellText(row, at(protein));
            if (id === "") return "no protein named";
            const genes = gene === undefined ? [] : listed(cellText(row, at(gene)));
            return proteinDraft(id, gene === protein ? [] : listed(id), { genes });
          },
        },
      ],
    });
    return measured(longTable.id, "", quantities);
  },
};

async function openEither(blob: Blob, sheet?: string, delimiter?: number): Promise<Result<OpenTable>> {
  if (!isZip(new Uint8Array(await blob.slice(0, 4).arrayBuffer()))) return openTable(blob, delimiter);
  const book = await readWorkbook(blob);
  if (isRefused(book)) return book;
  const found = sheet === undefined ? book.value[0] : book.value.find(({ name }) => name === sheet);
  if (found === undefined) return lacks(sheet ?? "1");
  const lines = found.rows.map((row) => `${row.map(cellWords).join("\t")}\n`);
  const opened = openBytes(new TextEncoder().encode(lines.join("")), 9);
  return isRefused(opened) ? opened : accepted(opened.value, book.warnings);
}

function cellWords(cell: SheetCell): string {
  const words = cell instanceof Date ? cell.toISOString() : cell === null ? "" : String(cell);
  return /["\t\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

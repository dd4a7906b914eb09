import type { Format } from "../../../../kernel/index.ts";
import type { EvCatalogue, ProteomeMeasurement } from "../../measurement.ts";
import { type Content, columnsMissing, readContent, unlessEmpty } from "./file.ts";
import { LineCount } from "./issues.ts";
import { headerOf, libraryTable } from "./table.ts";
import { decodeHead, linesOf } from "./text.ts";

const columns = ["UNIPROT ACCESSION", "GENE SYMBOL", "SPECIES", "IDENTIFICATION NUMBER"] as const;

/** EVpedia's proteins: how many datasets identified each, without saying which. */
export const evpedia: Format<ProteomeMeasurement> = {
  id: "proteome.evpedia",
  version: "1",
  title: { en: "EVpedia proteins", ja: "EVpediaのタンパク質一覧" },
  extensions: [".csv", ".txt", ".tsv"],
  reference: true,
  checked: "real files",
  checkedNote: {
    en: "Checked with one export of human proteins.",
    ja: "ヒトのタンパク質の一覧1つで確認しました。",
  },
  sniff: (head) => (headerOf(linesOf(decodeHead(head)).lines, columns) === null ? 0 : 0.95),
  read: (blob) => readContent(blob, "proteome.evpedia", readProteins),
};

function readProteins(text: string): Content<EvCatalogue> {
  const table = libraryTable(text, columns);
  if (table === null) return columnsMissing(columns);
  const [accessionAt, geneAt, speciesAt, countAt] = columns.map((column) => table.column.get(column)!);
  const entries = new Map<string, EvCatalogue["entries"][number]>();
  const unreadable = new LineCount();
  const repeated = new LineCount();
  for (const { cells, line } of table.rows) {
    const accession = cells[accessionAt!]!;
    if (accession === "" || !/^\d{1,9}$/.test(cells[countAt!]!)) unreadable.add(line);
    else if (entries.has(accession)) repeated.add(line);
    else {
      entries.set(accession, {
        // UniProt's gene names: the symbol first, then its synonyms
        gene: cells[geneAt!]!.split(/[ ;]/, 1)[0]!,
        accession,
        species: cells[speciesAt!]!,
        experiments: [],
        count: Number(cells[countAt!]),
      });
    }
  }
  const issues = [
    ...table.issues,
    ...unreadable.issues("library-lines-unreadable"),
    ...repeated.issues("library-repeated"),
  ];
  const content: EvCatalogue = {
    kind: "catalogue",
    name: "EVpedia",
    entries: [...entries.values()],
    leftOut: [],
  };
  return unlessEmpty(content, entries.size, issues);
}

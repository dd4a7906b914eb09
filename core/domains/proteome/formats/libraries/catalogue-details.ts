import type { Format, Issue } from "../../../../kernel/index.ts";
import type { EvCatalogue, ProteomeMeasurement } from "../../measurement.ts";
import { type Content, catalogueName, columnsMissing, readContent, unlessEmpty } from "./file.ts";
import { LineCount, libraryIssues } from "./issues.ts";
import { headerOf, libraryTable } from "./table.ts";
import { decodeHead, linesOf } from "./text.ts";

const columns = ["CONTENT TYPE", "GENE SYMBOL", "SPECIES", "EXPERIMENT ID"] as const;
/** Kinds of content told by name; more are told together. */
const mostKinds = 40;

/** PROTEIN_MRNA_DETAILS of ExoCarta and Vesiclepedia: a row a gene and experiment; proteins are kept. */
export const catalogueDetails: Format<ProteomeMeasurement> = {
  id: "proteome.catalogue-details",
  version: "1",
  title: { en: "ExoCarta or Vesiclepedia content", ja: "ExoCarta・Vesiclepediaの収載内容" },
  extensions: [".txt", ".csv", ".tsv"],
  reference: true,
  checked: "real files",
  checkedNote: {
    en: "Checked with ExoCarta exported with semicolons; the original with tabs was built from the same columns.",
    ja: "セミコロン区切りのExoCartaで確認しました。タブ区切りの原本は同じ列から作成したものです。",
  },
  sniff: (head) => (headerOf(linesOf(decodeHead(head)).lines, columns) === null ? 0 : 0.95),
  read: (blob, context) =>
    readContent(blob, "proteome.catalogue-details", (text) => readDetails(text, catalogueName(context.name))),
};

interface Found {
  readonly gene: string;
  readonly species: string;
  readonly experiments: Set<string>;
}

function readDetails(text: string, name: string): Content<EvCatalogue> {
  const table = libraryTable(text, columns);
  if (table === null) return columnsMissing(columns);
  const [type, symbol, organism, id] = columns.map((column) => table.column.get(column)!);
  const found = new Map<string, Found>();
  const others = new Map<string, number>();
  const unreadable = new LineCount();
  for (const { cells, line } of table.rows) {
    const kind = cells[type!]!.toLowerCase();
    const gene = cells[symbol!]!;
    const experiment = cells[id!]!;
    if (kind !== "protein") {
      const counted = kind === "" || (others.size >= mostKinds && !others.has(kind)) ? "other" : kind;
      others.set(counted, (others.get(counted) ?? 0) + 1);
    } else if (gene === "" || !/^\d{1,9}$/.test(experiment)) unreadable.add(line);
    else {
      const species = cells[organism!]!;
      const key = `${species}\t${gene}`;
      const entry = found.get(key) ?? { gene, species, experiments: new Set<string>() };
      entry.experiments.add(experiment);
      found.set(key, entry);
    }
  }
  const entries = Array.from(found.values(), ({ gene, species, experiments }) => ({
    gene,
    accession: "",
    species,
    experiments: [...experiments],
    count: experiments.size,
  }));
  const leftOut = Array.from(others, ([content, count]) => ({ content, count }));
  const issues = [
    ...table.issues,
    ...unreadable.issues("library-lines-unreadable"),
    ...contentIssue(leftOut),
  ];
  return unlessEmpty({ kind: "catalogue", name, entries, leftOut }, entries.length, issues);
}

function contentIssue(leftOut: EvCatalogue["leftOut"]): readonly Issue[] {
  if (leftOut.length === 0) return [];
  const count = leftOut.reduce((sum, kind) => sum + kind.count, 0);
  const kinds = leftOut.map((kind) => `${kind.content.slice(0, 30)} ${kind.count}`).join(", ");
  return [libraryIssues.raise("library-content-left-out", { count, kinds })];
}

import { type Format, refused } from "../../../../kernel/index.ts";
import type { EvCatalogue, ProteomeMeasurement } from "../../measurement.ts";
import { isAccession } from "./accession.ts";
import { type Content, catalogueName, readContent, unlessEmpty } from "./file.ts";
import { LineCount, libraryIssues } from "./issues.ts";
import { lineEnd } from "./table.ts";
import { decodeHead, linesOf } from "./text.ts";

/** More lines than this share that are no accession make it no list of accessions. */
const mostOthers = 0.05;
const headings = /^(?:"?)(?:accessions?|entry|uniprot(?: ?(?:id|accession|kb))?|protein ids?)(?:"?)$/i;

/** UniProt accessions, one a line, with or without a heading; one that is repeated was found that often. */
export const accessionList: Format<ProteomeMeasurement> = {
  id: "proteome.accession-list",
  version: "1",
  title: { en: "List of UniProt accessions", ja: "UniProtアクセッションの一覧" },
  extensions: [".csv", ".txt", ".tsv"],
  reference: true,
  checked: "real files",
  checkedNote: {
    en: "Checked with Vesiclepedia's proteins of July 2024 and a list of high-confidence vesicle proteins.",
    ja: "Vesiclepediaの2024年7月のタンパク質一覧と、高信頼度のEVタンパク質一覧で確認しました。",
  },
  sniff(head) {
    const lines = linesOf(decodeHead(head)).lines.map((line) => line.trim());
    const words = lines.filter((line) => line !== "" && !headings.test(line)).slice(0, 100);
    return words.length >= 2 && words.slice(0, -1).every(isAccession) ? 0.85 : 0;
  },
  read: (blob, context) =>
    readContent(blob, "proteome.accession-list", (text) => readList(text, catalogueName(context.name))),
};

function readList(text: string, name: string): Content<EvCatalogue> {
  const { lines, ended } = linesOf(text);
  const counts = new Map<string, number>();
  const others = new LineCount();
  let used = 0;
  let begun = false;
  lines.forEach((line, i) => {
    const words = line.trim();
    const heading = !begun && headings.test(words);
    if (words !== "") begun = true;
    if (words === "" || heading) return;
    used += 1;
    if (isAccession(words)) counts.set(words, (counts.get(words) ?? 0) + 1);
    else others.add(i + 1);
  });
  if (others.count > mostOthers * used && (others.count > 1 || counts.size === 0)) {
    const parameters = { count: others.count, lines: used };
    return refused(libraryIssues.raise("library-not-accessions", parameters));
  }
  const entries = Array.from(counts, ([accession, count]) => ({
    gene: "",
    accession,
    species: "",
    experiments: [],
    count,
  }));
  const issues = [...others.issues("library-lines-unreadable"), ...lineEnd(ended)];
  return unlessEmpty({ kind: "catalogue", name, entries, leftOut: [] }, entries.length, issues);
}

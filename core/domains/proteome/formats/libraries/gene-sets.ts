import type { Format } from "../../../../kernel/index.ts";
import type { GeneSets, ProteomeMeasurement } from "../../measurement.ts";
import { type Content, readContent, unlessEmpty } from "./file.ts";
import { LineCount } from "./issues.ts";
import { lineEnd } from "./table.ts";
import { decodeHead, linesOf } from "./text.ts";

/** GMT: a gene set a line, its name, a description and the genes, separated by tabs (Broad Institute, GSEA data formats). */
export const geneSetFile: Format<ProteomeMeasurement> = {
  id: "proteome.gene-sets",
  version: "1",
  title: { en: "Gene sets (GMT)", ja: "遺伝子セット（GMT）" },
  extensions: [".gmt"],
  reference: true,
  checked: "real files",
  checkedNote: {
    en: "Checked with Hallmark and Reactome sets of MSigDB.",
    ja: "MSigDBのHallmarkとReactomeの遺伝子セットで確認しました。",
  },
  sniff(head, name) {
    if (!/\.gmt$/i.test(name)) return 0;
    const first = linesOf(decodeHead(head)).lines.find((line) => line.trim() !== "") ?? "";
    return first.split("\t", 3).length === 3 ? 0.95 : 0;
  },
  read: (blob) => readContent(blob, "proteome.gene-sets", readSets),
};

function readSets(text: string): Content<GeneSets> {
  const { lines, ended } = linesOf(text);
  const sets: GeneSets["sets"][number][] = [];
  const empty = new LineCount();
  const repeated = new LineCount();
  const names = new Set<string>();
  lines.forEach((line, i) => {
    if (line.trim() === "") return;
    const cells = line.split("\t").map((cell) => cell.trim());
    const [name = "", description = ""] = cells;
    const genes = [...new Set(cells.slice(2))].filter((gene) => gene !== "");
    if (name === "" || genes.length === 0) empty.add(i + 1);
    else if (names.has(name)) repeated.add(i + 1);
    else {
      names.add(name);
      sets.push({ name, description, genes });
    }
  });
  const issues = [
    ...empty.issues("library-set-empty"),
    ...repeated.issues("library-repeated"),
    ...lineEnd(ended),
  ];
  return unlessEmpty({ kind: "gene sets", sets }, sets.length, issues);
}

import { cellText, type Row } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { Mark, ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, folded, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { stemOf } from "./tables/names.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide, type WideLayer } from "./tables/wide.ts";

/** R turns blanks and slashes of headers into dots. */
const kinds = [
  {
    name: "LFQ intensity",
    pattern: /^LFQ[ .]intensity(?:[ .](.+))?$/i,
    quantity: "intensity",
    normalised: "yes",
  },
  { name: "Intensity", pattern: /^Intensity(?:[ .](.+))?$/i, quantity: "intensity", normalised: "no" },
  { name: "iBAQ", pattern: /^iBAQ(?![ .]peptides$)(?:[ .](.+))?$/i, quantity: "intensity", normalised: "no" },
  {
    name: "Reporter intensity corrected",
    pattern: /^Reporter[ .]intensity[ .]corrected[ .](.+)$/i,
    quantity: "intensity",
    normalised: "no",
  },
  {
    name: "MS/MS count",
    pattern: /^MS[/.]MS[ .]count(?:[ .](.+))?$/i,
    quantity: "spectral count",
    normalised: "no",
  },
  { name: "Peptides", pattern: /^Peptides(?:[ .](.+))?$/i, quantity: "peptide count", normalised: "no" },
] as const;

/** MaxQuant's proteinGroups.txt (Cox and Mann 2008, doi:10.1038/nbt.1511), also saved again with commas or semicolons. */
export const maxquantProteinGroups: Format<ProteomeMeasurement> = {
  id: "proteome.maxquant-protein-groups",
  version: "1",
  title: { en: "MaxQuant protein groups", ja: "MaxQuant タンパク質グループ（proteinGroups）" },
  extensions: [".txt", ".csv", ".tsv"],
  checked: "real files",
  checkedNote: {
    en: "Label-free results of two versions, one saved again with commas and one by R; reporter ions by the written description.",
    ja: "ラベルフリーの結果（2つのバージョン、コンマ区切りやRで保存し直したものを含む）で検証。レポーターイオンは文書による説明のみ。",
  },
  sniff(head) {
    const names = new Set(sniffHeader(head).map(folded));
    if (!names.has("protein ids") || !names.has("majority protein ids")) return 0;
    return names.has("peptide counts all") ? 0.99 : 0.6;
  },
  async read(blob, context) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const column = columnFinder(header);
    const id = column("Protein IDs");
    if (id < 0) return lacks("Protein IDs");
    const { runs, layers } = layersOf(header, stemOf(context.name));
    if (layers.length === 0) return lacks("LFQ intensity", "Intensity");
    const majority = column("Majority protein IDs");
    const genes = column("Gene names");
    const names = column("Protein names", "Fasta headers");
    const length = column("Sequence length");
    const theoretical = column("iBAQ peptides");
    const marks: [number, Mark][] = [
      [column("Reverse"), "decoy"],
      [column("Potential contaminant", "Contaminant"), "contaminant"],
      [column("Only identified by site"), "only identified by site"],
    ];
    const whole = (row: Row, at: number) =>
      /^[1-9]\d{0,8}$/.test(cellText(row, at)) ? Number(cellText(row, at)) : 0;
    const quantities = readWide(opened.value, {
      level: "protein",
      runs,
      layers,
      missing: commonMissing,
      feature(row) {
        const written = cellText(row, id);
        if (written === "") return "no protein named";
        const leading = cellText(row, majority);
        const draft = proteinDraft(written, listed(leading === "" ? written : leading), {
          genes: listed(cellText(row, genes)),
          description: cellText(row, names),
          marks: marks.filter(([at]) => cellText(row, at) === "+").map(([, mark]) => mark),
        });
        const residues = whole(row, length);
        const peptides = whole(row, theoretical);
        return {
          ...draft,
          ...(residues > 0 ? { length: residues } : {}),
          ...(peptides > 0 ? { theoreticalPeptides: peptides } : {}),
        };
      },
    });
    return measured(maxquantProteinGroups.id, "MaxQuant", quantities);
  },
};

/** Columns with an experiment's name behind the quantity; the totals alone where the search had one experiment. */
function layersOf(header: readonly string[], stem: string): { runs: string[]; layers: WideLayer[] } {
  const found = kinds.map((kind) => ({
    kind,
    columns: header.flatMap((cell, column) => {
      const match = kind.pattern.exec(cell);
      return match === null ? [] : [{ run: match[1] ?? "", column }];
    }),
  }));
  const named = found.some(
    ({ kind, columns }) => kind.quantity === "intensity" && columns.some(({ run }) => run !== ""),
  );
  const used = found.map(({ kind, columns }) => ({
    kind,
    columns: columns
      .filter(({ run }) => (run !== "") === named)
      .map(({ run, column }) => ({ run: named ? run : stem, column })),
  }));
  const experiments = used.find(({ kind, columns }) => kind.quantity === "intensity" && columns.length > 0);
  const runs = experiments?.columns.map(({ run }) => run) ?? [];
  const layers = used.flatMap(({ kind, columns }): WideLayer[] => {
    const named = new Map(columns.map(({ run, column }) => [run, column]));
    // A name that stands twice stays twice, to be refused.
    if (named.size < columns.length) runs.push(...columns.map(({ run }) => run));
    const at = runs.map((run) => named.get(run) ?? -1);
    if (at.every((column) => column < 0)) return [];
    const { name, quantity, normalised } = kind;
    const missing = quantity === "intensity" ? "zero" : "empty";
    return [{ name, quantity, scale: "linear", normalised, missing, columns: at }];
  });
  return { runs, layers };
}

import { portable } from "../../../kernel/index.ts";
import { printed, tableBytes } from "./printing.ts";
import type { ProteomeTwin } from "./truth.ts";

/** proteinGroups.txt as MaxQuant writes it: five figures, 0 where nothing was seen, marks as `+`, decoys as `REV__`. */
export function maxquantText({ proteins, runs, seen }: ProteomeTwin): Uint8Array<ArrayBuffer> {
  const header = [
    "Protein IDs",
    "Majority protein IDs",
    "Peptide counts (all)",
    "Protein names",
    "Gene names",
    "Fasta headers",
    "Number of proteins",
    "Peptides",
    "Mol. weight [kDa]",
    "Sequence length",
    "Q-value",
    "Score",
    "Intensity",
    ...runs.map((run) => `Intensity ${run}`),
    ...runs.map((run) => `LFQ intensity ${run}`),
    "MS/MS count",
    "Only identified by site",
    "Reverse",
    "Potential contaminant",
    "id",
  ];
  // what was loaded on the column differs from run to run; LFQ intensities are free of it
  const loaded = runs.map((_, at) => portable.pow(2, 0.2 * ((at * 7) % 5) - 0.4));
  const rows = proteins.map(({ accession, gene, description, kind, length }, row) => {
    const prefix = kind === "decoy" ? "REV__" : kind === "contaminant" ? "CON__" : "";
    const lfq = runs.map((_, run) => linear(seen[row * runs.length + run]!));
    const raw = lfq.map((value, run) => value * loaded[run]!);
    const peptides = 1 + (length % 17);
    const name = `${prefix}${accession}`;
    return [
      name,
      name,
      String(peptides),
      description,
      gene,
      kind === "decoy" ? "" : `sp|${accession}|${gene || accession}_HUMAN ${description}`,
      "1",
      String(peptides),
      (0.11 * length).toFixed(3),
      String(length),
      "0",
      (5.1 * peptides).toFixed(3),
      printed(
        raw.reduce((sum, value) => sum + value, 0),
        5,
      ),
      ...raw.map((value) => printed(value, 5)),
      ...lfq.map((value) => printed(value, 5)),
      String(peptides * runs.length),
      "",
      kind === "decoy" ? "+" : "",
      kind === "contaminant" ? "+" : "",
      String(row),
    ];
  });
  return tableBytes([header, ...rows], "\t", "\n");
}

function linear(log: number): number {
  return Number.isNaN(log) ? 0 : portable.pow(2, log);
}

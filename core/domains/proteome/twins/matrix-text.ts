import { printed, tableBytes } from "./printing.ts";
import type { ProteomeTwin } from "./truth.ts";

/** A plain matrix of log2 values with UniProt accessions, as people hand it on: no decoys, nothing marked, `NA` where nothing was seen. */
export function log2MatrixText({ proteins, runs, seen }: ProteomeTwin): Uint8Array<ArrayBuffer> {
  const rows = proteins.flatMap(({ accession, kind }, row) => {
    if (kind === "decoy" || kind === "contaminant") return [];
    const values = runs.map((_, run) => seen[row * runs.length + run]!);
    return [[accession, ...values.map((log) => (Number.isNaN(log) ? "NA" : printed(log, 9)))]];
  });
  return tableBytes([["Protein", ...runs], ...rows], ",", "\r\n");
}

/** The contaminants of a twin as the table beside a library lists them. */
export function contaminantLibraryText({ proteins }: ProteomeTwin): Uint8Array<ArrayBuffer> {
  const rows = proteins
    .filter(({ kind }) => kind === "contaminant")
    .map(({ accession, gene, description, organism }) => {
      const source = gene.startsWith("KRT") ? "Skin" : "Reagent";
      return [accession, description, gene, organism, source];
    });
  const header = ["UNIPROT ID", "PROTEIN NAMES", "GENE NAMES", "ORGANISM", "SOURCE OF CONTAMINATION"];
  return tableBytes([header, ...rows], "\t", "\n");
}

import { createRandom, portable } from "../../../kernel/index.ts";
import { printed, tableBytes } from "./printing.ts";
import type { ProteomeTwin, TwinProtein } from "./truth.ts";

/** DIA-NN has no rows of decoys; contaminants carry the prefix of their FASTA library. */
function groupName({ accession, kind }: TwinProtein): string {
  return kind === "contaminant" ? `Cont_${accession}` : accession;
}

function rowsOf({ proteins }: ProteomeTwin): number[] {
  return proteins.flatMap(({ kind }, row) => (kind === "decoy" ? [] : row));
}

/** report.pg_matrix.tsv as DIA-NN writes it: paths of raw files as runs, an empty cell where nothing was seen. */
export function diannMatrixText(twin: ProteomeTwin): Uint8Array<ArrayBuffer> {
  const { proteins, runs, seen } = twin;
  const header = [
    ...["Protein.Group", "Protein.Ids", "Protein.Names", "Genes", "First.Protein.Description"],
    ...runs.map((run) => `D:\\raw\\${run}.raw`),
  ];
  const rows = rowsOf(twin).map((row) => {
    const protein = proteins[row]!;
    const name = groupName(protein);
    const values = runs.map((_, run) => seen[row * runs.length + run]!);
    return [
      ...[name, name, `${protein.gene || name}_HUMAN`, protein.gene, protein.description],
      ...values.map((log) => (Number.isNaN(log) ? "" : printed(portable.pow(2, log), 6))),
    ];
  });
  return tableBytes([header, ...rows], "\t", "\n");
}

const most = 3;
/** One precursor in this many of a run has a q-value above the limit that the producer recommends. */
const doubtful = 50;

/**
 * DIA-NN's main report: up to three precursors of every protein in every run where it was seen, each at a constant
 * ratio to its protein, and rows above the limit of q-values whose quantities mean nothing.
 */
export function diannReportText(twin: ProteomeTwin): Uint8Array<ArrayBuffer> {
  const { proteins, runs, seen, truth } = twin;
  const random = createRandom(truth.seed).split("precursors");
  const header = [
    ...["File.Name", "Run", "Protein.Group", "Protein.Ids", "Protein.Names", "Genes", "PG.Quantity"],
    ...["PG.MaxLFQ", "First.Protein.Description", "Modified.Sequence", "Stripped.Sequence", "Precursor.Id"],
    ...["Precursor.Charge", "Q.Value", "PG.Q.Value", "Precursor.Quantity", "Precursor.Normalised"],
  ];
  const precursors = rowsOf(twin).map((row) => {
    const own = random.split("response").split(row);
    return { row, responses: Array.from({ length: 1 + own.integer(most) }, () => own.lognormal(-1, 0.7)) };
  });
  const rows = runs.flatMap((run, column) =>
    precursors.flatMap(({ row, responses }) => {
      const log = seen[row * runs.length + column]!;
      if (Number.isNaN(log)) return [];
      const protein = proteins[row]!;
      const name = groupName(protein);
      const quantity = portable.pow(2, log);
      return responses.flatMap((response, at) => {
        const letters = sequence(row, at);
        const line = (q: number, value: number) => [
          ...[`D:\\raw\\${run}.raw`, run, name, name, `${protein.gene || name}_HUMAN`, protein.gene],
          ...[printed(quantity, 6), printed(quantity, 6), protein.description, letters, letters],
          ...[`${letters}2`, "2", printed(q, 4), "0.0001", printed(value, 6), printed(value, 6)],
        ];
        const good = line(0.001, quantity * response);
        const extra = (row + column) % doubtful === 0 && at === 0;
        return extra ? [good, line(0.02, 7 * quantity * response)] : [good];
      });
    }),
  );
  return tableBytes([header, ...rows], "\t", "\n");
}

/** A peptide of its own for each protein and place. */
function sequence(row: number, at: number): string {
  const letters = "ACDEFGHILMNPQSTVWY";
  let rest = row * most + at;
  let out = "";
  for (let k = 0; k < 7; k++) {
    out += letters[rest % letters.length]!;
    rest = Math.floor(rest / letters.length);
  }
  return `${out}K`;
}

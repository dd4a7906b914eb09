import type { Issue, StudyDesign } from "../../../kernel/index.ts";
import type { Matrix } from "../../../statistics/index.ts";
import type { Feature, Quantities, QuantityLayer, QuantityMatrix } from "../measurement.ts";
import { analysisIssues } from "./issues.ts";
import { log2Mean } from "./log-values.ts";
import type { ProteomeParameters } from "./parameters.ts";
import { type ProteinValues, proteinMatrix } from "./roll-up.ts";
import { listed, type StudySample, samplesOfRuns } from "./samples.ts";
import { dataSetOf } from "./sheet.ts";

/** A quantity file of the study. */
export interface QuantityFile {
  readonly file: string;
  readonly format: string;
  readonly content: Quantities;
}

/** Proteins of samples that were quantified in one way: what contrasts, purity and figures rest on. */
export interface DataSet {
  readonly name: string;
  /** What tells its estimates from those of other data sets; empty where it is the only one. */
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly layer: Pick<QuantityLayer, "name" | "quantity" | "scale" | "normalised">;
  /** How proteins were made of peptides; null where the file has proteins. */
  readonly rolledUp: "MaxLFQ" | "sum of counts" | null;
  readonly features: readonly Feature[];
  readonly samples: readonly StudySample[];
  /** log2 of quantities, features x samples; repeats of a sample averaged; NaN where nothing was measured. */
  readonly values: Matrix;
  /** 1 where a value was imputed, as `values` lie; not there where none was. */
  readonly imputed?: Uint8Array;
  /** Runs that belong to no sample. */
  readonly unusedRuns: number;
  /** Rows that the producer marks as decoys, which are in no data set. */
  readonly decoys: number;
}

interface Part {
  readonly name: string;
  readonly file: string;
  readonly layer: QuantityLayer;
  readonly rolledUp: DataSet["rolledUp"];
  readonly features: readonly Feature[];
  readonly samples: readonly StudySample[];
  readonly values: Matrix;
  readonly unused: number;
  readonly decoys: number;
}

/**
 * The data sets of a study: files of one format and quantity are one, joined by the leading protein, unless the
 * sheet's column `data set` keeps them apart. Decoys are in none. Issues: those of `samplesOfRuns`,
 * `proteome-quantity-unknown`, `proteome-sheet-does-not-match`, `proteome-sample-in-two-files`.
 */
export function dataSets(
  files: readonly QuantityFile[],
  design: StudyDesign,
  parameters: ProteomeParameters,
): { readonly dataSets: readonly DataSet[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const groups = new Map<string, Part[]>();
  for (const { file, format, content } of files) {
    const chosen = chosenMatrix(content, parameters.quantity);
    if (chosen === null) {
      const known = content.matrices.flatMap(({ layers }) => layers.map(({ name }) => name));
      const given = { quantity: parameters.quantity ?? "", known: listed(known) };
      issues.push(analysisIssues.raise("proteome-quantity-unknown", given, { file }));
      continue;
    }
    const sampled = samplesOfRuns(file, content.runs, design);
    issues.push(...sampled.issues);
    if (sampled.samples.length === 0) {
      const given = { runs: listed(content.runs) };
      issues.push(analysisIssues.raise("proteome-sheet-does-not-match", given, { file }));
      continue;
    }
    const { decoys, ...proteins } = withoutDecoys(
      proteinMatrix(chosen.matrix, chosen.layer, content.runs.length),
      content.runs.length,
    );
    const values = log2Mean(proteins.values, chosen.layer.scale, content.runs.length, sampled.samples);
    const name = dataSetOf(design.rows.find((row) => row.file === file)) || format;
    const key = `${name}|${chosen.layer.name}`;
    const part = { name, file, layer: chosen.layer, ...proteins, decoys, values, ...sampled };
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const sets = [...groups.values()].map((parts) => joined(parts[0]!.name, parts, issues));
  const taken = (name: string) => sets.filter((set) => set.name === name).length > 1;
  const named = sets.map((set) =>
    taken(set.name) ? { ...set, name: `${set.name}, ${set.layer.name}` } : set,
  );
  const several = named.length > 1;
  return {
    dataSets: named.map((set) => (several ? { ...set, qualifiers: { dataSet: set.name } } : set)),
    issues,
  };
}

function chosenMatrix({ matrices }: Quantities, quantity: string | undefined) {
  for (const matrix of matrices) {
    const layer = matrix.layers.find(({ name }) => quantity === undefined || name === quantity);
    if (layer) return { matrix, layer } satisfies { matrix: QuantityMatrix; layer: QuantityLayer };
  }
  return null;
}

/** A decoy carries the accession of the protein that it is the reverse of, and is no protein of the sample. */
function withoutDecoys(proteins: ProteinValues, runs: number): ProteinValues & { readonly decoys: number } {
  const kept = proteins.features.flatMap(({ marks }, row) => (marks.includes("decoy") ? [] : row));
  const decoys = proteins.features.length - kept.length;
  if (decoys === 0) return { ...proteins, decoys };
  const values = new Float64Array(kept.length * runs);
  kept.forEach((row, at) => {
    values.set(proteins.values.subarray(row * runs, (row + 1) * runs), at * runs);
  });
  return { ...proteins, features: kept.map((row) => proteins.features[row]!), values, decoys };
}

/** What a row is known by in the other files of its data set: its leading protein, marks, and which one of these it is. */
function joinKeys(features: readonly Feature[]): string[] {
  const seen = new Map<string, number>();
  return features.map(({ id, proteins, marks }) => {
    const key = [proteins[0] ?? id, ...marks].join("|");
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${key}|${before}`;
  });
}

function joined(name: string, parts: readonly Part[], issues: Issue[]): DataSet {
  const [first] = parts as [Part];
  const files = parts.map(({ file }) => file);
  const unusedRuns = parts.reduce((sum, { unused }) => sum + unused, 0);
  const decoys = parts.reduce((sum, one) => sum + one.decoys, 0);
  const { name: quantity, quantity: kind, scale, normalised } = first.layer;
  const layer = { name: quantity, quantity: kind, scale, normalised };
  const shared = { name, qualifiers: {}, files, layer, rolledUp: first.rolledUp, unusedRuns, decoys };
  if (parts.length === 1) {
    const { features, samples, values } = first;
    return { ...shared, features, samples, values };
  }
  const rows = new Map<string, number>();
  const features: Feature[] = [];
  const keys = parts.map((part) => joinKeys(part.features));
  parts.forEach((part, at) => {
    part.features.forEach((feature, row) => {
      const key = keys[at]![row]!;
      if (rows.has(key)) return;
      rows.set(key, features.length);
      features.push(feature);
    });
  });
  const taken = new Set<string>();
  const kept = parts.map((part, at) => {
    const columns = part.samples.flatMap(({ name: sample }, column) => (taken.has(sample) ? [] : [column]));
    const twice = part.samples.filter(({ name: sample }) => taken.has(sample)).map((one) => one.name);
    if (twice.length > 0) {
      const parameters = { samples: listed(twice) };
      issues.push(analysisIssues.raise("proteome-sample-in-two-files", parameters, { file: part.file }));
    }
    for (const column of columns) taken.add(part.samples[column]!.name);
    return { part, columns, own: keys[at]! };
  });
  const samples = kept.flatMap(({ part, columns }) => columns.map((column) => part.samples[column]!));
  const values = new Float64Array(features.length * samples.length).fill(Number.NaN);
  let at = 0;
  for (const { part, columns, own } of kept) {
    own.forEach((key, row) => {
      const target = rows.get(key)! * samples.length + at;
      columns.forEach((column, offset) => {
        values[target + offset] = part.values.values[row * part.values.columns + column]!;
      });
    });
    at += columns.length;
  }
  return { ...shared, features, samples, values: { rows: features.length, columns: samples.length, values } };
}

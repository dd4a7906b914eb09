import type { Issue, StudyDesign } from "../../../kernel/index.ts";
import type { Matrix } from "../../../statistics/index.ts";
import type { Feature, Quantities, QuantityLayer, QuantityMatrix } from "../measurement.ts";
import { analysisIssues } from "./issues.ts";
import { log2Mean } from "./log-values.ts";
import type { ProteomeParameters } from "./parameters.ts";
import { proteinMatrix } from "./roll-up.ts";
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
}

interface Part {
  readonly file: string;
  readonly layer: QuantityLayer;
  readonly rolledUp: DataSet["rolledUp"];
  readonly features: readonly Feature[];
  readonly samples: readonly StudySample[];
  readonly values: Matrix;
  readonly unused: number;
}

/**
 * The data sets of a study: files of one format and quantity are one, joined by the leading protein, unless the
 * sheet's column `data set` keeps them apart. Issues: those of `samplesOfRuns`, `proteome-quantity-unknown`,
 * `proteome-sample-in-two-files`.
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
    if (sampled.samples.length === 0) continue;
    const proteins = proteinMatrix(chosen.matrix, chosen.layer, content.runs.length);
    const values = log2Mean(proteins.values, chosen.layer.scale, content.runs.length, sampled.samples);
    const name = dataSetOf(design.rows.find((row) => row.file === file)) || format;
    const key = `${name}|${chosen.layer.name}`;
    const part = { file, layer: chosen.layer, ...proteins, values, ...sampled };
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const sets = [...groups].map(([key, parts]) => joined(key.slice(0, key.indexOf("|")), parts, issues));
  return { dataSets: sets, issues };
}

function chosenMatrix({ matrices }: Quantities, quantity: string | undefined) {
  for (const matrix of matrices) {
    const layer = matrix.layers.find(({ name }) => quantity === undefined || name === quantity);
    if (layer) return { matrix, layer } satisfies { matrix: QuantityMatrix; layer: QuantityLayer };
  }
  return null;
}

function joined(name: string, parts: readonly Part[], issues: Issue[]): DataSet {
  const [first] = parts as [Part];
  const files = parts.map(({ file }) => file);
  const unusedRuns = parts.reduce((sum, { unused }) => sum + unused, 0);
  const { name: quantity, quantity: kind, scale, normalised } = first.layer;
  const layer = { name: quantity, quantity: kind, scale, normalised };
  const shared = { name, files, layer, rolledUp: first.rolledUp, unusedRuns };
  if (parts.length === 1) {
    const { features, samples, values } = first;
    return { ...shared, features, samples, values };
  }
  const rows = new Map<string, number>();
  const features: Feature[] = [];
  for (const part of parts)
    for (const feature of part.features) {
      const key = feature.proteins[0] ?? feature.id;
      if (rows.has(key)) continue;
      rows.set(key, features.length);
      features.push(feature);
    }
  const taken = new Set<string>();
  const kept = parts.map((part) => {
    const columns = part.samples.flatMap(({ name: sample }, column) => (taken.has(sample) ? [] : [column]));
    const twice = part.samples.filter(({ name: sample }) => taken.has(sample)).map((one) => one.name);
    if (twice.length > 0) {
      const parameters = { samples: listed(twice) };
      issues.push(analysisIssues.raise("proteome-sample-in-two-files", parameters, { file: part.file }));
    }
    for (const column of columns) taken.add(part.samples[column]!.name);
    return { part, columns };
  });
  const samples = kept.flatMap(({ part, columns }) => columns.map((column) => part.samples[column]!));
  const values = new Float64Array(features.length * samples.length).fill(Number.NaN);
  let at = 0;
  for (const { part, columns } of kept) {
    part.features.forEach((feature, row) => {
      const target = rows.get(feature.proteins[0] ?? feature.id)! * samples.length + at;
      columns.forEach((column, offset) => {
        const value = part.values.values[row * part.values.columns + column]!;
        if (Number.isNaN(values[target + offset]!)) values[target + offset] = value;
      });
    });
    at += columns.length;
  }
  return { ...shared, features, samples, values: { rows: features.length, columns: samples.length, values } };
}

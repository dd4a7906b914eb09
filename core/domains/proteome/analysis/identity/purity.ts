import { draft, type EstimateDraft, type Issue, isAccepted, type Step } from "../../../../kernel/index.ts";
import type { Matrix } from "../../../../statistics/index.ts";
import type { ContaminantLibrary } from "../../measurement.ts";
import type { DataSet } from "../data-sets.ts";
import { categoryMask, intensityFraction, libraryMask } from "../markers/contaminants.ts";
import { markerIssues } from "../markers/issues.ts";
import { columnsOfMatrix, linearValues } from "../matrix-parts.ts";
import type { ProteomeParameters } from "../parameters.ts";

export interface LibraryFile {
  readonly file: string;
  readonly library: ContaminantLibrary;
}

const digits = ["1", "2", "3", "4", "5"] as const;

/**
 * Which share of each sample's and each condition's abundance is of the marker categories, and of every contaminant
 * library of the study. A condition's interval is between its donors. Samples of which nothing was observed have none
 * (`proteome-no-intensity`).
 */
export function purity(
  dataSet: DataSet,
  libraries: readonly LibraryFile[],
  { markers, level }: ProteomeParameters,
  from: string,
): { readonly step: Step; readonly issues: readonly Issue[] } {
  const genes = dataSet.features.map((feature) => feature.genes);
  const proteins = dataSet.features.map((feature) => feature.proteins);
  const hasGenes = genes.some((names) => names.length > 0);
  const masks = [
    ...(hasGenes
      ? digits.map((digit) => ({
          id: "proteome.categoryFraction",
          qualifier: { category: digit },
          mask: categoryMask(genes, digit, markers),
        }))
      : []),
    ...libraries.map(({ file, library }) => ({
      id: "proteome.libraryFraction",
      qualifier: { library: file },
      mask: libraryMask(proteins, library).all,
    })),
  ];
  const all = linearValues(dataSet.values);
  const observed = dataSet.samples.flatMap((_, column) => (hasValues(all, column) ? column : []));
  const samples = observed.map((column) => dataSet.samples[column]!);
  const whole = columnsOfMatrix(all, observed);
  const issues = dataSet.samples
    .filter((sample) => !samples.includes(sample))
    .map(({ name: sample }) =>
      markerIssues.raise("proteome-no-intensity", { sample }, { file: dataSet.files[0]! }),
    );
  const conditions = new Map<string, number[]>();
  samples.forEach(({ row }, column) => {
    if (row.condition !== undefined)
      conditions.set(row.condition, [...(conditions.get(row.condition) ?? []), column]);
  });
  const estimates = masks.flatMap(({ id, qualifier, mask }) => {
    const qualifiers = { ...qualifier, ...dataSet.qualifiers };
    const found = intensityFraction(mask, whole, { level });
    if (!isAccepted(found)) return [];
    return [
      ...samples.map((sample, column) =>
        draft(id, { level: "sample", sample: sample.name }, found.value.samples[column]!, "1", {
          qualifiers,
          n: { technical: sample.runs.length, biological: null },
          assumptions: ["intensity_is_amount"],
        }),
      ),
      ...[...conditions].flatMap(([condition, columns]) =>
        conditionFraction(id, condition, columns, { mask, whole, level, qualifiers, samples }),
      ),
    ];
  });
  const step = {
    key: `purity:${dataSet.name}`,
    operation: { id: "proteome.purity", version: "1" },
    parameters: { markers, level },
    inputs: [from, ...libraries.map(({ file }) => `${file}#read`)],
    estimates,
  };
  return { step, issues };
}

function hasValues({ rows, columns, values }: Matrix, column: number): boolean {
  for (let row = 0; row < rows; row++) if (values[row * columns + column]! > 0) return true;
  return false;
}

function conditionFraction(
  id: string,
  condition: string,
  columns: readonly number[],
  given: {
    readonly mask: Uint8Array;
    readonly whole: ReturnType<typeof linearValues>;
    readonly level: number;
    readonly qualifiers: Readonly<Record<string, string>>;
    readonly samples: DataSet["samples"];
  },
): EstimateDraft[] {
  const { mask, whole, level, qualifiers, samples } = given;
  const donors = columns.map((column) => samples[column]!.row.donor ?? samples[column]!.name);
  const repeated = new Set(donors).size < donors.length;
  const found = intensityFraction(mask, columnsOfMatrix(whole, columns), { level });
  if (!isAccepted(found)) return [];
  const { centre, interval } = found.value;
  return [
    draft(id, { level: "group", group: condition }, centre, "1", {
      qualifiers,
      interval: repeated ? null : interval,
      n: { technical: columns.length, biological: new Set(donors).size },
      assumptions: ["intensity_is_amount", "donors_are_replicates"],
      flags: repeated ? ["donors_repeat"] : [],
    }),
  ];
}

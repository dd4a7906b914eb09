import { draft, type EstimateDraft, isAccepted, type Step } from "../../../../kernel/index.ts";
import type { ContaminantLibrary } from "../../measurement.ts";
import type { DataSet } from "../data-sets.ts";
import { categoryMask, intensityFraction, libraryMask } from "../markers/contaminants.ts";
import { columnsOfMatrix, linearValues } from "../matrix-parts.ts";
import type { ProteomeParameters } from "../parameters.ts";

export interface LibraryFile {
  readonly file: string;
  readonly library: ContaminantLibrary;
}

const digits = ["1", "2", "3", "4", "5"] as const;

/**
 * Which share of each sample's and each condition's abundance is of the marker categories, and of every contaminant
 * library of the study. A condition's interval is between its donors.
 */
export function purity(
  dataSet: DataSet,
  libraries: readonly LibraryFile[],
  { markers, level }: ProteomeParameters,
  from: string,
): Step {
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
  const whole = linearValues(dataSet.values);
  const conditions = new Map<string, number[]>();
  dataSet.samples.forEach(({ row }, column) => {
    if (row.condition !== undefined)
      conditions.set(row.condition, [...(conditions.get(row.condition) ?? []), column]);
  });
  const estimates = masks.flatMap(({ id, qualifier, mask }) => {
    const qualifiers = { ...qualifier, ...dataSet.qualifiers };
    const found = intensityFraction(mask, whole, { level });
    if (!isAccepted(found)) return [];
    return [
      ...dataSet.samples.map((sample, column) =>
        draft(id, { level: "sample", sample: sample.name }, found.value.samples[column]!, "1", {
          qualifiers,
          n: { technical: sample.runs.length, biological: null },
          assumptions: ["intensity_is_amount"],
        }),
      ),
      ...[...conditions].flatMap(([condition, columns]) =>
        conditionFraction(id, condition, columns, { mask, whole, level, qualifiers, dataSet }),
      ),
    ];
  });
  return {
    key: `purity:${dataSet.name}`,
    operation: { id: "proteome.purity", version: "1" },
    parameters: { markers, level },
    inputs: [from, ...libraries.map(({ file }) => `${file}#read`)],
    estimates,
  };
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
    readonly dataSet: DataSet;
  },
): EstimateDraft[] {
  const { mask, whole, level, qualifiers, dataSet } = given;
  const donors = columns.map((column) => dataSet.samples[column]!.row.donor ?? dataSet.samples[column]!.name);
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

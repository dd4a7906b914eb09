import { accepted, createRandom, type Issue, isRefused, type Result, refused } from "../../kernel/index.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { allFinite, requireLength } from "../values.ts";
import { enrichmentScore } from "./enrichment-score.ts";
import { type GeneSet, noSets, setsWithin } from "./gene-sets.ts";
import { describeSets, fewOfOneSign, type Gsea, type GseaOptions, requirePermutations } from "./gsea.ts";
import { enrichmentIssues } from "./issues.ts";
import { labelPermutationNull } from "./label-null.ts";
import { rankGenes } from "./ranking.ts";
import { signalToNoise } from "./signal-to-noise.ts";
import { significanceOf } from "./significance.ts";

/** Genes x samples on a logarithmic or other scale on which means are compared, with names for both. */
export interface LabelledData {
  readonly data: Matrix;
  readonly ids: readonly string[];
  /** One label per sample, two different ones. */
  readonly labels: readonly string[];
}

export interface GseaPhenotypeOptions extends GseaOptions {
  /** The label whose higher genes come first. */
  readonly positive: string;
}

/** Fewest samples a group may have for its labels to be permuted. */
const neededSamples = 7;

function samplesProblem(labels: readonly string[], positive: string): Issue | undefined {
  const n = new Set(labels).size;
  if (n !== 2) return enrichmentIssues.raise("enrichment-not-two-groups", { n });
  const first = labels.filter((label) => label === positive).length;
  const second = labels.length - first;
  if (first === 0) throw new RangeError(`no sample has the label ${positive}`);
  if (Math.min(first, second) >= neededSamples) return undefined;
  return enrichmentIssues.raise("enrichment-too-few-samples", { first, second, needed: neededSamples });
}

function rowsOf({ columns, values }: Matrix, chosen: readonly number[]): Matrix {
  const kept = new Float64Array(chosen.length * columns);
  chosen.forEach((row, i) => {
    kept.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { rows: chosen.length, columns, values: kept };
}

/**
 * Gene-set enrichment between two groups of samples: genes ranked by signal to noise, with permuted sample labels as
 * null, which keeps the genes' correlation. Genes with a missing value are left out. Issues:
 * `enrichment-not-two-groups`, `enrichment-too-few-samples` (below 7 in a group: use `gseaPreranked`), and those of
 * `gseaPreranked`. Source: Subramanian et al. 2005 (10.1073/pnas.0506580102).
 */
export function gseaPhenotype(
  { data, ids, labels }: LabelledData,
  sets: readonly GeneSet[],
  options: GseaPhenotypeOptions,
): Result<Gsea> {
  const { permutations = 1000, seed, weight = 1, positive } = options;
  requirePermutations(permutations);
  requireLength("ids", ids, data.rows);
  requireLength("labels", labels, data.columns);
  const problem = samplesProblem(labels, positive);
  if (problem) return refused(problem);
  const flags = Uint8Array.from(labels, (label) => (label === positive ? 1 : 0));
  const scores = signalToNoise(data, flags).map((score, row) =>
    allFinite(data.values.subarray(row * data.columns, (row + 1) * data.columns)) ? score : Number.NaN,
  );
  const ranking = rankGenes({ ids, scores }, weight);
  if (isRefused(ranking)) return ranking;
  const { weights, tied } = ranking.value;
  const { kept, omitted } = setsWithin(sets, new Map(ranking.value.ids.map((id, at) => [id, at])), options);
  if (kept.length === 0) return refused(noSets(sets.length, options), ...ranking.warnings);
  // rows by identifier, so that equal scores keep the order of the ranking in every permutation
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const byId = [...ranking.value.ids].sort();
  const rowAt = new Map(byId.map((id, row) => [id, row]));
  const matrix = rowsOf(
    data,
    byId.map((id) => rowOf.get(id)!),
  );
  const members = kept.map((set) => set.members.map((place) => rowAt.get(ranking.value.ids[place]!)!));
  const nulls = labelPermutationNull(matrix, flags, members, weight, createRandom(seed), 0, permutations);
  const found = kept.map((set) => enrichmentScore(set.members, weights));
  const significance = significanceOf(
    Float64Array.from(found, ({ es }) => es),
    Int32Array.from(kept.keys()),
    nulls,
  );
  const described = describeSets(kept, found, significance, ranking.value.ids);
  const warnings = [...ranking.warnings, ...fewOfOneSign(significance, permutations)];
  return accepted({ genes: byId.length, tied, permutations, sets: described, omitted }, warnings);
}

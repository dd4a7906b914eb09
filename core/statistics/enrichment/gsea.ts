import { accepted, createRandom, type Issue, isRefused, type Result, refused } from "../../kernel/index.ts";
import { type EnrichmentScore, enrichmentScore, leadingEdge } from "./enrichment-score.ts";
import { geneSamplingNull } from "./gene-null.ts";
import {
  type GeneSet,
  type MeasuredSet,
  noSets,
  type OmittedSet,
  type SetSizeLimits,
  setsWithin,
} from "./gene-sets.ts";
import { enrichmentIssues } from "./issues.ts";
import { type RankedGenes, rankGenes } from "./ranking.ts";
import { type Significance, significanceOf } from "./significance.ts";

export interface GseaOptions extends SetSizeLimits {
  /** 1000 unless told. */
  readonly permutations?: number;
  readonly seed: number;
  /** The exponent p of |score| in the running sum: 1 unless told, 0 for the classic Kolmogorov-Smirnov sum. */
  readonly weight?: number;
}

/** One set's enrichment. */
export interface GseaSet {
  readonly id: string;
  /** Genes of the set as given. */
  readonly size: number;
  /** Genes of the set in the ranking. */
  readonly inRanking: number;
  /** Greatest deviation of the running sum, -1 to 1. */
  readonly es: number;
  /** ES over the mean size of the null scores of its sign; NaN where there are none. */
  readonly nes: number;
  /** (b + 1) / (m + 1): of m null scores of the sign, b at least as far out; NaN where m is 0. */
  readonly p: number;
  /** False discovery rate of the sets at least as far out in NES; NaN where m is 0. */
  readonly q: number;
  /** 1 / (m + 1), the least p that these permutations can show: p there says "at most". */
  readonly resolution: number;
  /** m. */
  readonly sameSign: number;
  /** Genes up to the peak, or from the trough on, in the ranking's order. */
  readonly leadingEdge: readonly string[];
}

export interface Gsea {
  readonly genes: number;
  /** Share of genes whose score another gene has too, 0 to 1. */
  readonly tied: number;
  readonly permutations: number;
  readonly sets: readonly GseaSet[];
  readonly omitted: readonly OmittedSet[];
}

const enoughOfOneSign = 100;

/**
 * Gene-set enrichment of a ranking, with random gene sets of the same size as null (genes are taken as exchangeable:
 * their correlation makes p too small). Issues: `enrichment-duplicate-genes`, `enrichment-no-sets`; warnings
 * `enrichment-tied-scores`, `enrichment-not-ranked`, `enrichment-few-same-sign`. The same seed gives the same result.
 * Source: Subramanian et al. 2005 (10.1073/pnas.0506580102).
 */
export function gseaPreranked(
  ranked: RankedGenes,
  sets: readonly GeneSet[],
  options: GseaOptions,
): Result<Gsea> {
  const { permutations = 1000, seed, weight = 1 } = options;
  requirePermutations(permutations);
  const ranking = rankGenes(ranked, weight);
  if (isRefused(ranking)) return ranking;
  const { ids, weights, tied } = ranking.value;
  const { kept, omitted } = setsWithin(sets, new Map(ids.map((id, place) => [id, place])), options);
  if (kept.length === 0) return refused(noSets(sets.length, options), ...ranking.warnings);
  const sizes = Int32Array.from(new Set(kept.map(({ members }) => members.length))).sort();
  const rowOf = new Map(Array.from(sizes, (size, row) => [size, row]));
  const rows = kept.map(({ members }) => rowOf.get(members.length)!);
  const scores = kept.map(({ members }) => enrichmentScore(members, weights));
  const nulls = geneSamplingNull(weights, sizes, createRandom(seed), 0, permutations);
  const significance = significanceOf(
    Float64Array.from(scores, ({ es }) => es),
    rows,
    nulls,
  );
  const found = describeSets(kept, scores, significance, ids);
  const warnings = [...ranking.warnings, ...fewOfOneSign(significance, permutations)];
  return accepted({ genes: ids.length, tied, permutations, sets: found, omitted }, warnings);
}

/** Throws a RangeError unless `permutations` is a whole number of at least 1: a fault of the caller. */
export function requirePermutations(permutations: number): void {
  if (!(Number.isSafeInteger(permutations) && permutations >= 1)) {
    throw new RangeError(`no number of permutations: ${permutations}`);
  }
}

/** The rows of a result: sets, their scores and significance aligned; `ids` in the ranking's order. */
export function describeSets(
  sets: readonly MeasuredSet[],
  scores: readonly EnrichmentScore[],
  { nes, p, q, resolution, sameSign }: Significance,
  ids: readonly string[],
): GseaSet[] {
  return sets.map(({ id, size, members }, s) => ({
    id,
    size,
    inRanking: members.length,
    es: scores[s]!.es,
    nes: nes[s]!,
    p: p[s]!,
    q: q[s]!,
    resolution: resolution[s]!,
    sameSign: sameSign[s]!,
    leadingEdge: Array.from(leadingEdge(members, scores[s]!), (place) => ids[place]!),
  }));
}

/** The warning `enrichment-few-same-sign`, where a tenth of the permutations, or 100, is not reached. */
export function fewOfOneSign({ sameSign }: Significance, permutations: number): Issue[] {
  const needed = Math.min(enoughOfOneSign, Math.ceil(permutations / 10));
  const n = sameSign.filter((count) => count < needed).length;
  return n === 0 ? [] : [enrichmentIssues.raise("enrichment-few-same-sign", { n, needed })];
}

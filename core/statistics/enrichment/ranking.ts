import { accepted, type Issue, portable, type Result, refused } from "../../kernel/index.ts";
import type { Values } from "../values.ts";
import { enrichmentIssues } from "./issues.ts";

/** Genes with one score each, in any order. */
export interface RankedGenes {
  readonly ids: readonly string[];
  readonly scores: Values;
}

/** Genes from the highest score to the lowest; `weights` are |score|^weight. */
export interface Ranking {
  readonly ids: readonly string[];
  readonly scores: Float64Array;
  readonly weights: Float64Array;
  /** Share of genes that have the score of another gene, 0 to 1. */
  readonly tied: number;
}

/** |score|^weight of each score. */
export function scoreWeights(scores: Float64Array, weight: number): Float64Array {
  if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError(`no weight: ${weight}`);
  if (weight === 0) return new Float64Array(scores.length).fill(1);
  if (weight === 1) return scores.map(Math.abs);
  return scores.map((score) => portable.pow(Math.abs(score), weight));
}

function tiedShare(sorted: Float64Array): number {
  let tied = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (sorted[i] === sorted[i - 1] || sorted[i] === sorted[i + 1]) tied++;
  }
  return sorted.length === 0 ? 0 : tied / sorted.length;
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) (seen.has(id) ? twice : seen).add(id);
  return [...twice];
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The genes from the highest score to the lowest, equal scores by identifier in code units, so that the order given
 * does not matter. Issues: `enrichment-duplicate-genes`; warnings `enrichment-not-ranked`, `enrichment-tied-scores`.
 */
export function rankGenes({ ids, scores }: RankedGenes, weight: number): Result<Ranking> {
  if (ids.length !== scores.length) throw new RangeError(`${ids.length} genes, ${scores.length} scores`);
  const twice = repeated(ids);
  if (twice.length > 0) {
    const parameters = { n: twice.length, first: twice[0]! };
    return refused(enrichmentIssues.raise("enrichment-duplicate-genes", parameters));
  }
  const order = Array.from(ids.keys())
    .filter((i) => Number.isFinite(scores[i]!))
    .sort((i, j) => scores[j]! - scores[i]! || byCodeUnits(ids[i]!, ids[j]!));
  const sorted = Float64Array.from(order, (i) => scores[i]!);
  const tied = tiedShare(sorted);
  const warnings: Issue[] = [];
  const n = ids.length - order.length;
  if (n > 0) warnings.push(enrichmentIssues.raise("enrichment-not-ranked", { n, total: ids.length }));
  if (tied > 0) {
    const percent = Number((100 * tied).toPrecision(3));
    warnings.push(enrichmentIssues.raise("enrichment-tied-scores", { percent }));
  }
  const weights = scoreWeights(sorted, weight);
  return accepted({ ids: order.map((i) => ids[i]!), scores: sorted, weights, tied }, warnings);
}

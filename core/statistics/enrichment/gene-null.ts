import type { Random } from "../../kernel/index.ts";
import { scorePositions } from "./enrichment-score.ts";

/** Enrichment scores of random sets: `values[row * permutations + i]` for the set size of that row. */
export interface NullScores {
  readonly permutations: number;
  readonly values: Float64Array;
}

// puts `position` into the ascending `sorted[0 .. size - 1]`
function insert(sorted: Int32Array, size: number, position: number): void {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < position) low = middle + 1;
    else high = middle;
  }
  sorted.copyWithin(low + 1, low, size);
  sorted[low] = position;
}

/**
 * Scores of random gene sets of each of `sizes` (ascending, distinct, below the number of genes) for the permutations
 * `from` to `to` - 1. Permutation i draws genes one after another from `random.split("gene-set", i)` alone and is
 * scored at each size it grows through: its first k genes are a uniform subset of size k, so that each row has exactly
 * the distribution of sets drawn for it alone. Any cut into blocks gives the same numbers.
 */
export function geneSamplingNull(
  weights: Float64Array,
  sizes: ArrayLike<number>,
  random: Random,
  from: number,
  to: number,
): NullScores {
  const genes = weights.length;
  const permutations = Math.max(0, to - from);
  const values = new Float64Array(sizes.length * permutations);
  const largest = sizes[sizes.length - 1] ?? 0;
  const order = Int32Array.from({ length: genes }, (_, i) => i);
  const swapped = new Int32Array(largest);
  const sorted = new Int32Array(largest);
  const found = { es: 0, at: 0 };
  for (let i = 0; i < permutations; i++) {
    const stream = random.split("gene-set", from + i);
    let row = 0;
    let total = 0;
    for (let k = 0; k < largest; k++) {
      const other = k + stream.integer(genes - k);
      const gene = order[other]!;
      order[other] = order[k]!;
      order[k] = gene;
      swapped[k] = other;
      insert(sorted, k, gene);
      total += weights[gene]!;
      if (k + 1 === sizes[row]) {
        scorePositions(sorted, k + 1, weights, total, found);
        values[row * permutations + i] = found.es;
        row++;
      }
    }
    for (let k = largest - 1; k >= 0; k--) {
      const other = swapped[k]!;
      const gene = order[k]!;
      order[k] = order[other]!;
      order[other] = gene;
    }
  }
  return { permutations, values };
}

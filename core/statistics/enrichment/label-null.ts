import type { Random } from "../../kernel/index.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { enrichmentScore } from "./enrichment-score.ts";
import type { NullScores } from "./gene-null.ts";
import { scoreWeights } from "./ranking.ts";
import { signalToNoise } from "./signal-to-noise.ts";

/** Rows from the highest score to the lowest, equal scores by row. */
export function rowOrder(scores: Float64Array): Int32Array {
  return Int32Array.from(scores.keys()).sort((i, j) => scores[j]! - scores[i]! || i - j);
}

/** Ascending places of the rows `members` in a ranking, `placeOf` by row. */
export function placesOf(members: Int32Array, placeOf: Int32Array): Int32Array {
  return members.map((row) => placeOf[row]!).sort();
}

/**
 * Scores of `sets` (rows of `data`) for the sample permutations `from` to `to` - 1: permutation i shuffles the flags by
 * `random.split("labels", i)` alone, and genes are ranked again by signal to noise. Any cut into blocks gives the same.
 */
export function labelPermutationNull(
  data: Matrix,
  flags: Uint8Array,
  sets: readonly Int32Array[],
  weight: number,
  random: Random,
  from: number,
  to: number,
): NullScores {
  const permutations = Math.max(0, to - from);
  const values = new Float64Array(sets.length * permutations);
  const placeOf = new Int32Array(data.rows);
  for (let i = 0; i < permutations; i++) {
    const shuffled = Uint8Array.from(
      random.split("labels", from + i).permutation(flags.length),
      (c) => flags[c]!,
    );
    const scores = signalToNoise(data, shuffled);
    const order = rowOrder(scores);
    order.forEach((row, place) => {
      placeOf[row] = place;
    });
    const weights = scoreWeights(
      Float64Array.from(order, (row) => scores[row]!),
      weight,
    );
    sets.forEach((members, s) => {
      values[s * permutations + i] = enrichmentScore(placesOf(members, placeOf), weights).es;
    });
  }
  return { permutations, values };
}

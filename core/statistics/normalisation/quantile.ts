import { accepted, type Result, refused } from "../../kernel/index.ts";
import { matrixOfSamples, observedOf, samplesOf, withUsable } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { averageRanks } from "./average-ranks.ts";
import { normalisationIssues } from "./issues.ts";
import type { Normalised } from "./normalised.ts";

/**
 * Log2 values (features x samples, NaN missing) with one distribution in all samples: the mean of the sorted samples,
 * taken at the mean rank of ties. A sample with missing values is stretched to all ranks by linear interpolation.
 * Samples with fewer than two values are left as they are. Bolstad et al. 2003 (10.1093/bioinformatics/19.2.185);
 * ties and missing values as limma's normalizeQuantiles. Issues: as `medianNormalised`, and `normalisation-one-sample`.
 */
export function quantileNormalised(data: Matrix): Result<Normalised> {
  if (data.columns < 2) return refused(normalisationIssues.raise("normalisation-one-sample"));
  return withUsable(data, () => {
    const samples = samplesOf(data);
    const sorted = samples.map((sample) => observedOf(sample).sort());
    const usable = sorted.filter((sample) => sample.length > 1);
    const last = data.rows - 1;
    const target = new Float64Array(data.rows);
    for (let i = 0; i < data.rows; i++) {
      let sum = 0;
      for (const sample of usable) sum += at(sample, rescaled(i, last, sample.length - 1));
      target[i] = sum / usable.length;
    }
    const shifted = samples.map((sample, j) => {
      const n = sorted[j]!.length;
      if (n < 2) return sample;
      return averageRanks(sample).map((rank) => (rank >= 0 ? at(target, rescaled(rank, n - 1, last)) : rank));
    });
    return accepted({
      data: matrixOfSamples(data.rows, shifted),
      offsets: null,
      assumes: ["same-distribution"],
    });
  });
}

/** The position among `to` steps of the position `rank` among `from` steps. */
function rescaled(rank: number, from: number, to: number): number {
  return from === to ? rank : (rank * to) / from;
}

/** The value at a fractional position of ascending values. */
function at(sorted: Float64Array, position: number): number {
  const k = Math.min(Math.floor(position), sorted.length - 1);
  const rest = position - k;
  return rest > 0 ? sorted[k]! + rest * (sorted[k + 1]! - sorted[k]!) : sorted[k]!;
}

import { accepted, portable, type Result, refused } from "../../../kernel/index.ts";
import type { Values } from "../../../statistics/values.ts";
import { particlesIssues } from "./issues.ts";
import { binsIssue } from "./size-bins.ts";
import { broadening, logRatioCdf, type TrackLengths, usableTrackLengths } from "./track-length.ts";

export interface DeconvolutionOptions {
  /** Tracks behind the histogram; the weights are counts where it is not given. */
  readonly tracks?: number | undefined;
  readonly mostIterations: number;
}

export interface Deconvolved {
  readonly edges: Float64Array;
  /** True sizes per bin; the same total as the weights that were given. */
  readonly weights: Float64Array;
  readonly iterations: number;
  /**
   * `discrepancy`: the broadened result agrees with what was seen as well as counting noise lets it (deviance not above
   * the number of groups of bins with five tracks or more); `likelihood`: an iteration adds less than 0.001 to the
   * log-likelihood; `limit`: the iterations ran out.
   */
  readonly stoppedBy: "discrepancy" | "likelihood" | "limit";
  readonly deviance: number;
  readonly groups: number;
  readonly meanRatio: number | null;
  readonly cv: number | null;
}

const subBins = 3;
const leastPerGroup = 5;
const leastGain = 1e-3;

/** Neighbouring bins, from the first to before the last index. */
type BinRange = readonly [number, number];

/** Rows of the kernel for ranges of bins: P(found in the range | true size in bin j, found inside the edges). */
function kernelRows(edges: Values, ranges: readonly BinRange[], cdf: (u: number) => number): Float64Array[] {
  const bins = edges.length - 1;
  const rows = ranges.map(() => new Float64Array(bins));
  const logs = Float64Array.from(edges, (edge) => portable.log(edge));
  for (let j = 0; j < bins; j++) {
    for (let s = 0; s < subBins; s++) {
      const size = portable.log(edges[j]! + ((s + 0.5) / subBins) * (edges[j + 1]! - edges[j]!));
      const inside = subBins * (cdf(logs[bins]! - size) - cdf(logs[0]! - size));
      ranges.forEach(([from, to], row) => {
        rows[row]![j]! += (cdf(logs[to]! - size) - cdf(logs[from]! - size)) / inside;
      });
    }
  }
  return rows;
}

/** All bins in groups of neighbours with five tracks or more; fewer than five in all are one group. */
function groupsOf(weights: Values, scale: number): BinRange[] {
  const groups: BinRange[] = [];
  let from = 0;
  let held = 0;
  for (let i = 0; i < weights.length; i++) {
    held += weights[i]! * scale;
    if (held < leastPerGroup) continue;
    groups.push([from, i + 1]);
    from = i + 1;
    held = 0;
  }
  const last = groups.pop();
  return [...groups, [last ? last[0] : 0, weights.length]];
}

/** The product of a row with a column. */
function product(row: Float64Array, column: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += row[j]! * column[j]!;
  return sum;
}

/**
 * Takes the broadening by finite tracks out of a number-weighted histogram by maximum likelihood with the
 * Richardson-Lucy iteration, from a start that is flat in diameter. `edges` in nm. The total is conserved: sizes are
 * those of the tracks that were found inside the edges. Sources: Richardson 1972, 10.1364/JOSA.62.000055; Lucy 1974,
 * 10.1086/111605 (not opened). Issues: `particles-no-track-lengths`, `particles-bins-invalid`, `particles-no-particles`.
 */
export function deconvolveTracks(
  edges: Values,
  weights: Values,
  trackLengths: TrackLengths,
  options: DeconvolutionOptions,
): Result<Deconvolved> {
  if (!usableTrackLengths(trackLengths)) return refused(particlesIssues.raise("particles-no-track-lengths"));
  const invalid = binsIssue(edges, weights);
  if (invalid) return refused(invalid);
  let total = 0;
  for (const weight of weights) total += weight;
  const scale = (options.tracks ?? total) / total;
  const tracks = total * scale;
  const cdf = logRatioCdf(trackLengths);
  const kept = Array.from(weights.keys()).filter((i) => weights[i]! > 0);
  const seen = kept.map((i) => weights[i]! * scale);
  const rows = kernelRows(
    edges,
    kept.map((i) => [i, i + 1]),
    cdf,
  );
  const groups = groupsOf(weights, scale);
  const groupRows = kernelRows(edges, groups, cdf);
  const groupSeen = groups.map(([from, to]) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += weights[i]! * scale;
    return sum;
  });

  const bins = weights.length;
  const width = edges[bins]! - edges[0]!;
  let truth = Float64Array.from({ length: bins }, (_, j) => (tracks * (edges[j + 1]! - edges[j]!)) / width);
  let likelihood = Number.NEGATIVE_INFINITY;
  let deviance = Number.POSITIVE_INFINITY;
  let stoppedBy: Deconvolved["stoppedBy"] = "limit";
  let iterations = 0;
  for (; ; iterations++) {
    deviance = 0;
    groupRows.forEach((row, g) => {
      const expected = product(row, truth);
      deviance += 2 * (groupSeen[g]! * portable.log(groupSeen[g]! / expected) - groupSeen[g]! + expected);
    });
    const ratio = new Float64Array(bins);
    let here = 0;
    rows.forEach((row, r) => {
      const expected = product(row, truth);
      here += seen[r]! * portable.log(expected);
      for (let j = 0; j < bins; j++) ratio[j]! += (row[j]! * seen[r]!) / expected;
    });
    if (deviance <= groups.length) stoppedBy = "discrepancy";
    else if (here - likelihood < leastGain) stoppedBy = "likelihood";
    if (stoppedBy !== "limit" || iterations === options.mostIterations) break;
    likelihood = here;
    truth = truth.map((value, j) => value * ratio[j]!);
  }
  const sum = truth.reduce((all, value) => all + value, 0);
  return accepted({
    edges: Float64Array.from(edges),
    weights: truth.map((value) => (value * total) / sum),
    iterations,
    stoppedBy,
    deviance,
    groups: groups.length,
    ...broadening(trackLengths),
  });
}

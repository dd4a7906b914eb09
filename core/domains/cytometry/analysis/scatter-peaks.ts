import { type Issue, portable } from "../../../kernel/index.ts";
import { createCollector } from "../operations/mie/collect.ts";
import type { Optics } from "../operations/mie/optics.ts";
import { solid } from "../operations/mie/particle.ts";
import { beadDiameters, type ScatterBead } from "../operations/mie/scatter-fit.ts";
import { analysisIssues } from "./issues.ts";
import type { BeadSummary, PeakSummary } from "./summary.ts";

export interface BeadSize {
  /** In nm. */
  readonly diameter: number;
  readonly index: number;
}

/** Standard deviation of ln(measured / expected) beyond which an order is no match. */
const greatestSpread = 0.25;
/** The second-best order has to be this many times worse. */
const distinctly = 1.5;

/**
 * Gives the bead sizes of a set to the peaks that were found: in the order of the scatter that theory expects, where
 * some sizes have no peak the run of neighbouring sizes that fits clearly best. Issue: `cytometry-scatter-peaks-unmatched`.
 */
export function assignScatterPeaks(
  { peaks, set }: BeadSummary,
  sizes: readonly BeadSize[],
  optics: Optics,
): { readonly value: readonly ScatterBead[] | null; readonly issues: readonly Issue[] } {
  const collect = createCollector(optics);
  const { least, most } = beadDiameters;
  const logOf = ({ index, diameter }: BeadSize) =>
    diameter >= least && diameter <= most
      ? portable.log(collect(solid(index), diameter))
      : Number.POSITIVE_INFINITY;
  const expected = sizes.map((size) => ({ ...size, log: logOf(size) })).sort((a, b) => a.log - b.log);
  const usable = peaks.filter(isUsable);
  const runs = Array.from({ length: expected.length - peaks.length + 1 }, (_, from) => ({
    from,
    spread: spreadOf(peaks, expected.slice(from, from + peaks.length)),
  })).sort((a, b) => a.spread - b.spread);
  const [best, second] = runs;
  const clear = best && (second === undefined || second.spread > distinctly * best.spread);
  if (!best || !clear || best.spread > greatestSpread || usable.length === 0) {
    const parameters = { set, peaks: peaks.length, sizes: sizes.length };
    return { value: null, issues: [analysisIssues.raise("cytometry-scatter-peaks-unmatched", parameters)] };
  }
  const beads = peaks.flatMap((peak, i): ScatterBead[] => {
    if (!isUsable(peak)) return [];
    const { diameter, index } = expected[best.from + i]!;
    const sd = peak.rcv === null ? {} : { sd: peak.rcv * peak.median };
    return [{ name: `${diameter} nm`, median: peak.median, diameter, index, absorption: 0, ...sd }];
  });
  return { value: beads, issues: [] };
}

function isUsable({ median, usable }: PeakSummary): boolean {
  return usable && median > 0;
}

/** Standard deviation of ln(measured / expected) over the usable peaks of an order; infinite where theory expects no number. */
function spreadOf(peaks: readonly PeakSummary[], expected: readonly { readonly log: number }[]): number {
  const residuals = peaks.flatMap((peak, i) =>
    isUsable(peak) ? [portable.log(peak.median) - expected[i]!.log] : [],
  );
  if (!residuals.every(Number.isFinite)) return Number.POSITIVE_INFINITY;
  if (residuals.length < 2) return residuals.length === 1 ? 0 : Number.POSITIVE_INFINITY;
  const mean = residuals.reduce((sum, value) => sum + value, 0) / residuals.length;
  return Math.sqrt(
    residuals.reduce((sum, value) => sum + portable.square(value - mean), 0) / (residuals.length - 1),
  );
}

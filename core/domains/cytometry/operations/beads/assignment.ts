import { accepted, isRefused, portable, type Result, refused } from "../../../../kernel/index.ts";
import { fQuantile } from "../../../../statistics/distributions/index.ts";
import { straightLine } from "../../../../statistics/straight-line.ts";
import { beadIssues } from "./issues.ts";

/** A peak as the assignment sees it: only usable ones decide and are calibrated with. */
export interface PeakOfLadder {
  readonly median: number;
  readonly usable: boolean;
  /** Populations that it holds by its events. */
  readonly populations: number;
}

export interface Assignment {
  /** Index of each peak with the value it was given; null where the lot has none for it. */
  readonly pairs: readonly { readonly peak: number; readonly value: number | null }[];
  /** Indices of peaks that no value was left for. */
  readonly peaksLeftOut: readonly number[];
  /** Indices of values that no peak was left for. */
  readonly valuesLeftOut: readonly number[];
  /** `rank`: as many peaks as values; `counts`: merged peaks stand for several values; `residuals`: the tightest line. */
  readonly method: "rank" | "counts" | "residuals";
  /** SD of log10 about the line; null by rank. */
  readonly residualSd: number | null;
}

const slopes = [0.8, 1.25] as const;
/** Of log10 about the line: above it (12 %) the values are of other beads. */
const greatestSd = 0.05;
/** Nothing is measured better than to 1 %: tighter lines are not told apart. */
const leastSd = 0.004;
/** The same where the numbers of events already tell the order. */
const greatestCountedSd = 0.1;
const mostOrders = 20_000;

const isPlausible = (slope: number) => slope >= slopes[0] && slope <= slopes[1];

/**
 * Gives `values` (dim to bright; null: not assigned, 0: blank) to `peaks` (ascending medians). As many peaks as values: by
 * rank, also where the populations that merged peaks hold make up the number. Otherwise the one monotone assignment whose log-log line, with a slope of 0.8 to 1.25, is significantly tighter
 * (F, 5 %) than every other. Issues: `cytometry-bead-assigned-invalid`, `cytometry-bead-assignment-none`,
 * `cytometry-bead-assignment-ambiguous`.
 */
export function assignValues(
  peaks: readonly PeakOfLadder[],
  values: readonly (number | null)[],
): Result<Assignment> {
  const given = values.filter((value) => value !== null);
  const bad = given.find(
    (value, k) => !(value >= 0 && Number.isFinite(value)) || (k > 0 && value <= given[k - 1]!),
  );
  if (bad !== undefined) return refused(beadIssues.raise("cytometry-bead-assigned-invalid", { value: bad }));
  if (peaks.length === values.length) {
    const pairs = values.map((value, peak) => ({ peak, value }));
    return accepted({ pairs, peaksLeftOut: [], valuesLeftOut: [], method: "rank", residualSd: null });
  }
  const counted = byCounts(peaks, values);
  if (counted) return accepted(counted);
  const parameters = { peaks: peaks.filter(({ usable }) => usable).length, values: given.length };
  const fits = fittedOrders(peaks, values);
  const [best, second] = fits;
  if (!best) return refused(beadIssues.raise("cytometry-bead-assignment-none", parameters));
  if (second && second.sd * second.sd < fQuantile(0.95, second.df, best.df) * (best.sd * best.sd)) {
    const spread = { best: best.sd.toPrecision(3), second: second.sd.toPrecision(3) };
    return refused(beadIssues.raise("cytometry-bead-assignment-ambiguous", { ...parameters, ...spread }));
  }
  const { order } = best;
  const peaksUsed = new Set(order.map(([peak]) => peak));
  const valuesUsed = new Set(order.map(([, value]) => value));
  return accepted({
    pairs: order.map(([peak, value]) => ({ peak, value: values[value]! })),
    peaksLeftOut: Array.from(peaks.keys()).filter((k) => !peaksUsed.has(k)),
    valuesLeftOut: Array.from(values.keys()).filter((k) => !valuesUsed.has(k)),
    method: "residuals",
    residualSd: best.sd,
  });
}

/** Values by rank where every peak takes as many as it holds populations; a merged peak gets none of them. */
function byCounts(peaks: readonly PeakOfLadder[], values: readonly (number | null)[]): Assignment | null {
  if (peaks.reduce((sum, { populations }) => sum + populations, 0) !== values.length) return null;
  const pairs: { peak: number; value: number | null }[] = [];
  const valuesLeftOut: number[] = [];
  let next = 0;
  peaks.forEach(({ populations }, peak) => {
    pairs.push({ peak, value: populations === 1 ? values[next]! : null });
    if (populations > 1) for (let k = 0; k < populations; k++) valuesLeftOut.push(next + k);
    next += populations;
  });
  const order = pairs.flatMap(({ peak, value }) =>
    value === null ? [] : [[peak, values.indexOf(value)] as const],
  );
  const line = lineOf(order, peaks, values);
  if (line === null || line.residualSd > greatestCountedSd || !isPlausible(line.slope.value)) return null;
  return { pairs, peaksLeftOut: [], valuesLeftOut, method: "counts", residualSd: line.residualSd };
}

type Order = readonly (readonly [peak: number, value: number])[];

interface FittedOrder {
  readonly order: Order;
  readonly sd: number;
  readonly df: number;
}

/** Of the orders that use the most peaks those on a line, one for each set of used pairs, tightest first. */
function fittedOrders(peaks: readonly PeakOfLadder[], values: readonly (number | null)[]): FittedOrder[] {
  const orders = monotoneOrders(peaks.length, values.length);
  const used = orders.map((order) => usedPairs(order, peaks, values));
  const most = used.reduce((greatest, pairs) => Math.max(greatest, pairs.length), 0);
  const fits = new Map<string, FittedOrder>();
  orders.forEach((order, k) => {
    const key = used[k]!.join(";");
    if (used[k]!.length < most || fits.has(key)) return;
    const line = lineOf(order, peaks, values);
    if (line === null) return;
    const { residualSd: sd, df, slope } = line;
    if (isPlausible(slope.value) && sd <= greatestSd) {
      fits.set(key, { order, sd: Math.max(sd, leastSd), df });
    }
  });
  return [...fits.values()].sort((a, b) => a.sd - b.sd);
}

/** Pairs of a usable peak and a value above 0. */
function usedPairs(order: Order, peaks: readonly PeakOfLadder[], values: readonly (number | null)[]): Order {
  return order.filter(([p, v]) => peaks[p]!.usable && (values[v] ?? 0) > 0);
}

/** Log-log line of the used pairs; null below three. */
function lineOf(order: Order, peaks: readonly PeakOfLadder[], values: readonly (number | null)[]) {
  const used = usedPairs(order, peaks, values);
  const line = straightLine(
    used.map(([p]) => portable.log10(peaks[p]!.median)),
    used.map(([, v]) => portable.log10(values[v]!)),
  );
  return isRefused(line) ? null : line.value;
}

/** Every way to pair the shorter list with a part of the longer one in order; none where there are more than 20 000. */
function monotoneOrders(peaks: number, values: number): Order[] {
  const few = Math.min(peaks, values);
  const many = Math.max(peaks, values);
  let ways = 1;
  for (let k = 1; k <= few; k++) ways = (ways * (many - few + k)) / k;
  if (ways > mostOrders) return [];
  const orders: Order[] = [];
  const chosen: number[] = [];
  const choose = (from: number) => {
    if (chosen.length === few) {
      orders.push(chosen.map((long, short) => (peaks <= values ? [short, long] : [long, short])));
      return;
    }
    for (let next = from; next <= many - (few - chosen.length); next++) {
      chosen.push(next);
      choose(next + 1);
      chosen.pop();
    }
  };
  choose(0);
  return orders;
}

import {
  accepted,
  type Interval,
  type Issue,
  isRefused,
  portable,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import { predict, type StraightLine, straightLine } from "../../../../statistics/index.ts";
import { comparisonIssues } from "./issues.ts";

/** Fewer proteins than these make no line. */
export const fewestKnown = 5;

/** A prediction interval reaching further than this many times the expected abundance is told; a choice of this project. */
const widestFold = 10;

/** The line on which proteins lie that are no part of vesicles. */
export interface CarryOverLine {
  readonly fit: StraightLine;
  /** Proteins that the line was fitted on. */
  readonly n: number;
  /** log2 abundances in the source that those proteins span: beyond, nothing is said. */
  readonly from: number;
  readonly to: number;
}

/**
 * Straight line of the log2 abundance in the vesicle fraction on that in the source, fitted on proteins `known` not to be of
 * vesicles (category 3, or a contaminant library) that are in both. `ev`, `source`: mean log2 abundance by protein, NaN
 * where not measured. A definition of this project.
 * Issues: `proteome-carry-over-too-few`, `proteome-carry-over-no-line`; warnings `proteome-carry-over-not-rising`,
 * `proteome-carry-over-wide`.
 */
export function carryOverLine(
  ev: Float64Array,
  source: Float64Array,
  known: Uint8Array,
  level = 0.95,
): Result<CarryOverLine> {
  if (ev.length !== known.length || source.length !== known.length) {
    throw new RangeError(`${known.length} marks, ${ev.length} and ${source.length} proteins`);
  }
  const rows = Array.from(known.keys()).filter(
    (row) => known[row] === 1 && Number.isFinite(ev[row]!) && Number.isFinite(source[row]!),
  );
  const n = rows.length;
  if (n < fewestKnown) {
    return refused(comparisonIssues.raise("proteome-carry-over-too-few", { n, needed: fewestKnown }));
  }
  const x = Float64Array.from(rows, (row) => source[row]!);
  const y = Float64Array.from(rows, (row) => ev[row]!);
  const fit = straightLine(x, y, { level });
  if (isRefused(fit)) return refused(comparisonIssues.raise("proteome-carry-over-no-line"));
  const from = x.reduce((least, one) => Math.min(least, one));
  const to = x.reduce((most, one) => Math.max(most, one));
  const line = { fit: fit.value, n, from, to };
  return accepted(line, [...notRising(line), ...wide(line)]);
}

function notRising({ fit, n }: CarryOverLine): readonly Issue[] {
  const { value: slope, interval } = fit.slope;
  if (interval.lower > 0) return [];
  const rounded = (one: number) => Number(one.toFixed(2));
  return [
    comparisonIssues.raise("proteome-carry-over-not-rising", {
      n,
      slope: rounded(slope),
      lower: rounded(interval.lower),
      upper: rounded(interval.upper),
    }),
  ];
}

function wide({ fit, n, from, to }: CarryOverLine): readonly Issue[] {
  const { value, prediction } = predict(fit, [(from + to) / 2]);
  if (prediction.upper - value <= portable.log2(widestFold)) return [];
  return [comparisonIssues.raise("proteome-carry-over-wide", { n, fold: widestFold })];
}

/** What the line expects of a protein that is carried over. */
export interface CarryOver {
  readonly expected: number;
  /** For one new protein. */
  readonly interval: Interval;
  readonly within: boolean;
}

/** Whether a protein's log2 abundance lies in the line's prediction interval; null where either is unknown or the source is beyond the line's span. */
export function carryOverOf(line: CarryOverLine, ev: number, source: number): CarryOver | null {
  if (!Number.isFinite(ev) || !(source >= line.from && source <= line.to)) return null;
  const { value, prediction } = predict(line.fit, [source]);
  const within = ev >= prediction.lower && ev <= prediction.upper;
  return { expected: value, interval: prediction, within };
}

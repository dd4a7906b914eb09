import { type Interval, portable } from "../../kernel/index.ts";
import { hypergeometricLogPmf } from "../distributions/hypergeometric.ts";
import { requireLevel } from "../values.ts";

/** A two-by-two table by its margins: `both` of `marked` are among the `drawn` of a `population`. */
export interface FourfoldTable {
  readonly both: number;
  readonly population: number;
  readonly marked: number;
  readonly drawn: number;
}

/** Masses of Fisher's noncentral hypergeometric distribution from `least` on, by ln of the odds ratio. */
type Masses = (logOdds: number) => Float64Array;

function noncentral({ population, marked, drawn }: FourfoldTable, least: number, greatest: number): Masses {
  const logs = Float64Array.from({ length: greatest - least + 1 }, (_, i) =>
    hypergeometricLogPmf(least + i, population, marked, drawn),
  );
  return (logOdds) => {
    const tilted = logs.map((log, i) => log + i * logOdds);
    const top = tilted.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
    const raw = tilted.map((log) => portable.exp(log - top));
    const sum = raw.reduce((total, mass) => total + mass, 0);
    return raw.map((mass) => mass / sum);
  };
}

// the root of a function that rises through 0, by doubling and halving
function rising(value: (x: number) => number): number {
  let [low, high] = [-1, 1];
  while (value(low) > 0) low *= 2;
  while (value(high) < 0) high *= 2;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high || high - low < 2 ** -52) return middle;
    if (value(middle) < 0) low = middle;
    else high = middle;
  }
}

function sumFrom(masses: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += masses[i]!;
  return sum;
}

/**
 * The odds ratio of a two-by-two table that maximises the likelihood conditional on its margins, with the exact
 * interval whose ends each leave (1 - level) / 2 (Fisher 1935; as R's fisher.test). NaN from 0 to infinity where the
 * margins alone fix the table. Throws a RangeError unless 0 < level < 1.
 */
export function conditionalOddsRatio(
  table: FourfoldTable,
  level: number,
): { readonly oddsRatio: number; readonly interval: Interval } {
  requireLevel(level);
  const { both, population, marked, drawn } = table;
  const least = Math.max(0, marked + drawn - population);
  const greatest = Math.min(marked, drawn);
  const at = both - least;
  const masses = noncentral(table, least, greatest);
  const tail = (1 - level) / 2;
  const mean = (logOdds: number) => masses(logOdds).reduce((sum, mass, i) => sum + i * mass, 0);
  const upwards = (logOdds: number) => sumFrom(masses(logOdds), at, greatest - least + 1) - tail;
  const downwards = (logOdds: number) => tail - sumFrom(masses(logOdds), 0, at + 1);
  const isLeast = both === least;
  const isGreatest = both === greatest;
  const middle = () => portable.exp(rising((logOdds) => mean(logOdds) - at));
  const fixed = isLeast && isGreatest ? Number.NaN : isLeast ? 0 : Number.POSITIVE_INFINITY;
  return {
    oddsRatio: isLeast || isGreatest ? fixed : middle(),
    interval: {
      kind: "confidence",
      level,
      lower: isLeast ? 0 : portable.exp(rising(upwards)),
      upper: isGreatest ? Number.POSITIVE_INFINITY : portable.exp(rising(downwards)),
      method: "fisher-conditional",
    },
  };
}

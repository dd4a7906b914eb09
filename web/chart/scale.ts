import { type AxisView, viewPlace, viewValue } from "vesica/kernel";

/** How values stand along an axis, 0 at its beginning and 1 at its end. */
export interface Scale {
  place(value: number): number;
  /** The inverse of `place`. */
  value(place: number): number;
  readonly ticks: readonly Tick[];
}

/** A mark of an axis; only major ones are labelled. */
export interface Tick {
  readonly value: number;
  readonly major: boolean;
}

/** Steps of 1, 2 or 5 times a power of ten inside both limits, about `wanted` of them. */
export function linearTicks(from: number, to: number, wanted = 6): readonly Tick[] {
  const width = to - from;
  if (!(width > 0) || !Number.isFinite(width)) return [];
  const rough = width / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((part) => part * power).find((each) => each >= rough * 0.999)!;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    value: Number(((first + i) * step).toPrecision(12)),
    major: true,
  }));
}

/** Powers of ten from `least` on, both signs, 0, and the minor steps between, inside both limits. */
export function decadeTicks(from: number, to: number, least: number): readonly Tick[] {
  const powers: Tick[] = [];
  const farthest = Math.max(Math.abs(from), Math.abs(to));
  const begin = Math.ceil(Math.log10(least) - 1e-9);
  const end = Math.floor(Math.log10(farthest) + 1e-9);
  for (let power = begin; power <= Math.min(end, begin + 40); power++)
    for (let times = 1; times < 10; times++) {
      const value = Number(`${times}e${power}`);
      powers.push({ value, major: times === 1 });
    }
  const negative = powers.map(({ value, major }) => ({ value: -value, major })).reverse();
  return [...negative, { value: 0, major: true }, ...powers].filter(
    ({ value }) => value >= from && value <= to,
  );
}

/** The scale of a cloud's axis: decades beyond the cofactor, plain steps where there is none or no decade is in view. */
export function viewAxis(view: AxisView): Scale {
  const { cofactor, from, to } = view;
  const decades = cofactor === null ? [] : decadeTicks(from, to, cofactor);
  const enough = decades.filter(({ major }) => major).length >= 2;
  return {
    place: (value) => viewPlace(view, value),
    value: (place) => viewValue(view, place),
    ticks: enough ? decades : linearTicks(from, to),
  };
}

/** A linear scale a little wider than its values. */
export function linearScale(values: readonly number[]): Scale {
  const [least, most] = limitsOf(values);
  const room = most > least ? 0.06 * (most - least) : Math.max(1e-12, Math.abs(least) * 0.1);
  return plainScale(least >= 0 && least - room < 0 ? 0 : least - room, most + room);
}

/** A linear scale from limit to limit. */
export function plainScale(from: number, to: number): Scale {
  const width = to - from || 1;
  return {
    place: (value) => (value - from) / width,
    value: (place) => from + place * width,
    ticks: linearTicks(from, to),
  };
}

/** A logarithmic scale of values above 0. */
export function logScale(values: readonly number[]): Scale {
  const [least, most] = limitsOf(values);
  const room = Math.max(1.15, (most / least) ** 0.05);
  const [from, to] = [least / room, most * room];
  const [low, high] = [Math.log10(from), Math.log10(to)];
  const decades = decadeTicks(from, to, 10 ** Math.floor(low));
  return {
    place: (value) => (Math.log10(value) - low) / (high - low),
    value: (place) => 10 ** (low + place * (high - low)),
    ticks: decades.filter(({ major }) => major).length >= 2 ? decades : linearTicks(from, to),
  };
}

/** Logarithmic where all values are above 0 and span more than two decades, else linear. */
export function fittingScale(values: readonly number[]): Scale {
  const usable = values.filter(Number.isFinite);
  const [least, most] = limitsOf(usable);
  return least > 0 && most / least > 100 ? logScale(usable) : linearScale(usable);
}

/** The least and the greatest value; 0 and 1 where there is none. */
export function limitsOf(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? [least, most] : [0, 1];
}

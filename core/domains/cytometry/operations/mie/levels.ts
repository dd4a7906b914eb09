import { crossingInside, type ScatterCurve } from "./curve.ts";

/** ln(diameter) at which the branch from knot `from` to knot `to` passes `level`, which lies between its ends. */
function crossingOf(curve: ScatterCurve, from: number, to: number, level: number): number {
  const { y } = curve;
  const rising = y[to]! > y[from]!;
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (y[middle]! <= level === rising) low = middle;
    else high = middle;
  }
  return crossingInside(curve, low, level);
}

/** Every ln(diameter) at which the curve passes `level`, ascending. */
export function crossings(curve: ScatterCurve, level: number): readonly number[] {
  const { x, y, turns } = curve;
  const found: number[] = [];
  for (let b = 0; b + 1 < turns.length; b++) {
    const from = y[turns[b]!]!;
    const to = y[turns[b + 1]!]!;
    if (from === level) found.push(x[turns[b]!]!);
    else if (from < level ? to > level : to < level) {
      found.push(crossingOf(curve, turns[b]!, turns[b + 1]!, level));
    }
  }
  const last = turns[turns.length - 1]!;
  if (y[last] === level) found.push(x[last]!);
  return found;
}

/** Ranges of ln(diameter), ascending and apart, in which the curve stays within `reach` of `level`. */
export function withinReach(
  curve: ScatterCurve,
  level: number,
  reach: number,
): readonly (readonly [number, number])[] {
  const { x, y, turns } = curve;
  const ranges: [number, number][] = [];
  for (let b = 0; b + 1 < turns.length; b++) {
    const [i, k] = [turns[b]!, turns[b + 1]!];
    const from = y[i]!;
    const to = y[k]!;
    if (Math.max(from, to) < level - reach || Math.min(from, to) > level + reach) continue;
    const edge = (value: number, knot: number) =>
      Math.abs(value - level) <= reach
        ? x[knot]!
        : crossingOf(curve, i, k, value < level ? level - reach : level + reach);
    const start = edge(from, i);
    const end = edge(to, k);
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last[1] === x[i] && start === x[i]) last[1] = end;
    else ranges.push([start, end]);
  }
  return ranges;
}

import { crossingInside, type ScatterCurve } from "./curve.ts";

/** Every ln(diameter) at which the curve passes `level`, ascending. */
export function crossings(curve: ScatterCurve, level: number): readonly number[] {
  const found: number[] = [];
  const { x, y } = curve;
  const last = y.length - 1;
  for (let i = 0; i < last; i++) {
    const from = y[i]!;
    const to = y[i + 1]!;
    if (from === level) found.push(x[i]!);
    else if (from < level ? to > level : to < level) found.push(crossingInside(curve, i, level));
  }
  if (y[last] === level) found.push(x[last]!);
  return found;
}

/** Ranges of ln(diameter), ascending and apart, in which the curve stays within `reach` of `level`. */
export function withinReach(
  curve: ScatterCurve,
  level: number,
  reach: number,
): readonly (readonly [number, number])[] {
  const { x, y } = curve;
  const ranges: [number, number][] = [];
  const edge = (i: number, value: number, knot: number) => {
    if (Math.abs(value - level) <= reach) return x[knot]!;
    return crossingInside(curve, i, value < level ? level - reach : level + reach);
  };
  for (let i = 0; i + 1 < y.length; i++) {
    const from = y[i]!;
    const to = y[i + 1]!;
    if (Math.max(from, to) < level - reach || Math.min(from, to) > level + reach) continue;
    const start = edge(i, from, i);
    const end = edge(i, to, i + 1);
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last[1] === x[i] && start === x[i]) last[1] = end;
    else ranges.push([start, end]);
  }
  return ranges;
}

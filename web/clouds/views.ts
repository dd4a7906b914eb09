import { type AxisView, viewPlace, viewValue } from "vesica/kernel";

/** How far out of the whole an axis may be looked at, in widths of the display. */
const outermost = 3;
const narrowest = 1e-5;

/** Another part of the axis by places of this one; the same where it would be too narrow or too far out. */
function partOf(view: AxisView, from: number, to: number, whole: AxisView): AxisView {
  const next = { ...view, from: viewValue(view, from), to: viewValue(view, to) };
  const [low, high] = [viewPlace(whole, next.from), viewPlace(whole, next.to)];
  const isGood = high - low > narrowest && low > -outermost && high < 1 + outermost;
  return isGood && Number.isFinite(next.from) && Number.isFinite(next.to) ? next : view;
}

/** Closer by a factor above 1 around a place of the display, or further away by one below. */
export function zoomed(view: AxisView, around: number, factor: number, whole: AxisView): AxisView {
  return partOf(view, around - around / factor, around + (1 - around) / factor, whole);
}

/** Moved by a part of the display. */
export function panned(view: AxisView, by: number, whole: AxisView): AxisView {
  return partOf(view, by, 1 + by, whole);
}

/** The same limits on a linear axis, or on one that is logarithmic beyond a cofactor. */
export function rescaled(view: AxisView, cofactor: number | null): AxisView {
  return { ...view, cofactor };
}

/** A cofactor for an axis that has none: a part of its width. */
export function cofactorFor({ from, to, cofactor }: AxisView): number {
  return cofactor ?? Number((Math.max(Math.abs(from), Math.abs(to)) / 200).toPrecision(2));
}

import { portable } from "../../../../kernel/index.ts";
import { type Size, type Sizer, sizeStates } from "./sizing.ts";
import { createTable, type Table, valuesPerNode } from "./table-block.ts";

/** Diameters of many events in nm, in the order of the signals; NaN where a signal says nothing. */
export interface Sizes {
  readonly diameter: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rangeLower: Float64Array;
  readonly rangeUpper: Float64Array;
  /** Index into `sizeStates`. */
  readonly state: Uint8Array;
}

/** Room for the sizes of `count` events. */
export function emptySizes(count: number): Sizes {
  const room = () => new Float64Array(count);
  return {
    diameter: room(),
    lower: room(),
    upper: room(),
    rangeLower: room(),
    rangeUpper: room(),
    state: new Uint8Array(count),
  };
}

/**
 * Sizes of many signals (a.u.) by a table over ln(cross-section), finer where the answer bends or jumps; within 1e-4 of
 * the sizer's own answer, and of the same state. Writes into `into` from index 0.
 */
export function createSizeTable(
  sizer: Sizer,
  gain: number,
  offset: number,
): (signals: ArrayLike<number>, into: Sizes) => void {
  const all = sizer.curves.flatMap(({ y }) => [...y]);
  // a tolerance of the signal reaches beyond the ends of the curves
  const bottom = all.reduce((least, value) => Math.min(least, value)) - 1;
  const top = all.reduce((most, value) => Math.max(most, value)) + 1;
  const root = createTable(sizer, bottom, top);
  const lowest = sizer.sizeAt(bottom);
  const highest = sizer.sizeAt(top);
  const unknown = sizer.sizeAt(Number.NaN);
  const factor = 1 / gain;
  return (signals, into) => {
    const { diameter, lower, upper, rangeLower, rangeUpper, state } = into;
    for (let e = 0; e < signals.length; e++) {
      const level = portable.log((signals[e]! - offset) * factor);
      let table: Table | undefined = root;
      let place = (level - root.bottom) * root.perCell;
      if (!(place >= 0)) {
        // a signal that is not above the offset has no logarithm
        put(into, e, Number.isNaN(signals[e]!) ? unknown : lowest);
        continue;
      }
      if (place >= root.cells) {
        put(into, e, highest);
        continue;
      }
      let cell = place | 0;
      while (table !== undefined && table.straight[cell] === 0) {
        table = table.finer[cell];
        if (table === undefined) break;
        place = (level - table.bottom) * table.perCell;
        cell = Math.max(0, Math.min(table.cells - 1, place | 0));
      }
      if (table === undefined) {
        put(into, e, sizer.sizeAt(level));
        continue;
      }
      const t = place - cell;
      const at = cell * valuesPerNode;
      const { values } = table;
      diameter[e] = values[at]! + t * (values[at + 5]! - values[at]!);
      lower[e] = values[at + 1]! + t * (values[at + 6]! - values[at + 1]!);
      upper[e] = values[at + 2]! + t * (values[at + 7]! - values[at + 2]!);
      rangeLower[e] = values[at + 3]! + t * (values[at + 8]! - values[at + 3]!);
      rangeUpper[e] = values[at + 4]! + t * (values[at + 9]! - values[at + 4]!);
      state[e] = table.states[cell]!;
    }
  };
}

function put(into: Sizes, e: number, size: Size): void {
  into.diameter[e] = size.diameter;
  into.lower[e] = size.lower;
  into.upper[e] = size.upper;
  into.rangeLower[e] = size.rangeLower;
  into.rangeUpper[e] = size.rangeUpper;
  into.state[e] = sizeStates.indexOf(size.state);
}

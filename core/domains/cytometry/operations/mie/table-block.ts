import { type Size, type Sizer, sizeStates } from "./sizing.ts";

const names = ["diameter", "lower", "upper", "rangeLower", "rangeUpper"] as const;
export const valuesPerNode = names.length;

/** Answers at evenly spaced levels, and finer tables inside cells in which a straight line would be wrong. */
export interface Table {
  readonly bottom: number;
  readonly perCell: number;
  readonly cells: number;
  /** Five values a node. */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  /** 1: a straight line between the ends of the cell is right. */
  readonly straight: Uint8Array;
  readonly finer: readonly (Table | undefined)[];
}

const cellsOf = [4096, 16, 16, 16] as const;
/** Largest relative error of a straight line. */
const precision = 1e-4;

export function createTable(sizer: Sizer, bottom: number, top: number, depth = 0): Table {
  const cells = cellsOf[depth]!;
  const step = (top - bottom) / cells;
  // one node more on each side, to see the bend of the outer cells
  const nodes = Array.from({ length: cells + 3 }, (_, i) => sizer.sizeAt(bottom + step * (i - 1)));
  const values = new Float64Array((cells + 1) * valuesPerNode);
  const states = new Uint8Array(cells + 1);
  const straight = new Uint8Array(cells + 1);
  const finer = new Array<Table | undefined>(cells);
  for (let i = 0; i <= cells; i++) {
    const size = nodes[i + 1]!;
    states[i] = sizeStates.indexOf(size.state);
    names.forEach((name, k) => {
      values[i * valuesPerNode + k] = size[name];
    });
    if (i === cells) break;
    straight[i] = isStraight(nodes.slice(i, i + 4)) ? 1 : 0;
    if (straight[i] === 0 && depth + 1 < cellsOf.length) {
      finer[i] = createTable(sizer, bottom + step * i, bottom + step * (i + 1), depth + 1);
    }
  }
  return { bottom, perCell: 1 / step, cells, values, states, straight, finer };
}

/** Whether four neighbours are of one kind and bend by less than the precision in every column. */
function isStraight(four: readonly Size[]): boolean {
  const [before, from, to, after] = four as [Size, Size, Size, Size];
  if (four.some((node) => node.state !== from.state)) return false;
  return names.every((name) => {
    const a = from[name];
    const b = to[name];
    const open = four.filter((node) => Number.isNaN(node[name])).length;
    if (open > 0) return open === 4;
    const bend = Math.max(Math.abs(before[name] - 2 * a + b), Math.abs(a - 2 * b + after[name]));
    return bend <= 8 * precision * a;
  });
}

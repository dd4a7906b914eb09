import type { Arena } from "./arena.ts";
import type { Columns } from "./columns.ts";
import type { Counter, Lists } from "./counts.ts";
import type { EventKernel } from "./kernel.ts";

/** Finer counts of chosen bins of one spectrum: 512 parts of each, by the next 9 bits or (with `finer`) the last 9. */
export interface Refinement {
  readonly gate: number;
  readonly channel: number;
  readonly compensated: boolean;
  /** Chosen bins, float32 bits >>> 18; bin i is counted in row i + 1. */
  readonly bins: readonly number[];
  /** Chosen parts, float32 bits >>> 9, of those bins; null: count the parts themselves. */
  readonly finer: readonly number[] | null;
}

/** Counts in rows of 512; row 0 holds everything that was not chosen. */
export function refinementCounters(
  refinements: readonly Refinement[],
  columns: Columns,
  lists: Lists,
  arena: Arena,
  { operations }: EventKernel,
): Counter<Uint32Array>[] {
  return refinements.map(({ gate, channel, compensated, bins, finer }) => {
    const column = columns.at({ channel, compensated, scale: null });
    const rowOf = new Map(bins.map((bin, i) => [bin, i + 1]));
    const rows = holdUint16(arena, 1 << 14, [...rowOf]);
    const chosen = (finer ?? []).map(
      (part, i) => [512 * rowOf.get(part >>> 9)! + (part & 511), i + 1] as const,
    );
    const finerRows = finer === null ? 0 : holdUint16(arena, 512 * (bins.length + 1), chosen);
    const second = finer === null ? 0 : 1;
    const size = 512 * ((finer ?? bins).length + 1);
    const counts = arena.zeros(4 * size);
    return {
      count: () =>
        operations.refine(lists.at(gate), lists.size(gate), column, rows, finerRows, second, counts),
      collect: (memory) => new Uint32Array(memory, counts, size).slice(),
    };
  });
}

function holdUint16(arena: Arena, length: number, entries: readonly (readonly [number, number])[]): number {
  const table = new Uint16Array(length);
  for (const [index, row] of entries) table[index] = row;
  return arena.hold(new Uint8Array(table.buffer));
}

import type { Arena } from "./arena.ts";
import type { Columns } from "./columns.ts";
import type { GateMasks } from "./gates.ts";
import type { EventKernel } from "./kernel.ts";
import type { EventAxis, EventPlan } from "./plan.ts";
import type { Histogram2d, Profile, Spectrum } from "./tally.ts";

/** Places of the events of each gate in the block at hand, and their number. */
export interface Lists {
  /** Address of the list of a gate; -1: of all usable events. */
  at(gate: number): number;
  size(gate: number): number;
  total(gate: number): number;
  /** Lists a block of n events. */
  fill(n: number): void;
}

/** Something counted block by block; `collect` reads the counts from the memory. */
export interface Counter<T> {
  count(n: number): void;
  collect(memory: ArrayBuffer): T;
}

const spectrumBins = 1 << 14;
const mostBins = 4094;

/** For each byte of 8 mask bits the places of its set bits, as bytes of a shuffle of uint16. */
const orderTable = makeOrderTable();

function makeOrderTable(): Uint8Array {
  const table = new Uint8Array(256 * 16);
  for (let set = 0; set < 256; set++) {
    let to = 16 * set;
    for (let bit = 0; bit < 8; bit++)
      if (set & (1 << bit)) {
        table[to++] = 2 * bit;
        table[to++] = 2 * bit + 1;
      }
  }
  return table;
}

export function planLists(
  gates: number,
  masks: GateMasks,
  block: number,
  arena: Arena,
  { operations }: EventKernel,
): Lists {
  const order = arena.hold(orderTable);
  const addresses = Array.from({ length: gates + 1 }, () => arena.room(2 * block + 64));
  const sizes = new Uint32Array(gates + 1);
  const totals = new Float64Array(gates + 1);
  return {
    at: (gate) => addresses[gate + 1]!,
    size: (gate) => sizes[gate + 1]!,
    total: (gate) => totals[gate + 1]!,
    fill: (n) => {
      for (let gate = -1; gate < gates; gate++) {
        const m = operations.places(masks.maskOf(gate), n, order, addresses[gate + 1]!);
        sizes[gate + 1] = m;
        totals[gate + 1]! += m;
      }
    },
  };
}

/** Bins of axes as uint16, each pair of a column and a division once. */
export interface BinColumns {
  at(axis: EventAxis, bins: number, range: readonly [number, number]): number;
  fill(n: number): void;
}

export function planBins(
  columns: Columns,
  block: number,
  arena: Arena,
  { operations }: EventKernel,
): BinColumns {
  const made = new Map<string, number>();
  const steps: ((n: number) => void)[] = [];
  return {
    at: (axis, bins, [from, to]) => {
      const source = columns.at(axis);
      const key = [source, bins, from, to].join(" ");
      const known = made.get(key);
      if (known !== undefined) return known;
      if (!(to > from && bins >= 1 && bins <= mostBins))
        throw new RangeError(`${bins} bins from ${from} to ${to}`);
      const target = arena.room(2 * block + 32);
      const factor = bins / (to - from);
      made.set(key, target);
      steps.push((n) => operations.bins(source, target, n, from, factor, bins + 1));
      return target;
    },
    fill: (n) => {
      for (const step of steps) step(n);
    },
  };
}

export function histogramCounters(
  plan: EventPlan,
  bins: BinColumns,
  lists: Lists,
  arena: Arena,
  { operations }: EventKernel,
): Counter<Histogram2d>[] {
  return plan.histograms2d.map((asked) => {
    const { gate } = asked;
    const width = asked.bins + 2;
    const x = bins.at(asked.x, asked.bins, asked.xRange);
    const y = bins.at(asked.y, asked.bins, asked.yRange);
    const at = arena.zeros(4 * width * width);
    return {
      count: () => operations.histogram(lists.at(gate), lists.size(gate), x, y, width, at),
      collect: (memory) => {
        const cells = new Uint32Array(memory, at, width * width);
        const counts = new Uint32Array(asked.bins * asked.bins);
        for (let row = 0; row < asked.bins; row++) {
          const first = (row + 1) * width + 1;
          counts.set(cells.subarray(first, first + asked.bins), row * asked.bins);
        }
        return { counts, outside: borderOf(cells, width) };
      },
    };
  });
}

function borderOf(rows: Uint32Array, width: number): number {
  let sum = total(rows.subarray(0, width)) + total(rows.subarray(width * (width - 1)));
  for (let row = 1; row < width - 1; row++) sum += rows[row * width]! + rows[(row + 1) * width - 1]!;
  return sum;
}

export function profileCounters(
  plan: EventPlan,
  bins: BinColumns,
  lists: Lists,
  arena: Arena,
  { operations }: EventKernel,
): Counter<Profile>[] {
  return plan.profiles.map(({ gate, axis, slices, from, to }) => {
    const x = bins.at(axis, slices, [from, to]);
    const at = arena.zeros(4 * (slices + 2));
    return {
      count: () => operations.histogram(lists.at(gate), lists.size(gate), x, x, 0, at),
      collect: (memory) => {
        const cells = new Uint32Array(memory, at, slices + 2);
        return { counts: cells.slice(1, slices + 1), below: cells[0]!, above: cells[slices + 1]! };
      },
    };
  });
}

export function spectrumCounters(
  plan: EventPlan,
  columns: Columns,
  lists: Lists,
  arena: Arena,
  { operations }: EventKernel,
): Counter<Spectrum>[] {
  return plan.spectra.map(({ gate, channel, compensated }) => {
    const column = columns.at({ channel, compensated, scale: null });
    const counts = arena.zeros(4 * spectrumBins);
    const sums = arena.zeros(8 * 512);
    const ends = arena.hold(Float32Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY));
    return {
      count: () => operations.spectrum(lists.at(gate), lists.size(gate), column, counts, sums, ends),
      collect: (memory) => {
        const [least, greatest] = new Float32Array(memory, ends, 2);
        const bins = new Uint32Array(memory, counts, spectrumBins);
        const octaves = new Float64Array(memory, sums, 512);
        return {
          events: lists.total(gate),
          least: least! + 0,
          greatest: greatest! + 0,
          bins: filled(bins).map((index) => ({ index, count: bins[index]! })),
          sums: filled(bins, 5).map((index) => ({ index, sum: octaves[index]! + 0 })),
        };
      },
    };
  });
}

/** Indices, without their last bits, of the counts above 0. */
function filled(counts: Uint32Array, bits = 0): number[] {
  const indices: number[] = [];
  for (let i = 0; i < counts.length; i++)
    if (counts[i] !== 0 && indices.at(-1) !== i >>> bits) indices.push(i >>> bits);
  return indices;
}

function total(counts: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  return sum;
}

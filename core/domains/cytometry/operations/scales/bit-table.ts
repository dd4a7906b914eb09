import { portable } from "../../../../kernel/index.ts";
import { type OddCurve, place } from "./odd-curve.ts";

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);
scratch[0] = 1;
const high = words[1] === 0 ? 0 : 1;
const low = 1 - high;

const mostOctaves = 64;
/** Octaves above the top of the scale that a table still holds. */
const octavesAbove = 3;
const fewestBits = 8;
const mostBits = 12;
const leastError = 2e-13;

export type PlaceArray = (values: Float64Array | Float32Array, out: Float64Array | Float32Array) => void;

/**
 * Places of whole columns on an odd curve, within 1e-12 of `place`: cubic Hermite pieces between exact knots, as many
 * in an octave as that needs, found by the bits of |x| + s, s being about the first e-fold. What lies above the table is
 * solved. The table is made at the first call (about 0.2 MB); a call makes no garbage. `out` may be `values`.
 */
export function placeArray(curve: OddCurve): PlaceArray {
  let table: Table | null = null;
  return (values, out) => {
    table ??= makeTable(curve);
    fill(curve, table, values, out);
  };
}

interface Table {
  /** What is added to |x| before its bits are read: a power of 2. */
  readonly shiftUp: number;
  /** Leading bits of the first knot. */
  readonly base: number;
  readonly shift: number;
  /** Place above 0 and derivative times the piece's length at its start and at its end: 4 numbers a piece. */
  readonly pieces: Float64Array;
}

function makeTable(curve: OddCurve): Table {
  const last = Math.min(Math.ceil(portable.log2(curve.top)) + octavesAbove, 1022);
  const first = Math.max(Math.round(portable.log2(curve.value(1 / curve.b))), last - mostOctaves, -1000);
  const bits = bitsFor(curve, first, last);
  const perOctave = portable.pow(2, bits);
  const shiftUp = portable.pow(2, first);
  const pieces = new Float64Array(4 * Math.max(0, last - first) * perOctave);
  let rise = 0;
  let steep = 1 / curve.slope(0);
  let turn = 0;
  for (let i = 0; 4 * i < pieces.length; i++) {
    const octave = portable.pow(2, first + Math.floor(i / perOctave));
    const length = octave / perOctave;
    const x = octave + ((i % perOctave) + 1) * length - shiftUp;
    const before = steep;
    pieces[4 * i] = rise;
    pieces[4 * i + 1] = steep * length;
    rise = curve.rise(x, rise + length * (steep + turn / 2));
    steep = 1 / curve.slope(rise);
    turn = steep - before;
    pieces[4 * i + 2] = rise;
    pieces[4 * i + 3] = steep * length;
  }
  const shift = 20 - bits;
  scratch[0] = shiftUp;
  return { shiftUp, base: words[high]! >>> shift, shift, pieces };
}

/** Base-2 logarithm of the pieces in an octave: the fewest whose middles are within `leastError`, at 8 looks an octave. */
function bitsFor(curve: OddCurve, first: number, last: number): number {
  let bits = fewestBits;
  for (let look = 0; look < 8 * (last - first) && bits < mostBits; look++) {
    const octave = portable.pow(2, first + Math.floor(look / 8));
    const from = octave * (1 + (look % 8) / 8) - portable.pow(2, first);
    while (bits < mostBits && middleError(curve, from, octave / portable.pow(2, bits)) > leastError) bits++;
  }
  return bits;
}

function middleError(curve: OddCurve, from: number, length: number): number {
  const start = curve.rise(from);
  const end = curve.rise(from + length);
  const bend = (length / curve.slope(start) - length / curve.slope(end)) / 8;
  return Math.abs((start + end) / 2 + bend - curve.rise(from + length / 2));
}

function fill(
  curve: OddCurve,
  { shiftUp, base, shift, pieces }: Table,
  values: Float64Array | Float32Array,
  out: Float64Array | Float32Array,
): void {
  const { zero } = curve;
  const count = pieces.length / 4;
  const inside = portable.pow(2, shift) - 1;
  const unit = portable.pow(2, -shift);
  const fine = unit * 2 ** -32;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    scratch[0] = Math.abs(x) + shiftUp;
    const bits = words[high]!;
    const piece = (bits >>> shift) - base;
    if (piece < count) {
      const t = (bits & inside) * unit + words[low]! * fine;
      const at = 4 * piece;
      const start = pieces[at]!;
      const slope = pieces[at + 1]!;
      const rise = pieces[at + 2]! - start;
      const bend = pieces[at + 3]! + slope - 2 * rise;
      const u = start + t * (slope + t * (rise - slope - bend + t * bend));
      out[i] = x < 0 ? zero - u : zero + u;
    } else {
      out[i] = place(curve, x);
    }
  }
}

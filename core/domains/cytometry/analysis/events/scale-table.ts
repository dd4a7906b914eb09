import { portable } from "../../../../kernel/index.ts";

/**
 * A scale as straight pieces `a + b x`, found by sign, exponent and 8 mantissa bits of a float32: at most 2.2e-7 of the
 * display away from the exact function where it lies between `least` and `greatest`, constant from the octave above.
 */
export interface ScaleTable {
  /** a and b by turns: first for values from 0 up, then for negative ones. */
  readonly pieces: Float32Array;
  /** Magnitudes below this, as float32 bits, share the first piece. */
  readonly low: number;
  /** Magnitudes from this, as float32 bits, share the last piece. */
  readonly high: number;
  /** Pieces of each sign. */
  readonly half: number;
}

const perOctave = 256;
const knotsPerOctave = 32;
const lowestExponent = -60;
const highestExponent = 64;

interface Curve {
  readonly at: (x: number) => number;
  readonly least: number;
  readonly greatest: number;
}

/** Pieces of a scale `f` of linear values; `f` may be -Infinity or NaN where the scale has no place (log of 0). */
export function scaleTable(f: (x: number) => number, least = -0.5, greatest = 1.5): ScaleTable {
  const [floor, ceiling] = [2 * least - greatest, 2 * greatest - least];
  const at = (x: number) => {
    const y = f(x);
    return y >= ceiling ? ceiling : y >= floor ? y : floor;
  };
  const curve = { at, least, greatest };
  const bottom = lowestOctave(curve);
  const top = Math.max(bottom + 1, highestOctave(curve));
  const half = (top - bottom) * perOctave + 2;
  const pieces = new Float32Array(4 * half);
  fillPieces(pieces, 0, 1, curve, bottom, top);
  fillPieces(pieces, 2 * half, -1, curve, bottom, top);
  return { pieces, low: ((bottom + 127) << 23) - 0x8000, high: (top + 127) << 23, half };
}

/** The greatest exponent below which one piece from 0 is exact enough, or the scale ends, on both sides. */
function lowestOctave({ at, least, greatest }: Curve): number {
  const enough = 2e-8 * Math.min(1, greatest - least);
  const zero = at(0);
  const straight = (x: number) =>
    at(x) <= least || [2, 8].every((part) => Math.abs(at(x / part) - zero - (at(x) - zero) / part) <= enough);
  let exponent = 30;
  while (
    exponent > lowestExponent &&
    !(straight(portable.pow(2, exponent)) && straight(-portable.pow(2, exponent)))
  )
    exponent--;
  return exponent;
}

function highestOctave({ at, least, greatest }: Curve): number {
  const ended = (y: number) => y <= least || y >= greatest;
  let exponent = highestExponent;
  while (
    exponent > lowestExponent &&
    ended(at(portable.pow(2, exponent - 1))) &&
    ended(at(-portable.pow(2, exponent - 1)))
  )
    exponent--;
  return exponent;
}

function fillPieces(
  pieces: Float32Array,
  start: number,
  sign: number,
  curve: Curve,
  bottom: number,
  top: number,
) {
  const end = sign * portable.pow(2, bottom);
  writePiece(pieces, start, 0, curve.at(0), end, curve.at(end), 0);
  const places = new Float64Array(perOctave + 1);
  for (let octave = bottom; octave < top; octave++) {
    const origin = sign * portable.pow(2, octave);
    const step = origin / perOctave;
    fillPlaces(places, curve, origin);
    for (let i = 0; i < perOctave; i++) {
      const middle = Math.min(perOctave - 1, Math.max(1, i));
      const bend = (places[middle - 1]! - 2 * places[middle]! + places[middle + 1]!) / 16;
      const piece = start + 2 * (1 + (octave - bottom) * perOctave + i);
      writePiece(pieces, piece, origin + i * step, places[i]!, origin + (i + 1) * step, places[i + 1]!, bend);
    }
  }
  pieces[start + 2 * (1 + (top - bottom) * perOctave)] = curve.at(sign * portable.pow(2, top));
}

/** Ends of the pieces of one octave: exact at its knots, by cubics through four knots between them. */
function fillPlaces(places: Float64Array, { at }: Curve, origin: number): void {
  const knots = new Float64Array(knotsPerOctave + 3);
  for (let i = 0; i < knots.length; i++) knots[i] = at(origin * (1 + (i - 1) / knotsPerOctave));
  for (let i = 0; i <= perOctave; i++) {
    const knot = Math.min(knotsPerOctave - 1, Math.floor((i * knotsPerOctave) / perOctave));
    const u = (i * knotsPerOctave) / perOctave - knot;
    places[i] =
      (-u * (u - 1) * (u - 2) * knots[knot]!) / 6 +
      ((u + 1) * (u - 1) * (u - 2) * knots[knot + 1]!) / 2 -
      ((u + 1) * u * (u - 2) * knots[knot + 2]!) / 2 +
      ((u + 1) * u * (u - 1) * knots[knot + 3]!) / 6;
  }
}

/** The chord moved by half of its greatest distance from the curve, f'' h^2 / 16. */
function writePiece(
  pieces: Float32Array,
  at: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  bend: number,
) {
  const slope = Math.fround((y1 - y0) / (x1 - x0));
  pieces[at] = (y0 + y1) / 2 - bend - slope * ((x0 + x1) / 2);
  pieces[at + 1] = slope;
}

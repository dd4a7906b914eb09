/** Base dimensions in the order of every exponent list. */
export const dimensions = ["m", "g", "s", "K", "A", "mol", "rad"] as const;
export type Dimension = (typeof dimensions)[number];
export type Powers = Partial<Readonly<Record<Dimension, number>>>;

/** One UCUM atom: `coefficient` x 10^`exponent` of the base units raised to `powers`. */
export interface UnitAtom {
  readonly coefficient: number;
  readonly exponent: number;
  readonly powers: Powers;
  /** May take a prefix. */
  readonly metric: boolean;
}

function atom(coefficient: number, exponent: number, powers: Powers, metric = true): UnitAtom {
  return { coefficient, exponent, powers, metric };
}

const force = { m: 1, g: 1, s: -2 };
const pressure = { m: -1, g: 1, s: -2 };
const energy = { m: 2, g: 1, s: -2 };

/** Powers of ten of the UCUM prefixes. */
export const prefixes: ReadonlyMap<string, number> = new Map([
  ["T", 12],
  ["G", 9],
  ["M", 6],
  ["k", 3],
  ["h", 2],
  ["da", 1],
  ["d", -1],
  ["c", -2],
  ["m", -3],
  ["u", -6],
  ["n", -9],
  ["p", -12],
  ["f", -15],
  ["a", -18],
  ["z", -21],
]);

/** The UCUM atoms that Vesica knows (case sensitive; UCUM 2.1). The mole is a dimension of its own, as in the SI. */
export const atoms: ReadonlyMap<string, UnitAtom> = new Map([
  ["10*", atom(1, 1, {}, false)],
  ["10^", atom(1, 1, {}, false)],
  ["%", atom(1, -2, {}, false)],
  ["[ppth]", atom(1, -3, {}, false)],
  ["[ppm]", atom(1, -6, {}, false)],
  ["[ppb]", atom(1, -9, {}, false)],
  ["m", atom(1, 0, { m: 1 })],
  ["g", atom(1, 0, { g: 1 })],
  ["s", atom(1, 0, { s: 1 })],
  ["K", atom(1, 0, { K: 1 })],
  ["A", atom(1, 0, { A: 1 })],
  ["mol", atom(1, 0, { mol: 1 })],
  ["rad", atom(1, 0, { rad: 1 })],
  ["deg", atom(Math.PI / 180, 0, { rad: 1 }, false)],
  ["min", atom(60, 0, { s: 1 }, false)],
  ["h", atom(3600, 0, { s: 1 }, false)],
  ["d", atom(86400, 0, { s: 1 }, false)],
  ["wk", atom(604800, 0, { s: 1 }, false)],
  ["L", atom(1, -3, { m: 3 })],
  ["l", atom(1, -3, { m: 3 })],
  ["Hz", atom(1, 0, { s: -1 })],
  ["N", atom(1, 3, force)],
  ["Pa", atom(1, 3, pressure)],
  ["bar", atom(1, 8, pressure)],
  ["P", atom(1, 2, { m: -1, g: 1, s: -1 })],
  ["J", atom(1, 3, energy)],
  ["eV", atom(1.602176634, -16, energy)],
  ["W", atom(1, 3, { m: 2, g: 1, s: -3 })],
  ["C", atom(1, 0, { A: 1, s: 1 })],
  ["V", atom(1, 3, { m: 2, g: 1, s: -3, A: -1 })],
  ["Ohm", atom(1, 3, { m: 2, g: 1, s: -3, A: -2 })],
  ["S", atom(1, -3, { m: -2, g: -1, s: 3, A: 2 })],
  ["F", atom(1, -3, { m: -2, g: -1, s: 4, A: 2 })],
  ["kat", atom(1, 0, { mol: 1, s: -1 })],
  ["U", atom(1 / 6, -7, { mol: 1, s: -1 })],
  ["u", atom(1.6605390666, -24, { g: 1 })],
  ["[g]", atom(9.80665, 0, { m: 1, s: -2 })],
]);

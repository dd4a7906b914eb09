import type { Matrix } from "../linear-algebra/index.ts";

/** Numbers of each vector in one block: two strips of four vectors stay in the fastest cache. */
const depth = 256;

/** Inner products of all pairs of n vectors, n x n and symmetric; `vectors` holds their entries by columns of `block`. */
interface Blocks {
  readonly n: number;
  readonly length: number;
  /** Writes the entries from `start` on, `count` of each vector, to `block[vector * depth + k]`. */
  fill(block: Float64Array, start: number, count: number): void;
}

/** X' X of the columns of a matrix, each row less its `centre` and over its `scale`. */
export function gramOfColumns(
  { rows, columns, values }: Matrix,
  centre: Float64Array,
  scale: Float64Array,
): Matrix {
  return gram({
    n: columns,
    length: rows,
    fill(block, start, count) {
      for (let k = 0; k < count; k++) {
        const middle = centre[start + k]!;
        const unit = scale[start + k]!;
        const from = (start + k) * columns;
        for (let j = 0; j < columns; j++) block[j * depth + k] = (values[from + j]! - middle) / unit;
      }
    },
  });
}

/** X X' of the rows of a matrix, each less its `centre` and over its `scale`. */
export function gramOfRows(
  { rows, columns, values }: Matrix,
  centre: Float64Array,
  scale: Float64Array,
): Matrix {
  return gram({
    n: rows,
    length: columns,
    fill(block, start, count) {
      for (let i = 0; i < rows; i++) {
        const from = i * columns + start;
        for (let k = 0; k < count; k++) block[i * depth + k] = (values[from + k]! - centre[i]!) / scale[i]!;
      }
    },
  });
}

function gram({ n, length, fill }: Blocks): Matrix {
  const strips = Math.ceil(n / 4);
  const padded = 4 * strips;
  const block = new Float64Array(padded * depth);
  const sums = new Float64Array(padded * padded);
  for (let start = 0; start < length; start += depth) {
    const count = Math.min(depth, length - start);
    fill(block, start, count);
    for (let i = 0; i < padded; i += 4) {
      for (let j = 0; j <= i; j += 4) addTile(sums, block, count, padded, i, j);
    }
  }
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      values[i * n + j] = sums[i * padded + j]!;
      values[j * n + i] = sums[i * padded + j]!;
    }
  }
  return { rows: n, columns: n, values };
}

/** Adds the inner products of vectors i .. i + 3 with j .. j + 3, two by two: eight numbers are held in registers. */
function addTile(
  sums: Float64Array,
  block: Float64Array,
  count: number,
  padded: number,
  i: number,
  j: number,
): void {
  for (let di = 0; di < 4; di += 2) {
    const a = (i + di) * depth;
    const b = a + depth;
    const p = j * depth;
    const q = p + depth;
    const r = q + depth;
    const s = r + depth;
    let ap = 0;
    let aq = 0;
    let ar = 0;
    let as = 0;
    let bp = 0;
    let bq = 0;
    let br = 0;
    let bs = 0;
    for (let k = 0; k < count; k++) {
      const x = block[a + k]!;
      const y = block[b + k]!;
      const vp = block[p + k]!;
      const vq = block[q + k]!;
      const vr = block[r + k]!;
      const vs = block[s + k]!;
      ap += x * vp;
      aq += x * vq;
      ar += x * vr;
      as += x * vs;
      bp += y * vp;
      bq += y * vq;
      br += y * vr;
      bs += y * vs;
    }
    const one = (i + di) * padded + j;
    const two = one + padded;
    sums[one]! += ap;
    sums[one + 1]! += aq;
    sums[one + 2]! += ar;
    sums[one + 3]! += as;
    sums[two]! += bp;
    sums[two + 1]! += bq;
    sums[two + 2]! += br;
    sums[two + 3]! += bs;
  }
}

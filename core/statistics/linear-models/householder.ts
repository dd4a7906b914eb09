/** The columns of a matrix made orthogonal; arrays are for `capacity` rows and may be used again. */
export interface Reflections {
  /** Reflection vectors and, above them, R: by columns, each `capacity` long. */
  readonly columns: Float64Array;
  readonly capacity: number;
  readonly width: number;
  /** Diagonal of R. */
  readonly diagonal: Float64Array;
  /** 2 over the squared length of each reflection vector. */
  readonly factors: Float64Array;
  /** Column of the design at each place; dependent columns stand last. */
  readonly order: Int32Array;
}

/** A column is dependent where less than this share of its length is left by those before it. */
const leastShare = 1e-7;

/** Room for matrices of up to `capacity` rows and `width` columns. */
export function reflectionsFor(capacity: number, width: number): Reflections {
  return {
    columns: new Float64Array(capacity * width),
    capacity,
    width,
    diagonal: new Float64Array(width),
    factors: new Float64Array(width),
    order: new Int32Array(width),
  };
}

function lengthFrom(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
}

function reflectColumn(
  columns: Float64Array,
  vector: number,
  target: number,
  length: number,
  factor: number,
) {
  let dot = 0;
  for (let i = 0; i < length; i++) dot += columns[vector + i]! * columns[target + i]!;
  dot *= factor;
  for (let i = 0; i < length; i++) columns[target + i]! -= dot * columns[vector + i]!;
}

/**
 * Householder reflections (Golub and Van Loan, 5.2) of the first `rows` rows that stand in `columns`, in place; returns
 * the rank. A column that depends on those before it goes last.
 */
export function reflectInPlace(space: Reflections, rows: number): number {
  const { columns, capacity, width, diagonal, factors, order } = space;
  const lengths = new Float64Array(width);
  for (let j = 0; j < width; j++) {
    order[j] = j;
    lengths[j] = lengthFrom(columns, j * capacity, j * capacity + rows);
  }
  let usable = width;
  let k = 0;
  while (k < usable && k < rows) {
    const start = k * capacity + k;
    const length = lengthFrom(columns, start, k * capacity + rows);
    if (!(length > leastShare * lengths[k]!)) {
      moveLast(space, lengths, k, usable);
      usable--;
      continue;
    }
    const head = columns[start]!;
    diagonal[k] = head > 0 ? -length : length;
    columns[start] = head - diagonal[k]!;
    factors[k] = 1 / (length * (length + Math.abs(head)));
    for (let j = k + 1; j < width; j++) {
      reflectColumn(columns, start, j * capacity + k, rows - k, factors[k]!);
    }
    k++;
  }
  return k;
}

function moveLast({ columns, capacity, order }: Reflections, lengths: Float64Array, k: number, end: number) {
  const column = columns.slice(k * capacity, (k + 1) * capacity);
  const [index, length] = [order[k]!, lengths[k]!];
  columns.copyWithin(k * capacity, (k + 1) * capacity, end * capacity);
  columns.set(column, (end - 1) * capacity);
  order.copyWithin(k, k + 1, end);
  lengths.copyWithin(k, k + 1, end);
  order[end - 1] = index;
  lengths[end - 1] = length;
}

/** Applies the first `rank` reflections to the first `rows` numbers of `target`, in place. */
export function applyReflections(
  space: Reflections,
  rank: number,
  rows: number,
  target: Float64Array,
  backwards = false,
): void {
  const { columns, capacity, factors } = space;
  for (let step = 0; step < rank; step++) {
    const k = backwards ? rank - 1 - step : step;
    const start = k * capacity;
    let dot = 0;
    for (let i = k; i < rows; i++) dot += columns[start + i]! * target[i]!;
    dot *= factors[k]!;
    for (let i = k; i < rows; i++) target[i]! -= dot * columns[start + i]!;
  }
}

/** The inverse of R's leading `rank` rows and columns, upper triangular, by rows. */
export function inverseTriangle({ columns, capacity, diagonal }: Reflections, rank: number): Float64Array {
  const inverse = new Float64Array(rank * rank);
  for (let j = 0; j < rank; j++) {
    inverse[j * rank + j] = 1 / diagonal[j]!;
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let k = i + 1; k <= j; k++) sum += columns[k * capacity + i]! * inverse[k * rank + j]!;
      inverse[i * rank + j] = -sum / diagonal[i]!;
    }
  }
  return inverse;
}

/** (X'X)^-1 from the inverse of R, by rows and in the order of the reflections. */
export function gramInverse(inverse: Float64Array, rank: number): Float64Array {
  const gram = new Float64Array(rank * rank);
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < rank; k++) sum += inverse[i * rank + k]! * inverse[j * rank + k]!;
      gram[i * rank + j] = sum;
      gram[j * rank + i] = sum;
    }
  }
  return gram;
}

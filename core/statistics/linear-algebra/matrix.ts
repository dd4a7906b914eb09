/** A small dense matrix: `values[row * columns + column]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** The matrix of nested rows. Throws a RangeError where rows differ in length: a fault of the caller. */
export function matrixOf(nested: readonly (readonly number[])[]): Matrix {
  const columns = nested[0]?.length ?? 0;
  const values = new Float64Array(nested.length * columns);
  nested.forEach((row, i) => {
    if (row.length !== columns) throw new RangeError(`row ${i}: ${row.length} numbers, ${columns} expected`);
    values.set(row, i * columns);
  });
  return { rows: nested.length, columns, values };
}

/** The nested rows of a matrix. */
export function nestedRows({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)));
}

/** Copies of a matrix's rows. */
export function rowVectors({ rows, columns, values }: Matrix): Float64Array[] {
  return Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns));
}

/** Copies of a matrix's columns. */
export function columnVectors({ rows, columns, values }: Matrix): Float64Array[] {
  return Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => values[i * columns + j]!),
  );
}

/** The matrix whose columns are `vectors`, each of `rows` numbers. */
export function matrixOfColumns(vectors: readonly Float64Array[], rows: number): Matrix {
  const values = new Float64Array(rows * vectors.length);
  vectors.forEach((vector, j) => {
    for (let i = 0; i < rows; i++) values[i * vectors.length + j] = vector[i]!;
  });
  return { rows, columns: vectors.length, values };
}

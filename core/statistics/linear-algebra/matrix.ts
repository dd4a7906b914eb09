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

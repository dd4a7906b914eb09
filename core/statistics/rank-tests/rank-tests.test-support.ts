import { type Matrix, matrixOf } from "../linear-algebra/matrix.ts";

/** For tests: numbers as R and Python wrote them, with NA and infinities in words. */
export function numbers(list: readonly (number | string | null)[]): Float64Array {
  const words: Record<string, number> = {
    Inf: Number.POSITIVE_INFINITY,
    "-Inf": Number.NEGATIVE_INFINITY,
  };
  return Float64Array.from(list, (one) => (typeof one === "number" ? one : (words[one ?? ""] ?? Number.NaN)));
}

/** For tests: rows of different lengths, filled up with NaN. */
export function ragged(rows: readonly (readonly number[])[]): Matrix {
  const width = Math.max(...rows.map((row) => row.length));
  return matrixOf(rows.map((row) => [...row, ...Array<number>(width - row.length).fill(Number.NaN)]));
}

/** For tests: samples side by side, one pair a row, and which columns are of the first. */
export function sideBySide(pairs: readonly (readonly [Float64Array, Float64Array])[]) {
  const first = Math.max(...pairs.map(([x]) => x.length));
  const data = ragged(
    pairs.map(([x, y]) => [...x, ...Array<number>(first - x.length).fill(Number.NaN), ...y]),
  );
  const inFirst = Uint8Array.from({ length: data.columns }, (_, i) => (i < first ? 1 : 0));
  return { data, inFirst };
}

import type { Matrix } from "../linear-algebra/index.ts";

/** For each point its nearest, itself first, then by growing distance and of equal ones by index. */
export interface Neighbours {
  readonly indices: number[][];
  readonly distances: number[][];
}

/** The `count` nearest of each row of `points` by Euclidean distance, the row itself among them; all pairs are looked at. */
export function nearestNeighbours({ rows: n, columns, values }: Matrix, count: number): Neighbours {
  const indices: number[][] = [];
  const distances: number[][] = [];
  const squares = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) {
        const step = values[i * columns + k]! - values[j * columns + k]!;
        sum += step * step;
      }
      squares[j] = sum;
    }
    const nearest = leastOf(squares, count, i);
    indices.push(nearest);
    distances.push(nearest.map((j) => Math.sqrt(squares[j]!)));
  }
  return { indices, distances };
}

/** `own` and the indices of the least other numbers, ascending, by insertion into a short list. */
function leastOf(numbers: Float64Array, count: number, own: number): number[] {
  const least: number[] = [];
  for (let j = 0; j < numbers.length; j++) {
    if (j === own || (least.length === count - 1 && !(numbers[j]! < numbers[least.at(-1)!]!))) continue;
    let at = least.length;
    while (at > 0 && numbers[least[at - 1]!]! > numbers[j]!) at -= 1;
    least.splice(at, 0, j);
    if (least.length === count) least.pop();
  }
  return [own, ...least];
}

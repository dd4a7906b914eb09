/** The middle of the numbers, NaN left out; NaN of none. */
export function median(values: Float64Array): number {
  const sorted = (
    values.some(Number.isNaN) ? values.filter((value) => !Number.isNaN(value)) : values.slice()
  ).sort();
  const half = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Whether all the numbers are the same one. */
export function areEqual(values: Float64Array): boolean {
  const first = values[0];
  for (let i = 1; i < values.length; i++) if (values[i] !== first) return false;
  return true;
}

/** The R-7 quantile of ascending numbers. */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/** Indices of the `count` greatest numbers, greatest first and the first of equal ones before the others; NaN is none. */
export function greatest(values: Float64Array, count: number): number[] {
  const heap = new Int32Array(count);
  let filled = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    if (filled < count) {
      heap[filled++] = i;
      if (filled === count) for (let k = count >> 1; k >= 0; k--) siftDown(values, heap, filled, k);
    } else if (values[i]! > values[heap[0]!]!) {
      heap[0] = i;
      siftDown(values, heap, filled, 0);
    }
  }
  return [...heap.subarray(0, filled)].sort((i, j) => values[j]! - values[i]! || i - j);
}

/** Of equal numbers the last is the least. */
function siftDown(values: Float64Array, heap: Int32Array, size: number, start: number): void {
  let at = start;
  const one = heap[at]!;
  for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && isLess(values, heap[child + 1]!, heap[child]!)) child++;
    if (!isLess(values, heap[child]!, one)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = one;
}

function isLess(values: Float64Array, i: number, j: number): boolean {
  return values[i]! < values[j]! || (values[i] === values[j] && i > j);
}

/** Mean without the `trim` share of the numbers at either end. */
export function trimmedMean(values: Float64Array, trim: number): number {
  const cut = Math.floor(values.length * trim);
  const kept = values
    .slice()
    .sort()
    .subarray(cut, values.length - cut);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

/** Working space of `sortAscending`: for up to `size` values. */
export interface SortSpace {
  readonly sorted: Float64Array;
  readonly buckets: Uint32Array;
  readonly starts: Uint32Array;
}

/** Working space for up to `size` values. */
export function sortSpace(size: number): SortSpace {
  return {
    sorted: new Float64Array(size),
    buckets: new Uint32Array(size),
    starts: new Uint32Array(size + 1),
  };
}

const fewValues = 48;
const fewInBucket = 24;

/**
 * Sorts the first `n` of `values`, none of them NaN, in place. Values are dealt into n buckets of equal width, which
 * ascend as the values do, and crowded buckets are sorted by comparison: linear for spread data, never wrong.
 */
export function sortAscending(values: Float64Array, n: number, space: SortSpace): void {
  if (n <= fewValues) {
    insertInto(values, 0, n);
    return;
  }
  let least = values[0]!;
  let greatest = least;
  for (let i = 1; i < n; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    else if (value > greatest) greatest = value;
  }
  if (least === greatest) return;
  const scale = (n - 1) / (greatest - least);
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
    values.subarray(0, n).sort();
    return;
  }
  const { sorted, buckets, starts } = space;
  starts.fill(0, 0, n + 1);
  for (let i = 0; i < n; i++) {
    const bucket = ((values[i]! - least) * scale) >>> 0;
    buckets[i] = bucket;
    starts[bucket + 1]!++;
  }
  for (let k = 1; k <= n; k++) starts[k]! += starts[k - 1]!;
  for (let i = 0; i < n; i++) sorted[starts[buckets[i]!]!++] = values[i]!;
  let from = 0;
  for (let k = 0; k < n; k++) {
    const to = starts[k]!;
    if (to - from > fewInBucket) sorted.subarray(from, to).sort();
    else if (to - from > 1) insertInto(sorted, from, to);
    from = to;
  }
  values.set(sorted.subarray(0, n));
}

function insertInto(values: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const value = values[i]!;
    let k = i - 1;
    while (k >= from && values[k]! > value) {
      values[k + 1] = values[k]!;
      k -= 1;
    }
    values[k + 1] = value;
  }
}

/** For tests: the middle of the sorted values. */
export function median(values: Float64Array): number {
  return values.slice().sort()[Math.floor(values.length / 2)]!;
}

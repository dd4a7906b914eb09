type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A typed array that grows as numbers are pushed. */
export interface Growing<A extends Numbers> {
  push(value: number): void;
  /** What was pushed, without a copy. */
  all(): A;
}

export function growing<A extends Numbers>(kind: new (length: number) => A): Growing<A> {
  let array = new kind(256);
  let size = 0;
  return {
    push(value) {
      if (size === array.length) {
        const more = new kind(size * 2);
        more.set(array);
        array = more;
      }
      array[size++] = value;
    },
    all: () => array.subarray(0, size) as A,
  };
}

/**
 * The loops over one block of events, on addresses in the kernel's own memory. A column is float32, 16-byte aligned, with
 * room for a multiple of 16 events; a mask holds 255 inside and 0 outside; a list holds places in the block as uint16.
 */
export interface KernelOperations {
  /** Four adjacent float32 fields to columns; reads whole groups of four events. */
  transpose(
    source: number,
    stride: number,
    first: number,
    second: number,
    third: number,
    fourth: number,
    n: number,
    big: number,
  ): void;
  float32(source: number, stride: number, target: number, n: number, big: number): void;
  float64(source: number, stride: number, target: number, n: number, big: number, factor: number): void;
  uint(
    source: number,
    stride: number,
    target: number,
    n: number,
    big: number,
    bytes: number,
    mask: number,
    factor: number,
  ): void;
  uintTable(
    source: number,
    stride: number,
    target: number,
    n: number,
    big: number,
    bytes: number,
    mask: number,
    table: number,
  ): void;
  multiply(column: number, n: number, factor: number): void;
  compensate(
    list: number,
    k: number,
    matrix: number,
    first: number,
    second: number,
    third: number,
    fourth: number,
    n: number,
  ): void;
  finite(list: number, k: number, mask: number, n: number): number;
  scale(
    source: number,
    table: number,
    low: number,
    high: number,
    half: number,
    target: number,
    n: number,
  ): void;
  bins(source: number, target: number, n: number, from: number, factor: number, last: number): void;
  range(column: number, from: number, to: number, mask: number, n: number): void;
  polygon(xs: number, ys: number, edges: number, k: number, mask: number, n: number): void;
  ellipsoid(list: number, k: number, numbers: number, mask: number, n: number): void;
  combine(mask: number, other: number, how: number, n: number): void;
  places(mask: number, n: number, order: number, target: number): number;
  histogram(list: number, m: number, xs: number, ys: number, width: number, counts: number): void;
  spectrum(list: number, m: number, column: number, counts: number, sums: number, ends: number): void;
  refine(
    list: number,
    m: number,
    column: number,
    rows: number,
    finer: number,
    second: number,
    counts: number,
  ): void;
}

export type KernelKind = "wasm" | "reference";

export interface EventKernel {
  readonly kind: KernelKind;
  readonly operations: KernelOperations;
  /** The memory, at least so many bytes long; earlier views of it may be detached. */
  reserve(bytes: number): ArrayBuffer;
}

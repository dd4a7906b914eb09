import type { Views } from "./reference.ts";

export function histogram(
  { u16, u32 }: Views,
  list: number,
  m: number,
  xs: number,
  ys: number,
  width: number,
  counts: number,
): void {
  const x = xs >>> 1;
  const y = ys >>> 1;
  const cells = counts >>> 2;
  for (let j = list >>> 1; j < (list >>> 1) + m; j++) {
    const i = u16[j]!;
    u32[cells + u16[y + i]! * width + u16[x + i]!]!++;
  }
}

export function spectrum(
  { f32, f64, u16, u32 }: Views,
  list: number,
  m: number,
  column: number,
  counts: number,
  sums: number,
  ends: number,
): void {
  const from = column >>> 2;
  const extremes = ends >>> 2;
  let least = f32[extremes]!;
  let greatest = f32[extremes + 1]!;
  for (let j = list >>> 1; j < (list >>> 1) + m; j++) {
    const i = from + u16[j]!;
    const x = f32[i]!;
    const bits = u32[i]!;
    u32[(counts >>> 2) + (bits >>> 18)]!++;
    f64[(sums >>> 3) + (bits >>> 23)]! += x;
    if (x < least) least = x;
    if (x > greatest) greatest = x;
  }
  f32[extremes] = least;
  f32[extremes + 1] = greatest;
}

export function refine(
  { u16, u32 }: Views,
  list: number,
  m: number,
  column: number,
  rows: number,
  finer: number,
  second: number,
  counts: number,
): void {
  const from = column >>> 2;
  for (let j = list >>> 1; j < (list >>> 1) + m; j++) {
    const bits = u32[from + u16[j]!]!;
    const row = u16[(rows >>> 1) + (bits >>> 18)]!;
    const part = (bits >>> 9) & 511;
    if (second === 0) u32[(counts >>> 2) + 512 * row + part]!++;
    else u32[(counts >>> 2) + 512 * u16[(finer >>> 1) + 512 * row + part]! + (bits & 511)]!++;
  }
}

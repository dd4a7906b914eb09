import type { Views } from "./reference.ts";

const round = Math.fround;

export function compensate(
  views: Views,
  list: number,
  k: number,
  matrix: number,
  first: number,
  second: number,
  third: number,
  fourth: number,
  n: number,
): void {
  compensateOne(views, list, k, matrix, first, n);
  compensateOne(views, list, k, matrix + 4, second, n);
  compensateOne(views, list, k, matrix + 8, third, n);
  compensateOne(views, list, k, matrix + 12, fourth, n);
}

function compensateOne(
  { f32, u32 }: Views,
  list: number,
  k: number,
  matrix: number,
  target: number,
  n: number,
): void {
  const to = target >>> 2;
  for (let i = 0; i < k; i++) {
    const from = u32[(list >>> 2) + i]! >>> 2;
    const m = f32[(matrix >>> 2) + 4 * i]!;
    if (i === 0) for (let e = 0; e < n; e++) f32[to + e] = f32[from + e]! * m;
    else for (let e = 0; e < n; e++) f32[to + e] = round(f32[to + e]! + round(f32[from + e]! * m));
  }
}

export function finite({ u8, u32 }: Views, list: number, k: number, mask: number, n: number): number {
  u8.fill(255, mask, mask + n);
  u8.fill(0, mask + n, mask + ((n + 15) & ~15));
  for (let c = 0; c < k; c++) {
    const from = u32[(list >>> 2) + c]! >>> 2;
    for (let i = 0; i < n; i++) if ((u32[from + i]! & 0x7f800000) === 0x7f800000) u8[mask + i] = 0;
  }
  let usable = 0;
  for (let i = 0; i < n; i++) usable += u8[mask + i]! & 1;
  return usable;
}

export function scale(
  { f32, u32 }: Views,
  source: number,
  table: number,
  low: number,
  high: number,
  half: number,
  target: number,
  n: number,
): void {
  const from = source >>> 2;
  const to = target >>> 2;
  const pieces = table >>> 2;
  for (let i = 0; i < n; i++) {
    const bits = u32[from + i]!;
    const magnitude = Math.min(Math.max(bits & 0x7fffffff, low), high) - low;
    const piece = pieces + 2 * ((magnitude >>> 15) + (bits >>> 31) * half);
    f32[to + i] = round(f32[piece]! + round(f32[piece + 1]! * f32[from + i]!));
  }
}

export function bins(
  { f32, u16 }: Views,
  source: number,
  target: number,
  n: number,
  from: number,
  factor: number,
  last: number,
): void {
  const start = source >>> 2;
  const to = target >>> 1;
  const least = round(from);
  const f = round(factor);
  for (let i = 0; i < n; i++) {
    const place = round(round(round(f32[start + i]! - least) * f) + 1);
    u16[to + i] = Math.min(Math.max(place, 0), last);
  }
}

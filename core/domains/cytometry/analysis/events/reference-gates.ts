import type { Views } from "./reference.ts";

export function range(
  { f32, u8 }: Views,
  column: number,
  from: number,
  to: number,
  mask: number,
  n: number,
): void {
  const start = column >>> 2;
  for (let i = 0; i < n; i++) {
    const x = f32[start + i]!;
    if (!(x >= from && x < to)) u8[mask + i] = 0;
  }
}

export function polygon(
  { f32, f64, u8 }: Views,
  xs: number,
  ys: number,
  edges: number,
  k: number,
  mask: number,
  n: number,
): void {
  for (let i = 0; i < n; i++)
    if (u8[mask + i] !== 0 && !insidePolygon(f64, edges >>> 3, k, f32[(xs >>> 2) + i]!, f32[(ys >>> 2) + i]!))
      u8[mask + i] = 0;
}

function insidePolygon(f64: Float64Array, edges: number, k: number, x: number, y: number): boolean {
  let inside = false;
  for (let edge = edges; edge < edges + 4 * k; edge += 4) {
    const x0 = f64[edge]!;
    const y0 = f64[edge + 1]!;
    const x1 = f64[edge + 2]!;
    const y1 = f64[edge + 3]!;
    const cross = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0);
    if (cross === 0 && !((x - x0) * (x - x1) > 0 || (y - y0) * (y - y1) > 0)) return true;
    if (y0 > y !== y1 > y && cross > 0 !== y0 > y) inside = !inside;
  }
  return inside;
}

export function ellipsoid(
  { f32, f64, u8, u32 }: Views,
  list: number,
  k: number,
  numbers: number,
  mask: number,
  n: number,
): void {
  const mean = numbers >>> 3;
  const lower = mean + k;
  const limit = f64[lower + k * k]!;
  const solved = lower + k * k + 1;
  const columns = Array.from(u32.subarray(list >>> 2, (list >>> 2) + k), (address) => address >>> 2);
  for (let i = 0; i < n; i++) {
    if (u8[mask + i] === 0) continue;
    let square = 0;
    for (let r = 0; r < k; r++) {
      let rest = f32[columns[r]! + i]! - f64[mean + r]!;
      for (let c = 0; c < r; c++) rest -= f64[lower + r * k + c]! * f64[solved + c]!;
      rest /= f64[lower + r * k + r]!;
      f64[solved + r] = rest;
      square += rest * rest;
    }
    if (!(square <= limit)) u8[mask + i] = 0;
  }
}

export function combine({ u8 }: Views, mask: number, other: number, how: number, n: number): void {
  const flip = how & 2 ? 255 : 0;
  const end = (n + 15) & ~15;
  if (how & 1) for (let i = 0; i < end; i++) u8[mask + i] = u8[mask + i]! | (u8[other + i]! ^ flip);
  else for (let i = 0; i < end; i++) u8[mask + i] = u8[mask + i]! & (u8[other + i]! ^ flip);
}

export function places({ u8, u16 }: Views, mask: number, n: number, target: number): number {
  const to = target >>> 1;
  let m = 0;
  for (let i = 0; i < n; i++) {
    u16[to + m] = i;
    m += u8[mask + i]! & 1;
  }
  return m;
}

import type { Views } from "./reference.ts";

export function transpose(
  views: Views,
  source: number,
  stride: number,
  first: number,
  second: number,
  third: number,
  fourth: number,
  n: number,
  big: number,
): void {
  float32(views, source, stride, first, n, big);
  float32(views, source + 4, stride, second, n, big);
  float32(views, source + 8, stride, third, n, big);
  float32(views, source + 12, stride, fourth, n, big);
}

export function float32(
  { bytes, u32 }: Views,
  source: number,
  stride: number,
  target: number,
  n: number,
  big: number,
): void {
  const to = target >>> 2;
  const little = big === 0;
  for (let i = 0; i < n; i++) u32[to + i] = bytes.getUint32(source + i * stride, little);
}

export function float64(
  { bytes, f32 }: Views,
  source: number,
  stride: number,
  target: number,
  n: number,
  big: number,
  factor: number,
): void {
  const to = target >>> 2;
  const little = big === 0;
  for (let i = 0; i < n; i++) f32[to + i] = bytes.getFloat64(source + i * stride, little) * factor;
}

function unsigned(bytes: DataView, at: number, size: number, little: boolean): number {
  if (size === 1) return bytes.getUint8(at);
  if (size === 2) return bytes.getUint16(at, little);
  if (size === 4) return bytes.getUint32(at, little);
  return little
    ? bytes.getUint16(at, true) + 65536 * bytes.getUint8(at + 2)
    : 256 * bytes.getUint16(at) + bytes.getUint8(at + 2);
}

export function uint(
  { bytes, f32 }: Views,
  source: number,
  stride: number,
  target: number,
  n: number,
  big: number,
  size: number,
  mask: number,
  factor: number,
): void {
  const to = target >>> 2;
  const little = big === 0;
  for (let i = 0; i < n; i++)
    f32[to + i] = ((unsigned(bytes, source + i * stride, size, little) & mask) >>> 0) * factor;
}

export function uintTable(
  { bytes, u32 }: Views,
  source: number,
  stride: number,
  target: number,
  n: number,
  big: number,
  size: number,
  mask: number,
  table: number,
): void {
  const to = target >>> 2;
  const from = table >>> 2;
  const little = big === 0;
  for (let i = 0; i < n; i++)
    u32[to + i] = u32[from + ((unsigned(bytes, source + i * stride, size, little) & mask) >>> 0)]!;
}

export function multiply({ f32 }: Views, column: number, n: number, factor: number): void {
  const to = column >>> 2;
  for (let i = to; i < to + n; i++) f32[i] = f32[i]! * factor;
}

// One column of float32 for each field: `source` is the field's first byte in the first event, `stride` bytes per event.

export function transpose(
  source: usize, stride: usize, first: usize, second: usize, third: usize, fourth: usize, n: i32, big: i32,
): void {
  for (let i = 0; i < n; i += 4) {
    const at = source + <usize>i * stride;
    let r0 = v128.load(at);
    let r1 = v128.load(at + stride);
    let r2 = v128.load(at + 2 * stride);
    let r3 = v128.load(at + 3 * stride);
    if (big) {
      r0 = i8x16.shuffle(r0, r0, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
      r1 = i8x16.shuffle(r1, r1, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
      r2 = i8x16.shuffle(r2, r2, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
      r3 = i8x16.shuffle(r3, r3, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
    }
    const a = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
    const b = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
    const c = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
    const d = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
    const to = <usize>i << 2;
    v128.store(first + to, v128.shuffle<i64>(a, c, 0, 2));
    v128.store(second + to, v128.shuffle<i64>(a, c, 1, 3));
    v128.store(third + to, v128.shuffle<i64>(b, d, 0, 2));
    v128.store(fourth + to, v128.shuffle<i64>(b, d, 1, 3));
  }
}

export function float32(source: usize, stride: usize, target: usize, n: i32, big: i32): void {
  for (let i = 0; i < n; i++) {
    const bits = load<u32>(source + <usize>i * stride);
    store<u32>(target + (<usize>i << 2), big ? bswap<u32>(bits) : bits);
  }
}

export function float64(source: usize, stride: usize, target: usize, n: i32, big: i32, factor: f64): void {
  for (let i = 0; i < n; i++) {
    const bits = load<u64>(source + <usize>i * stride);
    const value = reinterpret<f64>(big ? bswap<u64>(bits) : bits);
    store<f32>(target + (<usize>i << 2), <f32>(value * factor));
  }
}

// @ts-ignore: decorator
@inline
function unsigned(at: usize, bytes: i32, big: i32): u32 {
  if (bytes == 1) return load<u8>(at);
  if (bytes == 2) return big ? bswap<u16>(load<u16>(at)) : load<u16>(at);
  if (bytes == 4) return big ? bswap<u32>(load<u32>(at)) : load<u32>(at);
  const low = <u32>load<u16>(at);
  const third = <u32>load<u8>(at + 2);
  return big ? (bswap<u16>(<u16>low) as u32) << 8 | third : third << 16 | low;
}

export function uint(
  source: usize, stride: usize, target: usize, n: i32, big: i32, bytes: i32, mask: u32, factor: f64,
): void {
  for (let i = 0; i < n; i++) {
    const value = unsigned(source + <usize>i * stride, bytes, big) & mask;
    store<f32>(target + (<usize>i << 2), <f32>(<f64>value * factor));
  }
}

export function uintTable(
  source: usize, stride: usize, target: usize, n: i32, big: i32, bytes: i32, mask: u32, table: usize,
): void {
  for (let i = 0; i < n; i++) {
    const value = unsigned(source + <usize>i * stride, bytes, big) & mask;
    store<u32>(target + (<usize>i << 2), load<u32>(table + (<usize>value << 2)));
  }
}

export function multiply(column: usize, n: i32, factor: f64): void {
  for (let i = 0; i < n; i++) {
    const at = column + (<usize>i << 2);
    store<f32>(at, <f32>(<f64>load<f32>(at) * factor));
  }
}

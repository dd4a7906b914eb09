// Columns are float32, 16-byte aligned, with room for a multiple of 16 events; `list` holds addresses of columns.

/** Writes four columns: output j of event e is the sum over the k inputs, in their order, of input times matrix[input][j]. */
export function compensate(
  list: usize, k: i32, matrix: usize, first: usize, second: usize, third: usize, fourth: usize, n: i32,
): void {
  const bytes = <usize>n << 2;
  for (let e: usize = 0; e < bytes; e += 32) {
    let at = <usize>load<u32>(list) + e;
    let x = v128.load(at);
    let y = v128.load(at, 16);
    let m = v128.load32_splat(matrix);
    let a0 = f32x4.mul(x, m);
    let a1 = f32x4.mul(y, m);
    m = v128.load32_splat(matrix, 4);
    let b0 = f32x4.mul(x, m);
    let b1 = f32x4.mul(y, m);
    m = v128.load32_splat(matrix, 8);
    let c0 = f32x4.mul(x, m);
    let c1 = f32x4.mul(y, m);
    m = v128.load32_splat(matrix, 12);
    let d0 = f32x4.mul(x, m);
    let d1 = f32x4.mul(y, m);
    for (let i = 1; i < k; i++) {
      at = <usize>load<u32>(list + (<usize>i << 2)) + e;
      const row = matrix + (<usize>i << 4);
      x = v128.load(at);
      y = v128.load(at, 16);
      m = v128.load32_splat(row);
      a0 = f32x4.add(a0, f32x4.mul(x, m));
      a1 = f32x4.add(a1, f32x4.mul(y, m));
      m = v128.load32_splat(row, 4);
      b0 = f32x4.add(b0, f32x4.mul(x, m));
      b1 = f32x4.add(b1, f32x4.mul(y, m));
      m = v128.load32_splat(row, 8);
      c0 = f32x4.add(c0, f32x4.mul(x, m));
      c1 = f32x4.add(c1, f32x4.mul(y, m));
      m = v128.load32_splat(row, 12);
      d0 = f32x4.add(d0, f32x4.mul(x, m));
      d1 = f32x4.add(d1, f32x4.mul(y, m));
    }
    v128.store(first + e, a0);
    v128.store(first + e, a1, 16);
    v128.store(second + e, b0);
    v128.store(second + e, b1, 16);
    v128.store(third + e, c0);
    v128.store(third + e, c1, 16);
    v128.store(fourth + e, d0);
    v128.store(fourth + e, d1, 16);
  }
}

/** Marks with 255 the events whose k columns are all finite, with 0 the others and those past n; returns how many. */
export function finite(list: usize, k: i32, mask: usize, n: i32): i32 {
  const exponent = i32x4.splat(0x7f800000);
  const bytes = <usize>n << 2;
  let worst = i32x4.splat(0);
  for (let c = 0; c < k; c++) {
    const column = <usize>load<u32>(list + (<usize>c << 2));
    let e: usize = 0;
    for (; e + 16 <= bytes; e += 16) worst = i32x4.max_s(worst, v128.and(v128.load(column + e), exponent));
    for (; e < bytes; e += 4) worst = i32x4.max_s(worst, v128.and(v128.load32_splat(column + e), exponent));
  }
  if (!v128.any_true(i32x4.eq(worst, exponent))) {
    memory.fill(mask, 255, n);
    memory.fill(mask + <usize>n, 0, <usize>((16 - (n & 15)) & 15));
    return n;
  }
  let usable = 0;
  for (let i = 0; i < n; i++) {
    let bad: u32 = 0;
    for (let c = 0; c < k; c++) {
      const bits = load<u32>(<usize>load<u32>(list + (<usize>c << 2)) + (<usize>i << 2));
      bad |= <u32>((bits & 0x7f800000) == 0x7f800000);
    }
    store<u8>(mask + <usize>i, bad ? 0 : 255);
    usable += 1 - <i32>bad;
  }
  memory.fill(mask + <usize>n, 0, <usize>((16 - (n & 15)) & 15));
  return usable;
}

/** a + b x with (a, b) found by the upper 17 bits of x, as `scaleTable` lays them out. */
export function scale(source: usize, table: usize, low: i32, high: i32, half: i32, target: usize, n: i32): void {
  const bytes = <usize>n << 2;
  const magnitude = i32x4.splat(0x7fffffff);
  const lows = i32x4.splat(low);
  const highs = i32x4.splat(high);
  const halves = i32x4.splat(half << 3);
  const even = i32x4.splat(0x7ffffff8);
  for (let e: usize = 0; e < bytes; e += 16) {
    const x = v128.load(source + e);
    const m = i32x4.sub(i32x4.min_s(i32x4.max_s(v128.and(x, magnitude), lows), highs), lows);
    const index = i32x4.add(v128.and(i32x4.shr_u(m, 12), even), v128.and(i32x4.shr_s(x, 31), halves));
    let p = v128.load64_zero(table + <usize>i32x4.extract_lane(index, 0));
    let q = v128.load64_zero(table + <usize>i32x4.extract_lane(index, 2));
    p = v128.load64_lane(table + <usize>i32x4.extract_lane(index, 1), p, 1);
    q = v128.load64_lane(table + <usize>i32x4.extract_lane(index, 3), q, 1);
    const a = v128.shuffle<i32>(p, q, 0, 2, 4, 6);
    const b = v128.shuffle<i32>(p, q, 1, 3, 5, 7);
    v128.store(target + e, f32x4.add(a, f32x4.mul(b, x)));
  }
}

/** Places 0 ... last on an axis as uint16: 1 + (x - from) factor, cut off; by the bits of 2^23 + place. */
export function bins(source: usize, target: usize, n: i32, from: f32, factor: f32, last: f32): void {
  const zero = f32x4.splat(0);
  const factors = f32x4.splat(factor);
  const froms = f32x4.splat(from);
  const one = f32x4.splat(1);
  const lasts = f32x4.splat(last);
  const units = f32x4.splat(8388608);
  const low = i32x4.splat(0xffff);
  for (let i = 0; i < n; i += 8) {
    const at = source + (<usize>i << 2);
    let p = f32x4.add(f32x4.mul(f32x4.sub(v128.load(at), froms), factors), one);
    let q = f32x4.add(f32x4.mul(f32x4.sub(v128.load(at, 16), froms), factors), one);
    p = f32x4.add(f32x4.floor(f32x4.pmin(f32x4.pmax(p, zero), lasts)), units);
    q = f32x4.add(f32x4.floor(f32x4.pmin(f32x4.pmax(q, zero), lasts)), units);
    v128.store(target + (<usize>i << 1), i16x8.narrow_i32x4_u(v128.and(p, low), v128.and(q, low)));
  }
}

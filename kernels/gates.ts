// Masks hold 255 for an event inside and 0 for one outside, with room for a multiple of 16 events.

/** Keeps in the mask the events with from <= value < to. */
export function range(column: usize, from: f32, to: f32, mask: usize, n: i32): void {
  const low = f32x4.splat(from);
  const high = f32x4.splat(to);
  for (let i = 0; i < n; i += 16) {
    const at = column + (<usize>i << 2);
    let x = v128.load(at);
    const a = v128.and(f32x4.ge(x, low), f32x4.lt(x, high));
    x = v128.load(at, 16);
    const b = v128.and(f32x4.ge(x, low), f32x4.lt(x, high));
    x = v128.load(at, 32);
    const c = v128.and(f32x4.ge(x, low), f32x4.lt(x, high));
    x = v128.load(at, 48);
    const d = v128.and(f32x4.ge(x, low), f32x4.lt(x, high));
    const inside = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
    v128.store(mask + <usize>i, v128.and(v128.load(mask + <usize>i), inside));
  }
}

/** Whether a point lies on one of k edges of x0, y0, x1, y1. */
function onEdge(x: f64, y: f64, edges: usize, k: i32): bool {
  for (let edge = edges, end = edges + (<usize>k << 5); edge < end; edge += 32) {
    const x0 = load<f64>(edge);
    const y0 = load<f64>(edge, 8);
    const x1 = load<f64>(edge, 16);
    const y1 = load<f64>(edge, 24);
    const cross = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0);
    if (cross == 0 && !((x - x0) * (x - x1) > 0) && !((y - y0) * (y - y1) > 0)) return true;
  }
  return false;
}

/** Keeps in the mask the events in the polygon or on its boundary: k edges of x0, y0, x1, y1 in float64. */
export function polygon(xs: usize, ys: usize, edges: usize, k: i32, mask: usize, n: i32): void {
  const zero = f64x2.splat(0);
  for (let i = 0; i < n; i += 2) {
    const some = load<u16>(mask + <usize>i);
    if (some == 0) continue;
    const x = f64x2.promote_low_f32x4(v128.load64_zero(xs + (<usize>i << 2)));
    const y = f64x2.promote_low_f32x4(v128.load64_zero(ys + (<usize>i << 2)));
    let odd = i64x2.splat(0);
    let touched = i64x2.splat(0);
    for (let edge = edges, end = edges + (<usize>k << 5); edge < end; edge += 32) {
      const x0 = v128.load64_splat(edge);
      const y0 = v128.load64_splat(edge, 8);
      const x1 = v128.load64_splat(edge, 16);
      const y1 = v128.load64_splat(edge, 24);
      const above = f64x2.gt(y0, y);
      const crosses = v128.xor(above, f64x2.gt(y1, y));
      const cross = f64x2.sub(
        f64x2.mul(f64x2.sub(x1, x0), f64x2.sub(y, y0)),
        f64x2.mul(f64x2.sub(x, x0), f64x2.sub(y1, y0)),
      );
      odd = v128.xor(odd, v128.and(crosses, v128.xor(f64x2.gt(cross, zero), above)));
      touched = v128.or(touched, f64x2.eq(cross, zero));
    }
    let two = <u16>((i64x2.extract_lane(odd, 0) & 0xff) | (i64x2.extract_lane(odd, 1) & 0xff00));
    if (v128.any_true(touched)) {
      if (onEdge(f64x2.extract_lane(x, 0), f64x2.extract_lane(y, 0), edges, k)) two |= 0xff;
      if (onEdge(f64x2.extract_lane(x, 1), f64x2.extract_lane(y, 1), edges, k)) two |= 0xff00;
    }
    store<u16>(mask + <usize>i, some & two);
  }
}

/**
 * Keeps in the mask the events with |L^-1 (x - mean)|^2 <= limit, L lower triangular; float64: k means, L row by row as
 * k x k, the limit, room for k.
 */
export function ellipsoid(list: usize, k: i32, numbers: usize, mask: usize, n: i32): void {
  const lower = numbers + (<usize>k << 3);
  const limit = lower + (<usize>(k * k) << 3);
  const solved = limit + 8;
  for (let i = 0; i < n; i++) {
    if (load<u8>(mask + <usize>i) == 0) continue;
    let square: f64 = 0;
    for (let r = 0; r < k; r++) {
      const x = <f64>load<f32>(<usize>load<u32>(list + (<usize>r << 2)) + (<usize>i << 2));
      let rest = x - load<f64>(numbers + (<usize>r << 3));
      const row = lower + (<usize>(r * k) << 3);
      for (let c = 0; c < r; c++) rest -= load<f64>(row + (<usize>c << 3)) * load<f64>(solved + (<usize>c << 3));
      rest /= load<f64>(row + (<usize>r << 3));
      store<f64>(solved + (<usize>r << 3), rest);
      square += rest * rest;
    }
    if (!(square <= load<f64>(limit))) store<u8>(mask + <usize>i, 0);
  }
}

/** mask = mask and other (how 0), mask or other (1), mask and not other (2), mask or not other (3). */
export function combine(mask: usize, other: usize, how: i32, n: i32): void {
  const flip = i8x16.splat(how & 2 ? -1 : 0);
  for (let i = 0; i < n; i += 16) {
    const a = v128.load(mask + <usize>i);
    const b = v128.xor(v128.load(other + <usize>i), flip);
    v128.store(mask + <usize>i, how & 1 ? v128.or(a, b) : v128.and(a, b));
  }
}

/** Writes the places of the events inside as uint16, ascending; returns how many. `order`: 256 rows of 16 bytes. */
export function places(mask: usize, n: i32, order: usize, target: usize): i32 {
  let to = target;
  const first = i16x8(0, 1, 2, 3, 4, 5, 6, 7);
  for (let i = 0; i < n; i += 16) {
    const set = i8x16.bitmask(v128.load(mask + <usize>i));
    const low = set & 255;
    const high = set >> 8;
    const here = i16x8.add(first, i16x8.splat(<i16>i));
    v128.store(to, i8x16.swizzle(here, v128.load(order + (<usize>low << 4))));
    to += <usize>(popcnt<i32>(low) << 1);
    const there = i16x8.add(here, i16x8.splat(8));
    v128.store(to, i8x16.swizzle(there, v128.load(order + (<usize>high << 4))));
    to += <usize>(popcnt<i32>(high) << 1);
  }
  return <i32>((to - target) >> 1);
}

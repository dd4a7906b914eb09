// `list` holds the places in the block, as uint16, of the m events to count.

export function histogram(list: usize, m: i32, xs: usize, ys: usize, width: u32, counts: usize): void {
  for (let j = list, end = list + (<usize>m << 1); j < end; j += 2) {
    const i = <usize>load<u16>(j) << 1;
    const cell = <u32>load<u16>(ys + i) * width + <u32>load<u16>(xs + i);
    const at = counts + (<usize>cell << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
}

/** Counts by the upper 14 bits, sums by sign and exponent (exact: one grid per octave), least and greatest value. */
export function spectrum(list: usize, m: i32, column: usize, counts: usize, sums: usize, ends: usize): void {
  let least = load<f32>(ends);
  let greatest = load<f32>(ends, 4);
  for (let j = list, end = list + (<usize>m << 1); j < end; j += 2) {
    const x = load<f32>(column + (<usize>load<u16>(j) << 2));
    const bits = reinterpret<u32>(x);
    const at = counts + (<usize>(bits >> 18) << 2);
    store<u32>(at, load<u32>(at) + 1);
    const octave = sums + (<usize>(bits >> 23) << 3);
    store<f64>(octave, load<f64>(octave) + <f64>x);
    if (x < least) least = x;
    if (x > greatest) greatest = x;
  }
  store<f32>(ends, least);
  store<f32>(ends, greatest, 4);
}

/** Counts by the 9 bits after the upper 14, or (second: 1) by the last 9, in the row that the maps give; row 0 is waste. */
export function refine(list: usize, m: i32, column: usize, rows: usize, finer: usize, second: i32, counts: usize): void {
  for (let j = list, end = list + (<usize>m << 1); j < end; j += 2) {
    const bits = load<u32>(column + (<usize>load<u16>(j) << 2));
    let row = <u32>load<u16>(rows + (<usize>(bits >> 18) << 1));
    let part = (bits >> 9) & 511;
    if (second) {
      row = <u32>load<u16>(finer + (<usize>((row << 9) + part) << 1));
      part = bits & 511;
    }
    const at = counts + (<usize>((row << 9) + part) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
}

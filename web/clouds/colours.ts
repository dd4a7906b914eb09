/** Viridis by Nathaniel Smith and Stefan van der Walt (CC0), nine of its colours. */
const stops = [
  [68, 1, 84],
  [71, 44, 122],
  [59, 81, 139],
  [44, 113, 142],
  [33, 144, 141],
  [39, 173, 129],
  [92, 200, 99],
  [170, 220, 50],
  [253, 231, 37],
] as const;

const size = 256;

/** Colours from few to many, as bytes of red, green and blue. */
export const viridis: Uint8Array = Uint8Array.from({ length: size * 3 }, (_, index) => {
  const at = (Math.floor(index / 3) / (size - 1)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(at));
  const channel = (index % 3) as 0 | 1 | 2;
  return Math.round(
    stops[below]![channel] + (at - below) * (stops[below + 1]![channel] - stops[below]![channel]),
  );
});

/** Where no place holds many points, few are still told from many. */
const leastScale = 8;

/** The place in the colours of a count among those up to `greatest`, by its logarithm. */
export function colourIndex(count: number, greatest: number): number {
  return Math.min(
    size - 1,
    Math.round((Math.log1p(count) / Math.log1p(Math.max(leastScale, greatest))) * (size - 1)),
  );
}

/** The greatest of counts; 0 where there are none. */
export function greatestOf(counts: Uint32Array): number {
  let greatest = 0;
  for (const count of counts) if (count > greatest) greatest = count;
  return greatest;
}

/** Counts from the lower left as pixels from the upper left; nothing where there is no point. */
export function pixelsOf(counts: Uint32Array, bins: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(bins * bins * 4);
  const greatest = greatestOf(counts);
  for (let row = 0; row < bins; row++) {
    let pixel = (bins - 1 - row) * bins * 4;
    for (let place = row * bins; place < (row + 1) * bins; place++, pixel += 4) {
      const count = counts[place]!;
      if (count === 0) continue;
      const colour = 3 * colourIndex(count, greatest);
      pixels[pixel] = viridis[colour]!;
      pixels[pixel + 1] = viridis[colour + 1]!;
      pixels[pixel + 2] = viridis[colour + 2]!;
      pixels[pixel + 3] = 255;
    }
  }
  return pixels;
}

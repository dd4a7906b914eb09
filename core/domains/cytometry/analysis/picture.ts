import { portable } from "../../../kernel/index.ts";
import type { FcsChannel } from "../measurement.ts";
import { type Histogram2dRequest, scaleTable, type Spectrum as TalliedSpectrum } from "./events/index.ts";
import { onGrid, upperMagnitudeOfNegatives } from "./spectra.ts";
import type { DensitySummary } from "./summary.ts";

const bins = 32;
export const leastCofactor = 10;

/** One axis of a picture: linear below about `cofactor` and logarithmic above, 1 at asinh(limit / cofactor) = `whole`. */
export interface PictureAxis {
  readonly channel: number;
  readonly cofactor: number;
  readonly whole: number;
  readonly range: readonly [number, number];
}

/** How the events of two channels are binned for a picture. */
export interface Picture {
  readonly axes: readonly [PictureAxis, PictureAxis];
  readonly request: Omit<Histogram2dRequest, "gate">;
}

/** A picture of two channels from the least to the greatest value, but for strays far below 0; null where they hold no finite range. */
export function pictureOf(
  channels: readonly FcsChannel[],
  pictured: readonly [number, number],
  spectra: ReadonlyMap<number, TalliedSpectrum>,
): Picture | null {
  const [x, y] = pictured.map((channel) => axisOf(channel, channels[channel]!.range, spectra.get(channel)!));
  if (!x || !y || !Number.isFinite(x.whole + y.whole)) return null;
  const scaled = ({ channel, cofactor, whole }: PictureAxis) => ({
    channel,
    compensated: true,
    scale: scaleTable((value) => portable.asinh(value / cofactor) / whole, -1, 1),
  });
  const request = { bins, x: scaled(x), y: scaled(y), xRange: x.range, yRange: y.range };
  return { axes: [x, y], request };
}

/** The axis from the least to the greatest value of a channel, but for strays far below 0; `top` is the end of the detector's range. */
export function axisOf(channel: number, top: number, spectrum: TalliedSpectrum): PictureAxis {
  const { least, greatest } = spectrum;
  const cofactor = Math.max(leastCofactor, upperMagnitudeOfNegatives(onGrid(spectrum)));
  const whole = portable.asinh(Math.max(greatest, -least, top, 1) / cofactor);
  const from = portable.asinh(Math.max(least, -10 * cofactor) / cofactor) / whole;
  const to = portable.asinh(greatest / cofactor) / whole;
  return { channel, cofactor, whole, range: to > from ? [from, to + 1e-6] : [from - 0.01, from + 0.01] };
}

/** The counts of a picture with the edges of its bins in linear units. */
export function densityOf(
  channels: readonly FcsChannel[],
  { axes: [x, y] }: Picture,
  counts: Uint32Array,
): DensitySummary {
  const edges = ({ range: [from, to], cofactor, whole }: PictureAxis) =>
    Array.from({ length: bins + 1 }, (_, i) =>
      Number((cofactor * portable.sinh((from + ((to - from) * i) / bins) * whole)).toPrecision(4)),
    );
  const cells = [...counts].flatMap((count, place): (readonly [number, number])[] =>
    count > 0 ? [[place, count]] : [],
  );
  return {
    x: channels[x.channel]!.name,
    y: channels[y.channel]!.name,
    bins,
    cofactors: [x.cofactor, y.cofactor],
    xEdges: edges(x),
    yEdges: edges(y),
    cells,
  };
}

import type { FcsChannel } from "../measurement.ts";
import { type Histogram2dRequest, scaleTable, type Spectrum as TalliedSpectrum } from "./events/index.ts";
import type { DensitySummary } from "./summary.ts";

const bins = 32;
/** The axes are linear below about this and logarithmic above. */
const cofactor = 10;

/** How the events of two channels are binned for a picture. */
export interface Picture {
  readonly channels: readonly [number, number];
  /** Place 1 on both axes, in units of asinh. */
  readonly whole: number;
  readonly request: Omit<Histogram2dRequest, "gate">;
}

/** A picture of two channels from the least to the greatest value, but for strays far below 0; null where they hold no finite range. */
export function pictureOf(
  channels: readonly FcsChannel[],
  pictured: readonly [number, number],
  spectra: ReadonlyMap<number, TalliedSpectrum>,
): Picture | null {
  const own = pictured.map((channel) => spectra.get(channel)!);
  const limit = Math.max(
    ...own.flatMap(({ least, greatest }) => [greatest, -least]),
    ...pictured.map((channel) => channels[channel]!.range),
    1,
  );
  const whole = Math.asinh(limit / cofactor);
  if (!Number.isFinite(whole)) return null;
  const [xRange, yRange] = own.map(({ least, greatest }): readonly [number, number] => {
    const from = Math.asinh(Math.max(least, -10 * cofactor) / cofactor) / whole;
    const to = Math.asinh(greatest / cofactor) / whole;
    return to > from ? [from, to + 1e-6] : [from - 0.01, from + 0.01];
  });
  const scale = scaleTable((x) => Math.asinh(x / cofactor) / whole, -1, 1);
  const axis = (channel: number) => ({ channel, compensated: true, scale });
  const request = {
    bins,
    x: axis(pictured[0]),
    y: axis(pictured[1]),
    xRange: xRange!,
    yRange: yRange!,
  };
  return { channels: pictured, whole, request };
}

/** The counts of a picture with the edges of its bins in linear units. */
export function densityOf(
  channels: readonly FcsChannel[],
  { channels: [x, y], whole, request }: Picture,
  counts: Uint32Array,
): DensitySummary {
  const edges = ([from, to]: readonly [number, number]) =>
    Array.from({ length: bins + 1 }, (_, i) =>
      Number((cofactor * Math.sinh((from + ((to - from) * i) / bins) * whole)).toPrecision(4)),
    );
  const cells = [...counts].flatMap((count, place): (readonly [number, number])[] =>
    count > 0 ? [[place, count]] : [],
  );
  const { xRange, yRange } = request;
  return {
    x: channels[x]!.name,
    y: channels[y]!.name,
    bins,
    xEdges: edges(xRange),
    yEdges: edges(yRange),
    cells,
  };
}

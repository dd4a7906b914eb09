import {
  type AxisView,
  accepted,
  axisFault,
  type CloudFault,
  type CloudOptions,
  type Clouds,
  cloudFault,
  type Density,
  type DensityRequest,
  type Histogram,
  type HistogramRequest,
  isRefused,
  type PointCloud,
  type Result,
  refused,
  viewScale,
} from "../../../../kernel/index.ts";
import type { ParticlesMeasurement } from "../../measurement.ts";
import { type ParticleColumns, particleColumns } from "./columns.ts";
import { cloudIssues } from "./issues.ts";

/** The single particles of a file, without gates. */
export const particlesClouds: Clouds<ParticlesMeasurement> = {
  of: (measurement) => particleColumns(measurement).map(cloudOf),
  gatesKey: null,
  populationKey: null,
};

function cloudOf(particles: ParticleColumns): PointCloud {
  const { name, axes, columns } = particles;
  return {
    name,
    points: columns[0]!.length,
    axes,
    suggested: { x: axes[0]!.id, y: axes[1]?.id ?? null },
    view: async (axis, options) => viewOf(particles, axis, options),
    density: async (request, options) => densityIn(particles, request, options),
    histogram: async (request, options) => histogramIn(particles, request, options),
  };
}

function raise({ code, parameters }: CloudFault) {
  return cloudIssues.raise(`particles-cloud-${code}`, parameters);
}

/** From 0 to the greatest value, which itself is inside. */
function viewOf(particles: ParticleColumns, axis: string, options: CloudOptions = {}): Result<AxisView> {
  options.signal?.throwIfAborted();
  const { axes, columns } = particles;
  const column = columns[axes.findIndex(({ id }) => id === axis)];
  if (!column) return refused(raise(axisFault(axes, axis)));
  const greatest = column.reduce((most, value) => (Number.isFinite(value) && value > most ? value : most), 0);
  return accepted({ axis, cofactor: null, from: 0, to: greatest > 0 ? greatest * (1 + 1e-6) : 1 });
}

/** The bin of each particle in each view: -1 below, `bins` above; null where a value of it is no finite number. */
function placed(
  { axes, columns }: ParticleColumns,
  views: readonly AxisView[],
  bins: number,
): readonly (readonly number[] | null)[] {
  const seen = views.map((view) => ({
    values: columns[axes.findIndex(({ id }) => id === view.axis)]!,
    ...viewScale(view),
  }));
  const bin = (value: number, { place, from, to }: (typeof seen)[number]) => {
    const at = Math.floor((((place ? place(value) : value) - from) / (to - from)) * bins);
    return Math.min(bins, Math.max(-1, at));
  };
  return Array.from(columns[0]!, (_, i) =>
    columns.every((values) => Number.isFinite(values[i]))
      ? seen.map((view) => bin(view.values[i]!, view))
      : null,
  );
}

interface Binned {
  /** Bins of each particle that can be counted. */
  readonly points: readonly (readonly number[])[];
  readonly rest: Pick<Density, "within" | "total" | "unusable" | "gates">;
}

function binned(
  particles: ParticleColumns,
  views: readonly AxisView[],
  { bins, within, gates }: Pick<DensityRequest, "bins" | "within" | "gates">,
  { signal, progress }: CloudOptions,
): Result<Binned> {
  signal?.throwIfAborted();
  const fault = cloudFault(particles.axes, views, bins);
  if (fault) return refused(raise(fault));
  const hasGates = gates !== null && !(Array.isArray(gates) && gates.length === 0);
  if (within !== null || hasGates) {
    const what = within ?? JSON.stringify(gates);
    return refused(cloudIssues.raise("particles-cloud-gates", { what }));
  }
  const all = placed(particles, views, bins);
  const points = all.filter((one) => one !== null);
  progress?.(all.length);
  const total = points.length;
  return accepted({ points, rest: { within: total, total, unusable: all.length - total, gates: [] } });
}

function densityIn(
  particles: ParticleColumns,
  request: DensityRequest,
  options: CloudOptions = {},
): Result<Density> {
  const { x, y, bins } = request;
  const found = binned(particles, [x, y], request, options);
  if (isRefused(found)) return found;
  const counts = new Uint32Array(bins * bins);
  let outside = 0;
  for (const [column, row] of found.value.points) {
    if (Math.min(column!, row!) < 0 || Math.max(column!, row!) >= bins) outside++;
    else counts[row! * bins + column!]!++;
  }
  return accepted({ counts, outside, ...found.value.rest });
}

function histogramIn(
  particles: ParticleColumns,
  request: HistogramRequest,
  options: CloudOptions = {},
): Result<Histogram> {
  const { x, bins } = request;
  const found = binned(particles, [x], request, options);
  if (isRefused(found)) return found;
  const counts = new Uint32Array(bins);
  let below = 0;
  let above = 0;
  for (const [at] of found.value.points) {
    if (at! < 0) below++;
    else if (at! >= bins) above++;
    else counts[at!]!++;
  }
  return accepted({ counts, below, above, ...found.value.rest });
}

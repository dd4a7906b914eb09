import { domains } from "vesica/domains";
import {
  type AxisView,
  accepted,
  type CloudAxis,
  type CloudPeak,
  type ColumnMapping,
  type Density,
  type DensityRequest,
  type Domain,
  type FileContext,
  type Histogram,
  type HistogramRequest,
  inFile,
  isRefused,
  type Measurement,
  MemoryBlob,
  type PointCloud,
  type Result,
  refused,
} from "vesica/kernel";
import { recogniseFormat } from "vesica/study";

export interface OpenCloudInput {
  /** By which the opened clouds are asked for. */
  readonly id: string;
  /** The same for the same bytes, so that they are read once. */
  readonly bytes: string;
  readonly blob: Blob;
  readonly mapping: ColumnMapping | null;
  readonly context: FileContext;
}

/** What can be looked at in a file. */
export interface OpenedClouds {
  readonly room: string;
  /** Key under the room's parameters that holds gates; null: this room has none. */
  readonly gatesKey: string | null;
  readonly populationKey: string | null;
  readonly clouds: readonly CloudCard[];
}

/** A cloud without its points. */
export interface CloudCard extends Pick<PointCloud, "name" | "points" | "axes" | "suggested"> {
  readonly axes: readonly CloudAxis[];
  readonly hasPeaks: boolean;
}

/** A question to a cloud: which of those that were opened under the id. */
export interface CloudQuestion<R> {
  readonly id: string;
  readonly cloud: number;
  readonly request: R;
}

interface Read {
  readonly room: Domain;
  readonly measurement: Measurement;
}

const clouds = new Map<string, readonly PointCloud[]>();
const mostClouds = 8;
/** A file up to this size is held in memory, so that a pass over its points waits for nobody. */
const heldWhole = 268_435_456;
let held: { readonly bytes: string; readonly read: Result<Read | null> } | null = null;

/** Reads a file and keeps its clouds for questions; null where it holds no single points. */
export async function openCloud(input: OpenCloudInput): Promise<Result<OpenedClouds | null>> {
  const { id, bytes, context } = input;
  if (held?.bytes !== bytes) held = { bytes, read: await readFile(input) };
  const { read } = held;
  if (isRefused(read)) return refused(...read.issues.map((issue) => inFile(issue, context.file)));
  const own = read.value?.room.clouds;
  if (!read.value || !own) return accepted(null);
  const found = own.of(read.value.measurement, context);
  clouds.delete(id);
  clouds.set(id, found);
  if (clouds.size > mostClouds) clouds.delete(clouds.keys().next().value!);
  if (found.length === 0) return accepted(null);
  const { gatesKey, populationKey } = own;
  return accepted({ room: read.value.room.id, gatesKey, populationKey, clouds: found.map(cardOf) });
}

function cardOf({ name, points, axes, suggested, peaks }: PointCloud): CloudCard {
  return { name, points, axes, suggested, hasPeaks: peaks !== undefined };
}

async function readFile({ blob, mapping, context }: OpenCloudInput): Promise<Result<Read | null>> {
  const head = new Uint8Array(await blob.slice(0, 65_536).arrayBuffer());
  const room = (format: string) => domains.find(({ formats }) => formats.some(({ id }) => id === format));
  const named = mapping === null ? null : String(mapping.format);
  const recognised = recogniseFormat(domains, head, context.file);
  const id = named ?? recognised?.format.id;
  const domain = id === undefined ? undefined : room(id);
  const format = domain?.formats.find((each) => each.id === id);
  if (!domain?.clouds || !format) return accepted(null);
  if (blob.size > heldWhole && !format.streams) return accepted(null);
  const content = blob.size > heldWhole ? blob : new MemoryBlob(new Uint8Array(await blob.arrayBuffer()));
  const name = context.file;
  const read = await format.read(content, mapping ? { name, mapping } : { name });
  if (isRefused(read)) return read;
  return accepted({ room: domain, measurement: read.value }, read.warnings);
}

function cloudOf({ id, cloud }: CloudQuestion<unknown>): PointCloud {
  const found = clouds.get(id)?.[cloud];
  if (!found) throw new RangeError(`no cloud ${cloud} is open under ${id}`);
  return found;
}

/** A sensible view of an axis. */
export async function cloudView(question: CloudQuestion<string>): Promise<Result<AxisView>> {
  return cloudOf(question).view(question.request);
}

/** Points in the bins of two axes, and in every gate. */
export async function cloudDensity(question: CloudQuestion<DensityRequest>): Promise<Result<Density>> {
  return cloudOf(question).density(question.request);
}

/** Points in the bins of one axis, and in every gate. */
export async function cloudHistogram(question: CloudQuestion<HistogramRequest>): Promise<Result<Histogram>> {
  return cloudOf(question).histogram(question.request);
}

/** The peaks that the study finds along an axis of a bead file; none where it is no bead file. */
export async function cloudPeaks(question: CloudQuestion<string>): Promise<Result<readonly CloudPeak[]>> {
  return (await cloudOf(question).peaks?.(question.request)) ?? accepted([]);
}

import { bytesOf } from "../../../containers/blob-bytes.ts";
import { portable } from "../../../kernel/index.ts";
import type { EventData, EventField } from "../measurement.ts";

export interface ColumnOptions {
  /** Indices of channels from 0; all where not given. */
  readonly channels?: readonly number[];
  /** First event, from 0. */
  readonly from?: number;
  /** Number of events; to the last where not given. */
  readonly count?: number;
}

const pieceBytes = 2 ** 20;

/**
 * The linear values of events, one column for each channel asked for: masked, made linear, multiplied by the factor,
 * in double precision. The blob is read in pieces of 1 MiB. Indices outside of the data throw a RangeError; a file that
 * has become shorter since it was read gives NaN.
 *
 * @example const [time] = await readColumns(set.data, { channels: [0] })
 */
export async function readColumns(data: EventData, options: ColumnOptions = {}): Promise<Float64Array[]> {
  const channels = options.channels ?? data.fields.map((_, at) => at);
  const from = options.from ?? 0;
  const count = options.count ?? data.events - from;
  if (!(from >= 0 && count >= 0 && from + count <= data.events))
    throw new RangeError(`events ${from} to ${from + count} of ${data.events}`);
  const fields = channels.map((at) => {
    const field = data.fields[at];
    if (field === undefined) throw new RangeError(`channel ${at} of ${data.fields.length}`);
    return field;
  });
  const columns = fields.map(() => new Float64Array(count).fill(Number.NaN));
  const { blob, begin, bytesPerEvent } = data;
  const step = Math.max(1, Math.floor(pieceBytes / bytesPerEvent));
  for (let event = 0; event < count; event += step) {
    const events = Math.min(step, count - event);
    const start = begin + (from + event) * bytesPerEvent;
    const bytes = await bytesOf(blob, start, events * bytesPerEvent);
    const view = new DataView(bytes.buffer);
    const there = Math.floor(bytes.byteLength / bytesPerEvent);
    fields.forEach((field, at) => {
      decode(view, data, field, columns[at]!.subarray(event, event + there));
    });
  }
  return columns;
}

function decode(view: DataView, data: EventData, field: EventField, into: Float64Array): void {
  const value = reader(view, field, data.littleEndian);
  const { mask, logarithmic, factor } = field;
  for (let event = 0, at = field.offset; event < into.length; event++, at += data.bytesPerEvent) {
    let x = value(at);
    if (mask !== null) x = (x & mask) >>> 0;
    // FCS 3.1, $PnE: f2 10^(f1 x / $PnR)
    if (logarithmic !== null) {
      x = portable.pow(10, (logarithmic.decades * x) / logarithmic.range) * logarithmic.first;
    }
    into[event] = x * factor;
  }
}

function reader(view: DataView, { kind, bytes }: EventField, little: boolean): (at: number) => number {
  if (kind === "float") {
    return bytes === 4 ? (at) => view.getFloat32(at, little) : (at) => view.getFloat64(at, little);
  }
  switch (bytes) {
    case 1:
      return (at) => view.getUint8(at);
    case 2:
      return (at) => view.getUint16(at, little);
    case 3:
      return little
        ? (at) => view.getUint16(at, true) + view.getUint8(at + 2) * 65536
        : (at) => view.getUint8(at) * 65536 + view.getUint16(at + 1, false);
    default:
      return (at) => view.getUint32(at, little);
  }
}

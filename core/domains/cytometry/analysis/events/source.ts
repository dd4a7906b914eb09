import { asDirect } from "../../../../containers/blob-bytes.ts";
import type { EventData } from "../../measurement.ts";

export interface EventRange {
  readonly from: number;
  readonly count: number;
  readonly signal: AbortSignal | null;
  readonly progress: ((events: number) => void) | null;
}

const sliceBytes = 1 << 20;
/** Slices read straight into memory between two turns of the event loop: about a tenth of a second. */
const slicesPerTurn = 128;

/** Events read at a time: about 1 MB, whole blocks where more than one fits. */
export function eventsPerSlice(bytesPerEvent: number, block: number): number {
  const fit = Math.max(1, Math.floor(sliceBytes / Math.max(1, bytesPerEvent)));
  return fit > block ? fit - (fit % block) : fit;
}

/** Brings the slices of the range, one after the other, to `target()` and calls `use` for each. */
export async function readSlices(
  data: EventData,
  { from, count, signal, progress }: EventRange,
  perSlice: number,
  target: (bytes: number) => Uint8Array,
  use: (first: number, events: number) => void,
): Promise<void> {
  const { blob, bytesPerEvent } = data;
  const direct = asDirect(blob);
  const sizeAt = (first: number) => Math.min(perSlice, from + count - first);
  const startOf = (first: number) => data.begin + first * bytesPerEvent;
  const fetched = (first: number) => {
    if (direct !== null || first >= from + count) return null;
    const start = startOf(first);
    const bytes = blob.slice(start, start + sizeAt(first) * bytesPerEvent).arrayBuffer();
    bytes.catch(() => {});
    return bytes;
  };
  let next = fetched(from);
  for (let first = from; first < from + count; first += perSlice) {
    const events = sizeAt(first);
    const size = events * bytesPerEvent;
    if (next === null) {
      if (first > from && (first - from) % (slicesPerTurn * perSlice) === 0) await turn();
      direct!.readInto(target(size), startOf(first));
    } else {
      const bytes = await next;
      if (bytes.byteLength !== size) throw new RangeError("the blob ends before its last event");
      next = fetched(first + perSlice);
      target(size).set(new Uint8Array(bytes));
    }
    signal?.throwIfAborted();
    use(first, events);
    progress?.(first + events - from);
  }
}

/** Lets messages and timers in. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

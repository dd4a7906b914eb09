import { portable } from "../../../kernel/index.ts";
import type { FcsWrite, FcsWriteChannel, FcsWriteHead } from "./fcs-write.ts";

const pieceBytes = 2 ** 20;
type Put = (view: DataView, at: number, value: number) => void;

/** Bits of one value of a channel. */
export function bitsOf({ type = "F" }: Pick<FcsWriteHead, "type">, channel: FcsWriteChannel): number {
  if (type === "F") return 32;
  return type === "D" ? 64 : (channel.bits ?? 32);
}

/** The events of a file, row by row, in pieces of at most 1 MiB. */
export function* writeEvents(input: FcsWrite): Generator<Uint8Array<ArrayBuffer>> {
  const { channels, columns } = input;
  const widths = channels.map((channel) => bitsOf(input, channel) / 8);
  const size = widths.reduce((sum, bytes) => sum + bytes, 0);
  const puts = widths.map((bytes) => putOf(input, bytes));
  const events = columns[0]?.length ?? 0;
  const step = Math.max(1, Math.floor(pieceBytes / Math.max(1, size)));
  for (let from = 0; from < events; from += step) {
    const count = Math.min(step, events - from);
    const piece = new Uint8Array(count * size);
    const view = new DataView(piece.buffer);
    let offset = 0;
    for (const [channel, column] of columns.entries()) {
      const put = puts[channel]!;
      for (let event = 0; event < count; event++) put(view, event * size + offset, column[from + event]!);
      offset += widths[channel]!;
    }
    yield piece;
  }
}

function putOf({ type = "F", littleEndian = true }: FcsWrite, bytes: number): Put {
  if (type === "F") return (view, at, value) => view.setFloat32(at, value, littleEndian);
  if (type === "D") return (view, at, value) => view.setFloat64(at, value, littleEndian);
  if (![1, 2, 3, 4].includes(bytes)) throw new RangeError(`integers of ${bytes * 8} bits are not written`);
  const most = portable.pow(2, bytes * 8) - 1;
  return (view, at, value) => {
    let rest = Math.min(most, Math.max(0, Math.round(value))) || 0;
    for (let byte = 0; byte < bytes; byte++) {
      view.setUint8(littleEndian ? at + byte : at + bytes - 1 - byte, rest % 256);
      rest = Math.floor(rest / 256);
    }
  };
}

import { decoded, type Encoding } from "./encoding.ts";

/** Where lines begin, of every `lineBlock`th line only. */
export interface LineIndex {
  /** Offset of lines 0, 64, 128 ... in bytes. */
  readonly starts: readonly number[];
  readonly count: number;
  /** Lines are known up to this byte. */
  readonly scanned: number;
  /** Whether that is the end of the file. */
  readonly whole: boolean;
}

/** A line of a file as it is shown. */
export interface Line {
  /** In bytes. */
  readonly offset: number;
  readonly text: string;
  /** Bytes of it that are not shown. */
  readonly cut: number;
}

export const lineBlock = 64;
const piece = 1_048_576;
const longestLine = 4096;
/** More of a block of lines is not read at once. */
const longestBlock = 4_194_304;

interface Scan {
  readonly starts: number[];
  lines: number;
  last: number;
  afterReturn: boolean;
}

const widthOf = (encoding: Encoding): 1 | 2 => (encoding.startsWith("utf-16") ? 2 : 1);

/** Offsets in `bytes` at which lines begin, told to `begin`; lines end with LF, CRLF or CR. Gives whether a CR is open at the end. */
function eachLine(
  bytes: Uint8Array,
  encoding: Encoding,
  afterReturn: boolean,
  begin: (offset: number) => void,
): boolean {
  const width = widthOf(encoding);
  const high = encoding === "utf-16le" ? 1 : 0;
  const low = encoding === "utf-16be" ? 1 : 0;
  let open = afterReturn;
  for (let at = 0; at + width <= bytes.length; at += width) {
    const letter = width === 2 && bytes[at + high] !== 0 ? -1 : bytes[at + low]!;
    if (open) {
      open = false;
      begin(letter === 10 ? at + width : at);
      if (letter === 10) continue;
    }
    if (letter === 10) begin(at + width);
    else if (letter === 13) open = true;
  }
  return open;
}

/**
 * Finds where lines begin from byte `from` to byte `to`, piece by piece; `told` is given what is known so far, so that
 * it can be shown. Rejects with what reading rejects with, or the signal's reason.
 */
export async function indexLines(
  blob: Blob,
  { from, to, encoding }: { readonly from: number; readonly to: number; readonly encoding: Encoding },
  told: (index: LineIndex) => void,
  signal: AbortSignal,
): Promise<void> {
  const scan: Scan = { starts: [from], lines: 1, last: from, afterReturn: false };
  const end = Math.min(to, blob.size);
  let at = from;
  do {
    const bytes = new Uint8Array(await blob.slice(at, Math.min(at + piece, end)).arrayBuffer());
    signal.throwIfAborted();
    const base = at;
    scan.afterReturn = eachLine(bytes, encoding, scan.afterReturn, (offset) => {
      scan.last = base + offset;
      if (scan.lines++ % lineBlock === 0) scan.starts.push(base + offset);
    });
    at += bytes.length;
    if (bytes.length === 0) break;
    const whole = at >= blob.size;
    if (whole && scan.afterReturn) scan.last = at;
    const emptyEnd = whole && scan.last >= at && at > from && !scan.afterReturn ? 1 : 0;
    told({ starts: [...scan.starts], count: scan.lines - emptyEnd, scanned: at, whole });
  } while (at < end);
  if (from >= end) told({ starts: [from], count: 0, scanned: from, whole: true });
}

/** The lines of block `block` of an index; of a line that is too long its beginning. */
export async function readLines(
  blob: Blob,
  index: LineIndex,
  block: number,
  encoding: Encoding,
): Promise<readonly Line[]> {
  const from = index.starts[block];
  if (from === undefined) return [];
  const to = index.starts[block + 1] ?? index.scanned;
  const bytes = new Uint8Array(await blob.slice(from, Math.min(to, from + longestBlock)).arrayBuffer());
  const begins = [0];
  eachLine(bytes, encoding, false, (offset) => begins.push(offset));
  const missing = Math.max(0, to - from - bytes.length);
  return begins.flatMap((begin, at) => {
    const last = begins[at + 1] === undefined;
    const end = begins[at + 1] ?? bytes.length;
    if (last && begin === end && missing === 0) return [];
    const shown = bytes.subarray(begin, Math.min(end, begin + longestLine));
    const text = decoded(shown, encoding).replace(/[\r\n]+$/, "");
    return [{ offset: from + begin, text, cut: end - begin - shown.length + (last ? missing : 0) }];
  });
}

/** The line, from 0, that holds a byte; null where that is not known yet. */
export async function lineOfByte(
  blob: Blob,
  index: LineIndex,
  byte: number,
  encoding: Encoding,
): Promise<number | null> {
  const first = index.starts[0] ?? 0;
  if (byte < first || byte >= index.scanned) return null;
  let low = 0;
  let high = index.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (index.starts[middle]! <= byte) low = middle;
    else high = middle;
  }
  const lines = await readLines(blob, index, low, encoding);
  const inside = lines.findLastIndex(({ offset }) => offset <= byte);
  return low * lineBlock + Math.max(0, inside);
}

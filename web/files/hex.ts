export const hexWidth = 16;
/** Rows that are read at once. */
export const hexBlock = 256;

/** Sixteen bytes as a row shows them. */
export interface HexRow {
  readonly offset: number;
  /** Two digits each. */
  readonly bytes: readonly string[];
  /** Printable ASCII, a point for others. */
  readonly letters: string;
}

/** The rows of `bytes`, which begin at byte `offset` of the file. */
export function hexRows(bytes: Uint8Array, offset: number): HexRow[] {
  return Array.from({ length: Math.ceil(bytes.length / hexWidth) }, (_, row) => {
    const part = bytes.subarray(row * hexWidth, (row + 1) * hexWidth);
    return {
      offset: offset + row * hexWidth,
      bytes: Array.from(part, (byte) => byte.toString(16).padStart(2, "0")),
      letters: Array.from(part, (byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : "·")).join(
        "",
      ),
    };
  });
}

/** An offset with as many hexadecimal digits as the file's largest has. */
export function hexOffset(offset: number, size: number): string {
  return offset.toString(16).padStart(Math.max(4, Math.max(0, size - 1).toString(16).length), "0");
}

/** A place that a person typed: decimal or, after 0x, hexadecimal; null where it is none or lies outside `most`. */
export function placeOf(typed: string, least: number, most: number): number | null {
  const text = typed.normalize("NFKC").replace(/[\s,_\u202f]/g, "");
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(text)) return null;
  const place = Number(text);
  return place >= least && place <= most ? place : null;
}

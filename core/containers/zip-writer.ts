import { crc32 } from "./crc32.ts";

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array;
  /** The content as method 8 packs it; stored where absent. */
  readonly deflated?: Uint8Array;
}

/** A ZIP archive of `parts` in their order, without dates, so that the same parts give the same bytes (PKWARE APPNOTE 6.3.10). */
export function writeZip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, deflated } of parts) {
    const nameBytes = encoder.encode(name);
    const packed = deflated ?? content;
    const shared = [0, deflated === undefined ? 0 : 8, 0, crc32(content), packed.length, content.length];
    const local = fields(30, [0x04034b50, 20, ...shared, nameBytes.length, 0], "422244 4422");
    const central = fields(
      46,
      [0x02014b50, 20, 20, ...shared, nameBytes.length, 0, 0, 0, 0, 0, at],
      "4222244442222244",
    );
    chunks.push(local, nameBytes, packed);
    directory.push(central, nameBytes);
    at += local.length + nameBytes.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = fields(22, [0x06054b50, 0, 0, parts.length, parts.length, size, at, 0], "42222442");
  return concatenate([...chunks, ...directory, end]);
}

function fields(size: number, values: readonly number[], widths: string): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  [...widths.replaceAll(" ", "")].forEach((width, i) => {
    if (width === "4") view.setUint32(at, values[i] ?? 0, true);
    else view.setUint16(at, values[i] ?? 0, true);
    at += Number(width);
  });
  return bytes;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

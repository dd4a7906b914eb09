import { crc32 } from "./crc32.ts";

/** One file of a ZIP archive as its central directory states it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly compressed: Uint8Array<ArrayBuffer>;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const utf8 = new TextDecoder("utf-8");

/**
 * The entries of a ZIP archive, or in words what is wrong with it: no end record, ZIP64, several disks, encryption,
 * another method than stored or deflated, a directory that does not agree with the local headers, entries that overlap.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function readZipDirectory(
  bytes: Uint8Array<ArrayBuffer>,
  maximumEntries: number,
): readonly ZipEntry[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return "no end of central directory";
  const count = view.getUint16(end + 10, true);
  const directorySize = view.getUint32(end + 12, true);
  const directory = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) return "several disks";
  if (count === 0xffff || directory === 0xffffffff) return "ZIP64";
  if (count > maximumEntries) return `${count} entries`;
  if (directory + directorySize !== end) return "directory size";
  const entries: ZipEntry[] = [];
  let at = directory;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return "directory entry";
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return "directory entry";
    const entry = readEntry(bytes, view, at, nameLength, directory);
    if (typeof entry === "string") return entry;
    total += entry.compressed.length;
    entries.push(entry);
    at = next;
  }
  if (at !== end) return "directory size";
  if (total > directory) return "entries overlap";
  const names = new Set(entries.map((entry) => entry.name));
  return names.size === entries.length ? entries : "two entries of one name";
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65535); at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return -1;
}

function readEntry(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  at: number,
  nameLength: number,
  directory: number,
): ZipEntry | string {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if ((flags & 1) !== 0) return "encrypted entry";
  if (method !== 0 && method !== 8) return `compression method ${method}`;
  const name = utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const packedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > directory || view.getUint32(local, true) !== localSignature)
    return `local header of ${name}`;
  const localName = view.getUint16(local + 26, true);
  const start = local + 30 + localName + view.getUint16(local + 28, true);
  if (start + packedSize > directory) return `${name} ends outside the archive`;
  const storedName = utf8.decode(bytes.subarray(local + 30, local + 30 + localName));
  if (storedName !== name || view.getUint16(local + 8, true) !== method) return `local header of ${name}`;
  return {
    name,
    method,
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    compressed: bytes.subarray(start, start + packedSize),
  };
}

/** Unpacks one entry; in words why not where it is longer than stated or its CRC-32 differs. Never grows past `entry.size`. */
export async function unpackEntry(entry: ZipEntry): Promise<Uint8Array | string> {
  const content = entry.method === 0 ? stored(entry) : await inflate(entry);
  if (typeof content === "string") return content;
  return crc32(content) === entry.crc ? content : "checksum differs";
}

function stored(entry: ZipEntry): Uint8Array | string {
  return entry.compressed.length === entry.size ? entry.compressed : "size differs";
}

async function inflate(entry: ZipEntry): Promise<Uint8Array | string> {
  const unpacked = new Uint8Array(entry.size);
  const reader = new Blob([entry.compressed])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"))
    .getReader();
  let at = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (at + part.value.length > entry.size) {
        await reader.cancel();
        return "longer than stated";
      }
      unpacked.set(part.value, at);
      at += part.value.length;
    }
  } catch {
    return "compressed data broken";
  }
  return at === entry.size ? unpacked : "size differs";
}

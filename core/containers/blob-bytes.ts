/** A Blob that also writes its bytes from `start` straight into memory, filling `target`. */
export interface DirectBlob extends Blob {
  readInto(target: Uint8Array, start: number): void;
}

/** The blob as one that can be read straight into memory; null where it cannot. */
export function asDirect(blob: Blob): DirectBlob | null {
  return "readInto" in blob ? (blob as DirectBlob) : null;
}

/** `length` bytes of the blob from byte `from`; fewer where it ends before. */
export async function bytesOf(blob: Blob, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const direct = asDirect(blob);
  if (direct === null) return new Uint8Array(await blob.slice(from, from + length).arrayBuffer());
  const bytes = new Uint8Array(Math.max(0, Math.min(length, blob.size - from)));
  if (bytes.length > 0) direct.readInto(bytes, from);
  return bytes;
}

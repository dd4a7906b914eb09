/** A Blob of bytes that are in memory already: reading it whole or in part copies nothing and waits for nobody. */
export class MemoryBlob extends Blob {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    super();
    this.#bytes = bytes;
  }

  override get size(): number {
    return this.#bytes.byteLength;
  }

  /** The bytes; whoever reads them must not change them. */
  override async arrayBuffer(): Promise<ArrayBuffer> {
    const { buffer, byteOffset, byteLength } = this.#bytes;
    return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bytes;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(this.#bytes);
  }

  override slice(start = 0, end = this.size): Blob {
    return new MemoryBlob(this.#bytes.subarray(...range(start, end, this.size)));
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new Blob([this.#bytes]).stream();
  }
}

/** Start and end of a slice as `Blob.slice` takes them: negative ones count from the end. */
function range(start: number, end: number, size: number): [number, number] {
  const within = (at: number) => Math.min(size, Math.max(0, at < 0 ? size + at : at));
  return [within(start), Math.max(within(start), within(end))];
}

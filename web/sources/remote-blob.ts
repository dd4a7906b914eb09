/** Where bytes of a file on a server are; crosses threads, which a `RemoteBlob` cannot. */
export interface RemoteFile {
  readonly kind: "remote file";
  /** Whole address, with what tells this version of the file from others. */
  readonly address: string;
  readonly start: number;
  /** The first byte behind. */
  readonly end: number;
}

/** A file's bytes on a server as a Blob that holds none of them: a slice is fetched when it is asked for. */
export class RemoteBlob extends Blob {
  readonly file: RemoteFile;

  constructor(file: RemoteFile) {
    super();
    this.file = file;
  }

  override get size(): number {
    return this.file.end - this.file.start;
  }

  override slice(start = 0, end = this.size): Blob {
    const within = (at: number) => Math.min(this.size, Math.max(0, at < 0 ? this.size + at : at));
    const from = within(start);
    const base = this.file.start;
    return new RemoteBlob({ ...this.file, start: base + from, end: base + Math.max(from, within(end)) });
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.size === 0) return new ArrayBuffer(0);
    const bytes = await (await this.#fetch()).arrayBuffer().catch(unreadable);
    return bytes.byteLength === this.size ? bytes : unreadable();
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer());
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
    let left = this.size;
    return new ReadableStream({
      pull: async (controller) => {
        if (left === 0) return controller.close();
        reader ??= (await this.#fetch()).body!.getReader();
        const { value, done } = await reader.read().catch(unreadable);
        if (done) unreadable();
        left -= value!.byteLength;
        controller.enqueue(value!);
      },
      cancel: () => reader?.cancel(),
    });
  }

  async #fetch(): Promise<Response> {
    const { address, start, end } = this.file;
    const answer = await fetch(address, { headers: { range: `bytes=${start}-${end - 1}` } }).catch(
      unreadable,
    );
    return answer.status === 206 ? answer : unreadable();
  }
}

/** As the browser tells of a file that it can no longer read. */
function unreadable(): never {
  throw new DOMException("the file was changed or cannot be reached", "NotReadableError");
}

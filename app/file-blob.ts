import { closeSync, openSync, readSync, statSync } from "node:fs";

/** A file's bytes as a Blob that holds none of them: a slice is read when it is asked for, in one call. */
export class FileBlob extends Blob {
  override readonly size: number;
  readonly #path: string;
  readonly #start: number;
  readonly #end: number;

  constructor(path: string, start = 0, end = statSync(path).size) {
    super([]);
    this.size = end - start;
    this.#path = path;
    this.#start = start;
    this.#end = end;
  }

  override slice(start = 0, end = this.size): FileBlob {
    const within = (at: number) => Math.min(this.size, Math.max(0, at < 0 ? this.size + at : at));
    const from = within(start);
    return new FileBlob(this.#path, this.#start + from, this.#start + Math.max(from, within(end)));
  }

  /** Fills `target` with the bytes from `start`: streams of events read straight into the memory of their kernel. */
  readInto(target: Uint8Array, start: number): void {
    const file = openSync(this.#path, "r");
    try {
      for (let at = 0; at < target.length; ) {
        const read = readSync(file, target, at, target.length - at, this.#start + start + at);
        if (read === 0)
          throw new DOMException("the file became shorter while it was read", "NotReadableError");
        at += read;
      }
    } finally {
      closeSync(file);
    }
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(this.size);
    this.readInto(bytes, 0);
    return bytes;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes());
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const pieces = [...Array(Math.ceil(this.size / (1 << 20))).keys()];
    return new ReadableStream({
      pull: async (controller) => {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else
          controller.enqueue(
            await new FileBlob(
              this.#path,
              this.#start + piece * (1 << 20),
              Math.min(this.#end, this.#start + (piece + 1) * (1 << 20)),
            ).bytes(),
          );
      },
    });
  }
}

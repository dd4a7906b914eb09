import type { Json } from "./canonical.ts";

/** A file that a twin wrote. */
export interface TwinFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a room adds to the example study: raw files, their rows of the sheet, and its parameters as study.yaml has them. */
export interface ExamplePart {
  readonly files: readonly TwinFile[];
  /** Cells by column of `samples.csv`. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly parameters: Json;
}

import type { z } from "zod";
import type { Issue } from "./issue.ts";
import type { Result } from "./result.ts";
import type { Text } from "./text.ts";

/** A line of the file's own settings, as written. One value for the file or one per capture. */
export interface Setting {
  readonly section: string;
  readonly key: string;
  readonly values: readonly string[];
  readonly line: number;
}

/** A judgement that the instrument's own software wrote: kept word for word. */
export interface InstrumentWarning {
  readonly capture?: string;
  readonly key: string;
  readonly words: string;
  /** `fail`: the instrument calls the number unusable; `caution`: doubtful. */
  readonly severity: "caution" | "fail";
  readonly line: number;
}

/** What one file says, faithfully; nothing in it is computed by Vesica. Domains add their own fields. */
export interface Measurement {
  readonly format: string;
  readonly instrument: { readonly vendor: string; readonly model: string; readonly software: string };
  readonly settings: readonly Setting[];
  readonly instrumentWarnings: readonly InstrumentWarning[];
}

/** A person's word on how to read a table that no format knows; from `study.yaml`. */
export interface ColumnMapping {
  readonly [field: string]: string | number | boolean;
}

export interface ReadContext {
  /** The file's name with its path inside the study, for messages. */
  readonly name: string;
  readonly mapping?: ColumnMapping;
}

/** How a format was checked: against real files, against a twin only, or against nothing real. */
export type CheckedAgainst = "real files" | "written description" | "not checked against a real export";

/** One instrument format: recognises and reads, computes nothing. */
export interface Format<M extends Measurement = Measurement> {
  readonly id: string;
  /** Raised whenever what the reader says of the same bytes changes; part of the cache key. */
  readonly version: string;
  readonly title: Text;
  readonly extensions: readonly string[];
  readonly checked: CheckedAgainst;
  readonly checkedNote: Text;
  /** The reader slices the blob and its measurement keeps it: such files are never held in memory and have no size limit. */
  readonly streams?: true;
  /** Its files are of no sample - gene sets, catalogues, libraries - and need no line of `samples.csv`. */
  readonly reference?: true;
  /** What a person may say of a file under `imports: columns:`; a zod object whose fields have labels, those that name a column `column: true`. */
  readonly mapping?: z.ZodType;
  /** 0: not mine; 1: certainly mine. `head` is the file's first 64 KiB at most. Never throws. */
  sniff(head: Uint8Array, name: string): number;
  /** Reads the whole file. Bad content is refused or warned of, never thrown. */
  read(blob: Blob, context: ReadContext): Promise<Result<M>>;
}

/** A reader's step that may give a value and always may give issues. */
export interface Reading<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}

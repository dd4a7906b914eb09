import { type Issue, isAccepted } from "../../../kernel/index.ts";
import type { CytometryMeasurement, FcsDataSet } from "../measurement.ts";
import { readFcs } from "./fcs.ts";
import { readColumns } from "./fcs-events.ts";

export interface Fixture {
  readonly version?: string;
  readonly delimiter?: string;
  /** Keywords over those of a data set of two 16-bit channels with three events; null leaves one out. */
  readonly text?: Readonly<Record<string, string | null>>;
  /** TEXT as written, in place of keywords. */
  readonly raw?: string | Uint8Array;
  readonly data?: Uint8Array;
  /** HEADER fields 0 to 5 as written. */
  readonly header?: Readonly<Record<number, string | number>>;
  /** Moves `$BEGINDATA` and `$ENDDATA`. */
  readonly shift?: readonly [number, number];
  /** Bytes between TEXT and DATA, and after DATA. */
  readonly gap?: string;
  readonly tail?: Uint8Array | string;
}

export const events = [
  [1, 2],
  [513, 1023],
  [300, 0],
] as const;

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);

export function joined(...parts: readonly (Uint8Array | string)[]): Uint8Array<ArrayBuffer> {
  const all = parts.map((part) => (typeof part === "string" ? bytesOf(part) : part));
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Little-endian 16-bit integers. */
export function shorts(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 255, value >> 8]));
}

/** An FCS file written byte by byte, apart from the writer of the product. */
export function fcsBytes(fixture: Fixture = {}): Uint8Array<ArrayBuffer> {
  const { version = "FCS3.1", delimiter = "/", gap = "", tail = "", shift = [0, 0] } = fixture;
  const data = fixture.data ?? shorts(...events.flat());
  const place = (begin: number, end: number) => ({
    $BEGINANALYSIS: "0",
    $ENDANALYSIS: "0",
    $BEGINSTEXT: "0",
    $ENDSTEXT: "0",
    $BEGINDATA: String(begin + shift[0]).padStart(8, "0"),
    $ENDDATA: String(end + shift[1]).padStart(8, "0"),
  });
  const textOf = (begin: number, end: number) => {
    if (fixture.raw !== undefined) return joined(fixture.raw);
    const keywords: Record<string, string | null> = {
      ...(version === "FCS2.0" ? {} : place(begin, end)),
      $BYTEORD: "1,2,3,4",
      $DATATYPE: "I",
      $MODE: "L",
      $NEXTDATA: "0",
      $PAR: "2",
      $TOT: "3",
      $P1B: "16",
      $P1E: "0,0",
      $P1N: "FSC-A",
      $P1R: "1024",
      $P2B: "16",
      $P2E: "0,0",
      $P2N: "FL1-A",
      $P2R: "1024",
      ...fixture.text,
    };
    const pairs = Object.entries(keywords).filter(([, value]) => value !== null);
    return joined(delimiter, ...pairs.map(([key, value]) => `${key}${delimiter}${value}${delimiter}`));
  };
  const begin = 58 + textOf(0, 0).length + gap.length;
  const text = textOf(begin, begin + data.length - 1);
  const fields = [58, 57 + text.length, begin, begin + data.length - 1, 0, 0];
  const header = fields.map((value, at) => String(fixture.header?.[at] ?? value).padStart(8));
  return joined(`${version}    ${header.join("")}`, text, gap, data, tail);
}

export interface Found {
  readonly value: CytometryMeasurement | null;
  readonly set: FcsDataSet;
  readonly issues: readonly Issue[];
  readonly codes: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** Reads bytes, with the events of the first data set as rows. */
export async function readBytes(bytes: Uint8Array<ArrayBuffer>, name = "x.fcs"): Promise<Found> {
  const result = await readFcs(new Blob([bytes]), { name });
  const issues = isAccepted(result) ? result.warnings : result.issues;
  const open = issues.find(({ message }) => /\{[A-Za-z]+\}/.test(message.en + message.ja));
  if (open !== undefined) throw new Error(`${open.code} leaves a place open: ${open.message.en}`);
  const value = isAccepted(result) ? result.value : null;
  const set = value?.captures[0] as FcsDataSet;
  const columns = set === undefined ? [] : await readColumns(set.data);
  const rows = Array.from({ length: columns[0]?.length ?? 0 }, (_, event) =>
    columns.map((one) => one[event]!),
  );
  return { value, set, issues, codes: issues.map((issue) => issue.code), rows };
}

export const read = (fixture: Fixture = {}) => readBytes(fcsBytes(fixture));

import type { FcsChannel, Spillover } from "../measurement.ts";
import { bitsOf, writeEvents } from "./fcs-write-events.ts";

export interface FcsWriteChannel {
  readonly name: string;
  readonly label?: string;
  /** `$PnR`, exclusive. */
  readonly range: number;
  /** Bits of an integer: 8, 16, 24 or 32; 32 where not given. */
  readonly bits?: number;
  /** `$PnE`: `decades,first` of a logarithmic amplifier; `0,0` where not given. */
  readonly amplification?: string;
  readonly voltage?: string;
  readonly gain?: string;
  readonly excitation?: string;
  readonly filter?: string;
  readonly detector?: string;
  readonly power?: string;
}

export interface FcsWriteHead {
  readonly channels: readonly FcsWriteChannel[];
  readonly events: number;
  readonly version?: "FCS2.0" | "FCS3.0" | "FCS3.1";
  /** `F` where not given. */
  readonly type?: "F" | "D" | "I";
  /** True where not given. */
  readonly littleEndian?: boolean;
  /** More keywords, in this order; those that the writer sets itself are left out. Keywords are written in upper case. */
  readonly keywords?: Iterable<readonly [string, string]>;
  readonly spillover?: Pick<Spillover, "channels" | "matrix">;
  /** One ASCII character; the first of `|`, `/`, `\`, form feed ... that no keyword and no value holds, where not given. */
  readonly delimiter?: string;
}

export interface FcsWrite extends Omit<FcsWriteHead, "events"> {
  /** One column for each channel, all of one length; integers are rounded and kept within their bits. */
  readonly columns: readonly ArrayLike<number>[];
}

const headerEnd = 58;
const largestHeaderOffset = 99_999_999;
const delimiters = ["|", "/", "\\", "\f", "!", "~", "^", "#", "\x1e", "\x1f"];
const channelKeys: readonly (readonly [keyof FcsWriteChannel & keyof FcsChannel, string])[] = [
  ["label", "S"],
  ["voltage", "V"],
  ["gain", "G"],
  ["excitation", "L"],
  ["filter", "F"],
  ["detector", "T"],
  ["power", "O"],
];
const own =
  /^\$(?:P\d+[BENRSVGLFTO]|PAR|TOT|BYTEORD|DATATYPE|MODE|NEXTDATA|SPILLOVER|(?:BEGIN|END)(?:DATA|STEXT|ANALYSIS))$/;

/**
 * An FCS file in pieces, HEADER and TEXT first, then at most 1 MiB of events each: the same bytes for the same input.
 * Throws a RangeError on columns that do not fit the channels, on a delimiter that a keyword holds, and on a TEXT beyond
 * the 99,999,999 bytes that a HEADER can tell. Source: FCS 3.1, sections 3.1 to 3.3.
 *
 * @example const blob = new Blob([...writeFcs({ channels: [{ name: "FSC-A", range: 262144 }], columns: [values] })])
 */
export function* writeFcs(input: FcsWrite): Generator<Uint8Array<ArrayBuffer>> {
  const { columns, channels } = input;
  const events = columns[0]?.length ?? 0;
  if (columns.length !== channels.length || columns.some((column) => column.length !== events))
    throw new RangeError(
      `${columns.length} columns for ${channels.length} channels, or of different lengths`,
    );
  yield writeHead({ ...input, events });
  yield* writeEvents(input);
}

/** HEADER and TEXT alone, for `events` events that follow at once. */
export function writeHead(head: FcsWriteHead): Uint8Array<ArrayBuffer> {
  const { channels, events, version = "FCS3.1" } = head;
  const size = channels.reduce((sum, channel) => sum + bitsOf(head, channel), 0) / 8;
  const pairs = pairsOf(head);
  const mark = head.delimiter ?? delimiters.find((one) => !pairs.some((pair) => pair.join("").includes(one)));
  if (mark === undefined || mark.length !== 1 || mark.charCodeAt(0) > 126)
    throw new RangeError("no delimiter of one ASCII character is left");
  if (pairs.some(([key]) => key.includes(mark) || key === ""))
    throw new RangeError("a keyword is empty or holds the delimiter");
  // offsets of 20 digits whatever they are, so that the length of TEXT does not depend on them
  const place = (begin: number, end: number) => [
    ["$BEGINDATA", String(begin).padStart(20, "0")] as const,
    ["$ENDDATA", String(end).padStart(20, "0")] as const,
  ];
  const textOf = (begin: number, end: number) => {
    const all = version === "FCS2.0" ? pairs : [...place(begin, end), ...pairs];
    const doubled = (value: string) => value.replaceAll(mark, mark + mark);
    return new TextEncoder().encode(
      mark + all.map(([key, value]) => `${key}${mark}${doubled(value)}${mark}`).join(""),
    );
  };
  const begin = headerEnd + textOf(0, 0).length;
  const end = begin + events * size - 1;
  if (begin - 1 > largestHeaderOffset) throw new RangeError("TEXT is larger than a HEADER can tell");
  const fits = end <= largestHeaderOffset && events > 0;
  if (!fits && version === "FCS2.0" && events > 0) throw new RangeError("FCS 2.0 ends at 99,999,999 bytes");
  const offsets = [headerEnd, begin - 1, ...(fits ? [begin, end] : [0, 0]), 0, 0];
  const header = `${version}    ${offsets.map((offset) => String(offset).padStart(8)).join("")}`;
  const bytes = new Uint8Array(begin);
  bytes.set(new TextEncoder().encode(header));
  bytes.set(events > 0 ? textOf(begin, end) : textOf(0, 0), headerEnd);
  return bytes;
}

function pairsOf(head: FcsWriteHead): readonly (readonly [string, string])[] {
  const { channels, version = "FCS3.1", littleEndian = true, spillover } = head;
  const pairs: (readonly [string, string])[] = [];
  if (version !== "FCS2.0") {
    for (const key of ["$BEGINANALYSIS", "$ENDANALYSIS", "$BEGINSTEXT", "$ENDSTEXT"]) pairs.push([key, "0"]);
  }
  pairs.push(
    ["$BYTEORD", littleEndian ? "1,2,3,4" : "4,3,2,1"],
    ["$DATATYPE", head.type ?? "F"],
    ["$MODE", "L"],
    ["$NEXTDATA", "0"],
    ["$PAR", String(channels.length)],
    ["$TOT", String(head.events)],
  );
  channels.forEach((channel, at) => {
    const key = (letter: string) => `$P${at + 1}${letter}`;
    pairs.push(
      [key("B"), String(bitsOf(head, channel))],
      [key("E"), channel.amplification ?? "0,0"],
      [key("N"), channel.name],
      [key("R"), String(channel.range)],
    );
    for (const [name, letter] of channelKeys) {
      const words = channel[name];
      if (typeof words === "string" && words !== "") pairs.push([key(letter), words]);
    }
  });
  if (spillover !== undefined) {
    const names = spillover.channels.map((at) => channels[at]!.name);
    pairs.push(["$SPILLOVER", [names.length, ...names, ...spillover.matrix.flat()].join(",")]);
  }
  for (const [key, value] of head.keywords ?? []) {
    const upper = key.trim().toUpperCase();
    if (!own.test(upper)) pairs.push([upper, value]);
  }
  return pairs;
}

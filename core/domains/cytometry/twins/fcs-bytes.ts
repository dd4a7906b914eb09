import { portable } from "../../../kernel/index.ts";

/** One channel as an instrument writes it. */
export interface FcsColumn {
  readonly name: string;
  readonly label?: string;
  /** `$PnR`, exclusive. */
  readonly range: number;
  readonly values: Float64Array;
  /** More keywords of the channel without number: `{ V: "520", L: "488" }` becomes `$PnV` and `$PnL`. */
  readonly more?: Readonly<Record<string, string>>;
}

export interface FcsBytesOptions {
  readonly version?: "FCS2.0" | "FCS3.0" | "FCS3.1";
  /** `integer`: 16 bits, linear; `log`: 16 bits with four decades from 1 for all but the time. */
  readonly data?: "float" | "double" | "integer" | "log";
  readonly littleEndian?: boolean;
  readonly delimiter?: string;
  /** The end of DATA is written one byte too far, as some vendors do. */
  readonly endOffByOne?: boolean;
}

const encoder = new TextEncoder();

function escaped(value: string, delimiter: string): string {
  return value.replaceAll(delimiter, delimiter + delimiter);
}

const offset = (value: number) => String(value).padStart(8, "0");

interface Layout {
  readonly datatype: "F" | "D" | "I";
  readonly bytes: 2 | 4 | 8;
  amplification(column: FcsColumn): string;
  range(column: FcsColumn): number;
  write(view: DataView, at: number, value: number, column: FcsColumn): void;
}

const logDecades = 4;
const logChannels = 1024;
const largest16 = 65535;

const whole = (value: number, most: number) => Math.min(most, Math.max(0, Math.floor(value)));

function layoutOf(data: NonNullable<FcsBytesOptions["data"]>, little: boolean): Layout {
  const isLog = ({ name }: FcsColumn) => data === "log" && name !== "Time";
  const bytes = data === "float" ? 4 : data === "double" ? 8 : 2;
  return {
    datatype: data === "float" ? "F" : data === "double" ? "D" : "I",
    bytes,
    amplification: (column) => (isLog(column) ? `${logDecades},1` : "0,0"),
    range: (column) => (isLog(column) ? logChannels : bytes === 2 ? largest16 + 1 : column.range),
    write(view, at, value, column) {
      if (bytes === 4) return view.setFloat32(at, value, little);
      if (bytes === 8) return view.setFloat64(at, value, little);
      // x = 10^(4 channel / 1024)
      const channel = isLog(column) ? (logChannels / logDecades) * portable.log10(Math.max(1, value)) : value;
      view.setUint16(at, whole(channel, isLog(column) ? logChannels - 1 : largest16), little);
    },
  };
}

function channelKeywords(column: FcsColumn, n: number, layout: Layout): [string, string][] {
  return [
    [`$P${n}N`, column.name],
    ...(column.label ? [[`$P${n}S`, column.label] as [string, string]] : []),
    [`$P${n}B`, String(8 * layout.bytes)],
    [`$P${n}E`, layout.amplification(column)],
    [`$P${n}R`, String(layout.range(column))],
    ...Object.entries(column.more ?? {}).map(([key, value]): [string, string] => [`$P${n}${key}`, value]),
  ];
}

/**
 * The bytes of an FCS file with one data set in list mode: `columns` of one length, `keywords` beside those that describe
 * the data. Minimal, for twins and tests: one TEXT, one DATA, offsets under 100 MB.
 */
export function fcsBytes(
  columns: readonly FcsColumn[],
  keywords: Readonly<Record<string, string>>,
  options: FcsBytesOptions = {},
): Uint8Array<ArrayBuffer> {
  const { version = "FCS3.1", data = "float", littleEndian = true, delimiter = "|" } = options;
  const layout = layoutOf(data, littleEndian);
  const events = columns[0]?.values.length ?? 0;
  const size = events * columns.length * layout.bytes;
  const old = version === "FCS2.0";
  const order = layout.bytes === 2 && old ? "1,2" : "1,2,3,4";
  const text = (begin: number): string => {
    const end = begin + size - (options.endOffByOne ? 0 : 1);
    const pairs: [string, string][] = [
      ...(old
        ? []
        : ([
            ["$BEGINANALYSIS", "0"],
            ["$ENDANALYSIS", "0"],
            ["$BEGINSTEXT", "0"],
            ["$ENDSTEXT", "0"],
            ["$BEGINDATA", offset(begin)],
            ["$ENDDATA", offset(end)],
          ] as [string, string][])),
      ["$NEXTDATA", "0"],
      ["$MODE", "L"],
      ["$DATATYPE", layout.datatype],
      ["$BYTEORD", littleEndian ? order : order.split(",").reverse().join(",")],
      ["$PAR", String(columns.length)],
      ["$TOT", String(events)],
      ...columns.flatMap((column, i) => channelKeywords(column, i + 1, layout)),
      ...Object.entries(keywords),
    ];
    return `${delimiter}${pairs
      .map(([key, value]) => `${key}${delimiter}${escaped(value, delimiter)}`)
      .join(delimiter)}${delimiter}`;
  };
  const length = encoder.encode(text(0)).length;
  const textBegin = 64;
  const dataBegin = textBegin + length;
  const dataEnd = dataBegin + size - (options.endOffByOne ? 0 : 1);
  const place = (value: number) => String(value).padStart(8, " ");
  const header = `${version}    ${[textBegin, dataBegin - 1, dataBegin, dataEnd, 0, 0].map(place).join("")}`;
  const bytes = new Uint8Array(dataBegin + size);
  bytes.set(encoder.encode(header.padEnd(textBegin, " ")));
  bytes.set(encoder.encode(text(dataBegin)), textBegin);
  const view = new DataView(bytes.buffer, dataBegin);
  let at = 0;
  for (let event = 0; event < events; event++) {
    for (const column of columns) {
      layout.write(view, at, column.values[event]!, column);
      at += layout.bytes;
    }
  }
  return bytes;
}

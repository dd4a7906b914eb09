import { portable } from "../../../kernel/index.ts";

/** A line before it is joined: cells, and whether NTA 3.4 leaves off the delimiter that it ends all others with. */
export interface TwinLine {
  readonly cells: readonly string[];
  readonly bare?: boolean;
}

export function line(...cells: readonly string[]): TwinLine {
  return { cells };
}

/** A line of so many cells with nothing in them. */
export function empty(cells: number): TwinLine {
  return { cells: new Array<string>(cells).fill("") };
}

export const blank: TwinLine = { cells: [""], bare: true };

/** Mean and standard error over captures where `wanted`, else nothing. */
export function average(values: readonly number[], wanted: boolean): readonly number[] {
  if (!wanted) return [];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + portable.square(value - mean), 0);
  return [mean, values.length > 1 ? Math.sqrt(squares / (values.length - 1) / values.length) : 0];
}

/** How each version prints a number. */
export interface Printing {
  concentration(value: number): string;
  /** Sizes in nm, tracks per frame. */
  tenth(value: number): string;
  tracks(value: number): string;
  percentile(value: number): string;
}

const exponential = (value: number, digits: number) =>
  value.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2");
const plainTenth = (value: number) => String(Math.round(value * 10) / 10);

export const printing: Readonly<Record<"3.2" | "3.4", Printing>> = {
  "3.2": {
    concentration: (value) => String(Number(value.toPrecision(3))),
    tenth: plainTenth,
    tracks: (value) => String(Math.round(value)),
    percentile: plainTenth,
  },
  "3.4": {
    concentration: (value) => exponential(value, 2),
    tenth: (value) => value.toFixed(1),
    tracks: (value) => value.toFixed(1),
    percentile: (value) => value.toFixed(1),
  },
};

/** The factor as both versions print it: `1.00e+04`. */
export function printFactor(factor: number): string {
  return exponential(factor, 2);
}

/** Lines as the version joins them: 3.2 fills every line up to `width` cells, 3.4 ends lines with a delimiter. */
export function joinLines(
  lines: readonly TwinLine[],
  version: "3.2" | "3.4",
  width: number,
  delimiter: string,
  lineEnd: string,
): string {
  return lines
    .map(({ cells, bare }) => {
      const quoted = cells.map((cell) => quote(cell, delimiter));
      if (version === "3.4") return quoted.join(delimiter) + (bare ? "" : delimiter) + lineEnd;
      while (quoted.length < width) quoted.push("");
      return quoted.join(delimiter) + lineEnd;
    })
    .join("");
}

/** The number with the decimal sign that goes with the delimiter. */
export function localise(cell: string, delimiter: string): string {
  return delimiter === ";" ? cell.replace(/^(-?\d+)\.(\d+)((?:e[+-]\d+)?)$/, "$1,$2$3") : cell;
}

function quote(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || cell.includes('"') || cell.includes("\n")
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

/** The text in the bytes of an encoding; characters that Windows-1252 lacks become question marks. */
export function encodeText(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-8-bom") return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === "windows-1252") {
    return Uint8Array.from(text, (character) => {
      const code = character.codePointAt(0)!;
      return code < 0x80 || (code >= 0xa0 && code < 0x100) ? code : 0x3f;
    });
  }
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  const little = encoding === "utf-16le";
  view.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at + 2, text.charCodeAt(at), little);
  return bytes;
}

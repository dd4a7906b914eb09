import { splitCells } from "./text/csv.ts";
import { parseDecimal } from "./text/decimal.ts";

interface TrackColumn {
  readonly name: string;
  /** What a usable number is: IDs, frames and lengths are whole and not negative, a size is over 0. */
  readonly kind: "whole" | "size" | "flag";
}

/** In the order of `id`, `size`, `trackLength`, `included`. */
export const particleColumns: readonly TrackColumn[] = [
  { name: "Particle ID", kind: "whole" },
  { name: "Size/nm", kind: "size" },
  { name: "Tracklength", kind: "whole" },
  { name: "Included in distribution?", kind: "flag" },
];

/** In the order of `id`, `size`, `frame`, `included`. */
export const trackColumns: readonly TrackColumn[] = [
  { name: "Particle ID", kind: "whole" },
  { name: "Size/nm", kind: "size" },
  { name: "Frame", kind: "whole" },
  { name: "Included in distribution?", kind: "flag" },
];

export interface TrackRows {
  /** One array for each column asked for, NaN where a cell is not usable. */
  readonly columns: readonly Float64Array[];
  readonly unusable: { readonly rows: number; readonly line: number };
  readonly uneven: { readonly rows: number; readonly line: number };
  /** The last row has no line end. */
  readonly cut: boolean;
}

/** Half an hour of video at 30 frames a second with 50 particles in each. */
export const mostTrackRows = 3_000_000;

/** Rows of a plain table under its heading; the names of missing columns where it has not all of them; null where there are more than `mostTrackRows`. */
export function readTrackRows(text: string, wanted: readonly TrackColumn[]): TrackRows | string[] | null {
  const feed = text.indexOf("\n");
  const first = text.slice(0, feed < 0 ? text.length : feed);
  const delimiter = first.includes(";") ? ";" : first.includes("\t") ? "\t" : ",";
  const header = splitCells(first, delimiter).cells;
  const places = wanted.map(({ name }) => header.indexOf(name));
  const missing = wanted.filter((_, at) => places[at]! < 0).map(({ name }) => name);
  if (missing.length > 0) return missing;
  const point = delimiter !== "," && /^[^;\t]*[;\t]\d+,\d/m.test(text.slice(feed + 1, feed + 4000)) ? 44 : 46;
  const code = delimiter.charCodeAt(0);
  const roles = new Int8Array(header.length).fill(-1);
  places.forEach((place, at) => {
    roles[place] = at;
  });
  const lines = countLines(text, feed);
  if (lines > mostTrackRows) return null;
  const columns = wanted.map(() => new Float64Array(lines));
  const unusable = { rows: 0, line: 0 };
  const uneven = { rows: 0, line: 0 };
  let row = 0;
  let line = 1;
  let position = feed < 0 ? text.length : feed + 1;
  while (position < text.length) {
    const next = text.indexOf("\n", position);
    const end = next < 0 ? text.length : next;
    line++;
    if (/\S/.test(text.slice(position, Math.min(end, position + 2)))) {
      for (const values of columns) values[row] = Number.NaN;
      let cell = 0;
      let from = position;
      for (let to = position; to <= end; to++) {
        if (to !== end && text.charCodeAt(to) !== code) continue;
        const role = cell < roles.length ? roles[cell]! : -1;
        if (role >= 0) columns[role]![row] = usable(wanted[role]!.kind, text, from, to, point);
        cell++;
        from = to + 1;
      }
      if (columns.some((values) => Number.isNaN(values[row]))) note(unusable, line);
      if (cell !== header.length) note(uneven, line);
      row++;
    }
    position = end + 1;
  }
  const cut = row > 0 && !/[\r\n]$/.test(text);
  return { columns: columns.map((values) => values.subarray(0, row)), unusable, uneven, cut };
}

function usable(kind: TrackColumn["kind"], text: string, from: number, to: number, point: number): number {
  if (kind === "flag") return readFlag(text.slice(from, to).trim().toLowerCase());
  const value = parseDecimal(text, from, to, point);
  if (kind === "whole") return Number.isInteger(value) && value >= 0 ? value : Number.NaN;
  return kind === "size" && !(value > 0) ? Number.NaN : value;
}

function readFlag(word: string): number {
  if (word === "true" || word === "1") return 1;
  return word === "false" || word === "0" ? 0 : Number.NaN;
}

function countLines(text: string, from: number): number {
  let lines = 1;
  for (let at = from; at >= 0 && lines <= mostTrackRows; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

function note(count: { rows: number; line: number }, line: number): void {
  count.rows++;
  if (count.line === 0) count.line = line;
}

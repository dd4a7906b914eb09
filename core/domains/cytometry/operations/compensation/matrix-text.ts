import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import type { Spillover } from "../../measurement.ts";
import { compensationIssues } from "./issues.ts";

/** A matrix as a text file states it. */
export interface MatrixText {
  /** Names of the columns, as written. */
  readonly detectors: readonly string[];
  /** Names of the rows; null where they have none. */
  readonly dyes: readonly string[] | null;
  /** `matrix[row][column]`, row = fluorochrome. */
  readonly matrix: readonly (readonly number[])[];
}

interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

const separators = ["\t", ";", ",", " "] as const;
const numeral = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

function cellsOf(text: string, separator: string): string[] {
  const pattern = separator === " " ? /"((?:[^"]|"")*)"|([^\s"]+)/g : null;
  if (pattern) return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2]!);
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += letter;
  }
  cells.push(cell.trim());
  while (cells.length > 1 && cells.at(-1) === "") cells.pop();
  return cells;
}

const decimal = (cell: string, separator: string): string =>
  separator === "," || separator === " " ? cell : cell.replace(",", ".");

const isFiniteNumeral = (cell: string) => numeral.test(cell) && Number.isFinite(Number(cell));

function linesOf(text: string): { readonly lines: readonly Line[]; readonly separator: string } {
  const written = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ number: i + 1, line }))
    .filter(({ line }) => line.trim() !== "");
  const separator =
    separators.find((one) => written.filter(({ line }) => line.trim().includes(one)).length > 1) ?? "\t";
  return {
    separator,
    lines: written.map(({ number, line }) => ({ number, cells: cellsOf(line, separator) })),
  };
}

/**
 * Reads a spillover or spectral matrix: a line of detector names, then a line of numbers for each dye, with or without
 * the dye's name in front; tab, semicolon, comma or blanks between them, any line ends, quoted names, decimal commas
 * where the comma is not the separator. Lines above the names (a title, FlowJo's prefix and suffix) are passed over.
 * Refused: `cytometry-matrix-empty`, `cytometry-matrix-text` with the line.
 */
export function readMatrixText(text: string): Result<MatrixText> {
  const { lines, separator } = linesOf(text);
  const isNumber = (cell: string) => isFiniteNumeral(decimal(cell, separator));
  const first = lines.findIndex(({ cells }) => cells.length > 1 && cells.slice(1).every(isNumber));
  const header = lines[first - 1]?.cells;
  if (!header) return refused(compensationIssues.raise("cytometry-matrix-empty"));
  const rows = lines.slice(first);
  const width = rows[0]!.cells.length;
  const named = header.length < width || header[0] === "" || !isNumber(rows[0]!.cells[0]!);
  const detectors = named && header.length === width ? header.slice(1) : header;
  const wanted = detectors.length;
  for (const { number, cells } of rows) {
    const numbers = named ? cells.slice(1) : cells;
    if (numbers.length === wanted && numbers.every(isNumber)) continue;
    const values = cells.slice(0, 12).join(" | ");
    const place = { place: { line: number } };
    return refused(
      compensationIssues.raise("cytometry-matrix-text", { line: number, values, wanted }, place),
    );
  }
  const matrix = rows.map(({ cells }) =>
    (named ? cells.slice(1) : cells).map((cell) => Number(decimal(cell, separator))),
  );
  return accepted({ detectors, dyes: named ? rows.map(({ cells }) => cells[0]!) : null, matrix });
}

/** `FL1-H` of `Comp-FL1-H`, `<FL1-H>` and `FL1-H :: CD9`. */
function plainName(name: string): string {
  return name
    .replace(/\s*::.*$/, "")
    .replace(/^Comp-/i, "")
    .replace(/^<(.*)>$/, "$1")
    .trim();
}

function channelOf(name: string, channels: readonly { readonly name: string }[]): number {
  const same = [
    (one: string) => one === name,
    (one: string) => one === plainName(name),
    (one: string) => one.toLowerCase() === plainName(name).toLowerCase(),
  ];
  for (const test of same) {
    const found = channels.flatMap((channel, i) => (test(channel.name) ? [i] : []));
    if (found.length > 0) return found.length === 1 ? found[0]! : -1;
  }
  return -1;
}

/** Rows in the order of the columns where the same names stand at both; null where they do not. */
function ordered({ detectors, dyes, matrix }: MatrixText): readonly (readonly number[])[] | null {
  if (!dyes) return matrix;
  const names = dyes.map(plainName);
  const places = detectors.map((detector) => names.indexOf(plainName(detector)));
  if (new Set(places).size !== places.length || places.includes(-1)) return null;
  return places.map((place) => matrix[place]!);
}

/**
 * The spillover of a matrix text over the channels of a data set; rows are put in the order of the columns by their
 * names. Refused: `cytometry-spillover-shape`, `cytometry-matrix-channel-unknown`. Warning:
 * `cytometry-matrix-rows-in-order` where the rows are named otherwise than the detectors.
 */
export function spilloverOfText(
  text: MatrixText,
  channels: readonly { readonly name: string }[],
): Result<Spillover> {
  const { detectors, dyes, matrix } = text;
  if (matrix.length !== detectors.length) {
    const shape = `${matrix.length} x ${detectors.length}`;
    return refused(
      compensationIssues.raise("cytometry-spillover-shape", { channels: detectors.length, shape }),
    );
  }
  const places = detectors.map((name) => channelOf(name, channels));
  const unknown = places.findIndex((place, i) => place < 0 || places.indexOf(place) !== i);
  if (unknown >= 0) {
    const names = channels.map(({ name }) => name).join(", ");
    const told = { name: detectors[unknown]!, channels: names };
    return refused(compensationIssues.raise("cytometry-matrix-channel-unknown", told));
  }
  const rows = ordered(text);
  const warnings: Issue[] = rows
    ? []
    : [compensationIssues.raise("cytometry-matrix-rows-in-order", { rows: (dyes ?? []).join(", ") })];
  return accepted({ keyword: "", channels: places, matrix: rows ?? matrix, applied: false }, warnings);
}

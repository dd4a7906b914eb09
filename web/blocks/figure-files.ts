import { canonicalJson, drawable, type Figure, type Json, type Language } from "vesica/kernel";
import { type CsvCell, csvTable } from "vesica/report";

type Rows = Figure["data"][string];

const cellOf = (value: Json | undefined): CsvCell => {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string") return value;
  return typeof value === "boolean" ? String(value) : canonicalJson(value);
};

/** A data set of a figure as CSV: a column for each name that any row has, in order of first use. */
export function dataCsv(rows: Rows): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvTable([columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))]);
}

/** A figure as a Vega-Lite file with its data inside. */
export function vegaLiteText(figure: Figure, language: Language): string {
  return `${JSON.stringify(drawable(figure, language), null, 2)}\n`;
}

const namespace = "http://www.w3.org/2000/svg";

/** A drawing as a file of its own: the name space that a page does not need and a file does. */
export function svgFile(drawing: string): string {
  const [root = ""] = /<svg\b[^>]*>/.exec(drawing) ?? [];
  return /\sxmlns=/.test(root) ? drawing : drawing.replace("<svg", `<svg xmlns="${namespace}"`);
}

/** Width and height of a drawing in CSS pixels, by its `width` and `height`, else by its view box. */
export function drawingSize(drawing: string): { readonly width: number; readonly height: number } {
  const [root = ""] = /<svg\b[^>]*>/.exec(drawing) ?? [];
  const own = (name: string) => Number(new RegExp(`\\s${name}="([0-9.]+)(?:px)?"`).exec(root)?.[1]);
  const [, , boxWidth, boxHeight] = (/\sviewBox="([^"]*)"/.exec(root)?.[1] ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = own("width") || boxWidth || 600;
  const height = own("height") || boxHeight || 400;
  return { width, height };
}

/** A figure's id and a data set's name as a file name that every system takes. */
export function fileName(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[^\p{L}\p{N}._-]+/gu, "-")).join(".");
}

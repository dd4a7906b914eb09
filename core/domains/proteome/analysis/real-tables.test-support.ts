import { readFileSync } from "node:fs";
import { type Matrix, matrixOf } from "../../../statistics/index.ts";

/** A small protein table of a real study, as log2 abundances of its two fractions. */
export interface RealTable {
  readonly genes: readonly (readonly string[])[];
  readonly accessions: readonly (readonly string[])[];
  readonly ev: Matrix;
  readonly source: Matrix;
  /** The fractions on the linear scale. */
  readonly linear: { readonly ev: Matrix; readonly source: Matrix };
}

/** Rows of a comma-separated file; quoted cells may hold commas and line ends. */
function tableOf(path: string): readonly (readonly string[])[] {
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted ?? plain!);
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

function columns(rows: readonly (readonly number[])[], from: number): Matrix {
  return matrixOf(rows.map((row) => row.slice(from, from + 3)));
}

/** Three vesicle and three plasma runs of Mag-Net, areas; 0 is not measured. */
export function magNet(path: string): RealTable {
  const rows = tableOf(path).slice(1);
  const areas = rows.map((row) =>
    row.slice(3, 9).map((cell) => (Number(cell) > 0 ? Number(cell) : Number.NaN)),
  );
  const logs = areas.map((row) => row.map((area) => Math.log2(area)));
  return {
    genes: rows.map((row) => (row[2] === "" ? [] : row[2]!.split(/[ /]+/))),
    accessions: rows.map((row) => row[0]!.split("/").map((name) => name.split("|")[1] ?? name.trim())),
    ev: columns(logs, 0),
    source: columns(logs, 3),
    linear: { ev: columns(areas, 0), source: columns(areas, 3) },
  };
}

/** Fraction 8 (vesicles) of a size exclusion column beside fraction 20 (soluble) or the medium, log2 of LFQ intensities; 0 is not measured. */
export function senescence(path: string, against: "fraction 20" | "medium"): RealTable {
  const rows = tableOf(path).slice(1);
  const logs = rows.map((row) =>
    row.slice(0, 9).map((cell) => (Number(cell) > 0 ? Number(cell) : Number.NaN)),
  );
  const linear = logs.map((row) => row.map((log) => 2 ** log));
  const from = against === "medium" ? 6 : 0;
  return {
    genes: rows.map((row) => row[9]!.split(";")),
    accessions: rows.map(() => []),
    ev: columns(logs, 3),
    source: columns(logs, from),
    linear: { ev: columns(linear, 3), source: columns(linear, from) },
  };
}

/** Accessions of plasma's own proteins in the list of Mag-Net's authors: lipoproteins, and those that a depletion column takes away. */
export function plasmaProteins(path: string): ReadonlySet<string> {
  const rows = tableOf(path).slice(1);
  return new Set(rows.filter((row) => row[8] !== "" || row[9] !== "").map((row) => row[5]!));
}

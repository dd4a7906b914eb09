import { z } from "zod";
import { accepted, field, type Issue, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { type Matrix, nestedRows } from "../../../../statistics/linear-algebra/index.ts";
import { defineFinite } from "../define-finite.ts";
import { compensationOf } from "./compensation.ts";
import { compensationIssues } from "./issues.ts";
import { mixColumns } from "./mix-columns.ts";
import { unmixingOf } from "./unmixing.ts";

const numbers = z.array(z.array(z.number()));
const events = field(
  numbers.default([]),
  "1",
  "Events as rows of linear values, in the order of the detectors",
  "イベントごとの線形値（検出器の順）",
);

/** Rows of events times a matrix; `cytometry-events-shape` where an event has not one value for each row of it. */
function mixed(matrix: Matrix, rows: readonly (readonly number[])[]): Result<number[][]> {
  const odd = rows.findIndex((row) => row.length !== matrix.rows);
  if (odd >= 0) {
    const told = { event: odd + 1, values: rows[odd]!.length, detectors: matrix.rows };
    return refused(compensationIssues.raise("cytometry-events-shape", told));
  }
  const columns = Array.from({ length: matrix.rows }, (_, j) => Float64Array.from(rows, (row) => row[j]!));
  const out = Array.from({ length: matrix.columns }, () => new Float64Array(rows.length));
  mixColumns(matrix, columns, out, rows.length);
  return accepted(rows.map((_, e) => out.map((column) => column[e]!)));
}

function withEvents<T extends object>(
  made: T,
  warnings: readonly Issue[],
  matrix: Matrix,
  rows: readonly (readonly number[])[],
): Result<T & { readonly events: readonly (readonly number[])[] }> {
  const turned = mixed(matrix, rows);
  return isRefused(turned) ? turned : accepted({ ...made, events: turned.value }, warnings);
}

export const compensation = defineFinite({
  id: "cytometry.compensation",
  version: "1",
  title: { en: "Compensation", ja: "補正（コンペンセーション）" },
  summary: {
    en: "Inverts a spillover matrix, tells how well it can be inverted, and takes it out of events; negative values are kept.",
    ja: "補正行列の逆行列と条件数を求め、イベントから漏れ込みを除きます。負の値はそのまま残します。",
  },
  input: z.object({
    spillover: field(
      numbers,
      "1",
      "Spillover: row = fluorochrome, column = detector",
      "補正行列（行: 蛍光色素、列: 検出器）",
    ),
    events,
  }),
  parameters: z.object({
    diagonal: field(
      z.enum(["normalise", "as-stated"]).default("normalise"),
      "1",
      "Rows whose diagonal is not 1: divide by it, or apply as stated",
      "対角成分が 1 でない行: 対角成分で割る、または記載どおり適用",
    ),
  }),
  example: {
    input: {
      spillover: [
        [1, 0.18, 0.02],
        [0.09, 1, 0.14],
        [0.01, 0.05, 1],
      ],
      events: [
        [12_000, 2300, 300],
        [900, 8200, 1250],
        [150, 420, 5100],
      ],
    },
  },
  run: ({ spillover, events: rows }, { diagonal }) => {
    const channels = spillover.map((_, i) => i);
    const made = compensationOf({ keyword: "", applied: false, channels, matrix: spillover }, diagonal);
    if (isRefused(made)) return made;
    const { inverse, condition, normalised } = made.value;
    const found = { condition, normalised, inverse: nestedRows(inverse) };
    return withEvents(found, made.warnings, inverse, rows);
  },
});

export const unmixing = defineFinite({
  id: "cytometry.unmixing",
  version: "1",
  title: { en: "Spectral unmixing", ja: "スペクトルアンミキシング" },
  summary: {
    en: "Abundance of each reference spectrum in events by least squares over all detectors, with the condition number.",
    ja: "全検出器の最小二乗法により、各参照スペクトルの存在量と条件数を求めます。",
  },
  input: z.object({
    spectra: field(
      numbers,
      "1",
      "Reference spectra: row = fluorochrome, column = detector",
      "参照スペクトル（行: 蛍光色素、列: 検出器）",
    ),
    weights: field(
      z.array(z.number()).nullable().default(null),
      "1",
      "Weight of each detector (reciprocal variance)",
      "各検出器の重み（分散の逆数）",
    ),
    events,
  }),
  parameters: z.object({}),
  example: {
    input: {
      spectra: [
        [1, 0.62, 0.21, 0.05],
        [0.08, 0.55, 1, 0.48],
      ],
      events: [
        [5200, 3480, 1590, 520],
        [640, 2900, 5130, 2440],
      ],
    },
  },
  run: ({ spectra, weights, events: rows }) => {
    const made = unmixingOf(spectra, weights);
    if (isRefused(made)) return made;
    const { unmixer, condition } = made.value;
    return withEvents({ condition, unmixer: nestedRows(unmixer) }, made.warnings, unmixer, rows);
  },
});

import {
  cellNumber,
  cellText,
  type DecimalSigns,
  noSigns,
  type Row,
} from "../../../../containers/delimited/index.ts";
import type { Issue, TextParameters } from "../../../../kernel/index.ts";
import type { LeftOut } from "../../measurement.ts";
import { quantityIssues } from "../issues.ts";

interface Count {
  count: number;
  line: number;
  cell: string;
}

type Reason = LeftOut["reason"];

/** What was met in a file that is not in its matrices. */
export interface Tally {
  readonly signs: DecimalSigns;
  readonly counts: Map<Reason, Count>;
}

export function newTally(): Tally {
  return { signs: noSigns(), counts: new Map() };
}

/** Counts one row or cell that is left out. */
export function leaveOut(tally: Tally, reason: Reason, line: number, cell = ""): void {
  const known = tally.counts.get(reason);
  if (known === undefined) tally.counts.set(reason, { count: 1, line, cell: cell.slice(0, 40) });
  else known.count++;
}

/** How a format writes its numbers. */
export interface CellRules {
  readonly scale: "linear" | "log2";
  /** Counts and ratios may be zero; an intensity of zero was not measured. */
  readonly zeroIsMissing: boolean;
  /** In small letters. */
  readonly missing: ReadonlySet<string>;
}

/** Marks of a missing value that every format is granted. */
export const commonMissing: ReadonlySet<string> = new Set(["", "na", "nan", "n/a", "#n/a", "null", "none"]);

/** The quantity in a cell; NaN where it was not measured, and with a count in `tally` where it is no possible quantity. */
export function quantityCell(row: Row, cell: number, rules: CellRules, tally: Tally): number {
  const value = cellNumber(row, cell, tally.signs);
  if (Number.isNaN(value)) return wordCell(row, cell, rules, tally);
  if (value === 0 && rules.zeroIsMissing) return Number.NaN;
  if (!Number.isFinite(value) || (value < 0 && rules.scale === "linear")) {
    leaveOut(tally, "infinite or negative", row.line, cellText(row, cell));
    return Number.NaN;
  }
  return value === 0 ? 0 : value;
}

function wordCell(row: Row, cell: number, rules: CellRules, tally: Tally): number {
  if ((cell >= row.count || row.starts[cell] === row.ends[cell]) && rules.missing.has("")) return Number.NaN;
  const text = cellText(row, cell);
  if (rules.missing.has(text.toLowerCase())) return Number.NaN;
  const infinite = /^[+-]?(inf|infinity|∞)$/i.test(text);
  leaveOut(tally, infinite ? "infinite or negative" : "not a number", row.line, text);
  return Number.NaN;
}

const codes = {
  "above the producer's q-value limit": "proteome-above-limit",
  "no protein named": "proteome-no-protein",
  "not the master protein of its group": "proteome-not-master",
  "line with another number of cells": "proteome-line-uneven",
  "infinite or negative": "proteome-value-impossible",
  "not a number": "proteome-value-unreadable",
  "second value for the same protein and run": "proteome-value-twice",
} as const satisfies Record<Reason, string>;

/** Left out rows and cells for the measurement. */
export function leftOutOf(tally: Tally): LeftOut[] {
  return [...tally.counts].map(([reason, { count }]) => ({ reason, count }));
}

/** One issue for every reason; `more` fills the places that only the caller knows. */
export function tallyIssues(tally: Tally, more: TextParameters = {}): Issue[] {
  return [...tally.counts].map(([reason, { count, line, cell }]) =>
    quantityIssues.raise(codes[reason], { ...more, count, line, cell }, { place: { line } }),
  );
}

/** The error where decimal signs are mixed, other than the one a person said, or cannot be told from thousands separators. */
export function signIssue({ signs }: Tally, said?: "." | ","): Issue | null {
  const { points, commas, plainCommas, pointLine, commaLine } = signs;
  const place = { place: { line: commaLine || pointLine } };
  const mixed = () => quantityIssues.raise("proteome-decimal-mixed", { pointLine, commaLine }, place);
  if (points > 0 && commas > 0) return mixed();
  if (said !== undefined) return (said === "," ? points : commas) > 0 ? mixed() : null;
  if (commas === 0 || plainCommas > 0) return null;
  return quantityIssues.raise("proteome-decimal-ambiguous", { commaLine }, place);
}

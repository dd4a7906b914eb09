import type { Issue } from "../../../kernel/index.ts";
import type { Stated } from "../measurement.ts";
import { dlsIssues } from "./dls-issues.ts";
import { type DecimalSign, numberOf, statedOf, type Tally } from "./dls-numbers.ts";
import { alignRow, type TextRow } from "./dls-text.ts";
import {
  type ArrayName,
  arrayOf,
  arrayUnit,
  checkArrayUnit,
  checkScalarUnit,
  type Heading,
  headingOf,
  peakOf,
  type Scalar,
  scalarOf,
  scalarUnit,
} from "./zetasizer-columns.ts";

export interface Section {
  readonly header: TextRow;
  readonly rows: readonly TextRow[];
}

/** One record as its lines state it, before anything is judged; several values where several columns state one. */
export interface Draft {
  readonly name: string;
  readonly line: number;
  readonly scalars: Map<Scalar, Stated[]>;
  readonly peaks: Map<number, { diameter: Stated[]; area: Stated[] }>;
  readonly arrays: Map<ArrayName, number[]>;
  readonly settings: Map<string, string>;
}

interface Usage {
  readonly heading: Heading;
  readonly column: number;
  readonly scalar: Scalar | null;
  readonly array: ArrayName | null;
  readonly peak: ReturnType<typeof peakOf>;
}

/** Records of all sections; lines of one sample name and time in different sections are one record. */
export function draftsOf(
  sections: readonly Section[],
  sign: DecimalSign,
  tally: Tally,
): { drafts: readonly Draft[]; issues: readonly Issue[] } {
  const drafts = new Map<string, Draft>();
  const issues: Issue[] = [];
  const skipped: { type: string; line: number }[] = [];
  const uneven: number[] = [];
  const sizes: number[] = [];
  for (const section of sections) {
    const usages = usagesOf(section.header, issues);
    const seen = new Map<string, number>();
    const cellOf = (row: TextRow, name: string) =>
      usages.filter((usage) => usage.heading.name === name).map((usage) => row.cells[usage.column]!)[0] ?? "";
    let size = 0;
    for (const found of section.rows) {
      const row = alignRow(found, section.header.cells.length);
      if (row === null) {
        uneven.push(found.line);
        continue;
      }
      const type = cellOf(row, "type");
      if (usages.some((usage) => usage.heading.name === "type") && type.toLowerCase() !== "size") {
        skipped.push({ type: type || "—", line: row.line });
        continue;
      }
      const name = cellOf(row, "sample name");
      const identity = `${name}\t${cellOf(row, "measurement date and time")}`;
      const times = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, times);
      const key = `${identity}\t${times}`;
      const draft = drafts.get(key) ?? emptyDraft(name, row.line);
      drafts.set(key, draft);
      fill(draft, row, usages, sign, tally);
      size++;
    }
    sizes.push(size);
  }
  const least = sizes.reduce((least, size) => Math.min(least, size), drafts.size);
  if (least < drafts.size) {
    issues.push(dlsIssues.raise("zetasizer-tables-differ", { records: drafts.size, least }));
  }
  if (uneven.length > 0) {
    const parameters = { count: uneven.length, line: uneven[0]! };
    issues.push(dlsIssues.raise("dls-line-uneven", parameters, { place: { line: uneven[0]! } }));
  }
  if (skipped.length > 0) {
    const types = [...new Set(skipped.map((one) => one.type))].slice(0, 5).join(", ");
    const line = skipped[0]!.line;
    const parameters = { count: skipped.length, types, place: line };
    issues.push(dlsIssues.raise("zetasizer-type-skipped", parameters, { place: { line } }));
  }
  return { drafts: [...drafts.values()], issues };
}

function emptyDraft(name: string, line: number): Draft {
  return {
    name,
    line,
    scalars: new Map(),
    peaks: new Map(),
    arrays: new Map(),
    settings: new Map(),
  };
}

/** Columns whose unit is not the expected one are told and then treated as settings; broken arrays are told and dropped. */
function usagesOf(header: TextRow, issues: Issue[]): readonly Usage[] {
  const place = { place: { line: header.line } };
  const counts = new Map<ArrayName, number>();
  const broken = new Set<ArrayName>();
  const told = new Set<string>();
  const tell = (code: "zetasizer-unit" | "zetasizer-unit-garbled", heading: Heading, unit: string) => {
    const column = heading.written.replace(/\[\d+\]/, "[]");
    if (told.has(column)) return;
    told.add(column);
    const parameters = code === "zetasizer-unit" ? { column, expected: unit } : { column, taken: unit };
    issues.push(dlsIssues.raise(code, parameters, place));
  };
  const usages = header.cells.map((cell, column): Usage => {
    const heading = headingOf(cell);
    const scalar = scalarOf(heading);
    const array = arrayOf(heading);
    const peak = peakOf(heading);
    if (array !== null) {
      const count = (counts.get(array) ?? 0) + 1;
      counts.set(array, count);
      if (heading.index !== count) broken.add(array);
      const check = checkArrayUnit(array, heading.unit);
      if (check === "garbled") tell("zetasizer-unit-garbled", heading, arrayUnit(array));
      if (check === "other") tell("zetasizer-unit", heading, arrayUnit(array));
      if (check === "other") return { heading, column, scalar: null, array: null, peak: null };
    }
    if (scalar !== null) {
      const check = checkScalarUnit(scalar, heading.unit);
      if (check === "garbled") tell("zetasizer-unit-garbled", heading, scalarUnit(scalar));
      if (check === "other") tell("zetasizer-unit", heading, scalarUnit(scalar));
      if (check === "other") return { heading, column, scalar: null, array: null, peak: null };
    }
    if (peak?.part === "diameter" && !/^(?:d\.)?nm$/.test(heading.unit)) {
      tell("zetasizer-unit", heading, "nm");
      return { heading, column, scalar: null, array: null, peak: null };
    }
    return { heading, column, scalar, array, peak };
  });
  for (const array of broken) {
    issues.push(dlsIssues.raise("zetasizer-array-columns", { array }, place));
  }
  return usages.map((usage) =>
    usage.array !== null && broken.has(usage.array) ? { ...usage, array: null } : usage,
  );
}

function fill(draft: Draft, row: TextRow, usages: readonly Usage[], sign: DecimalSign, tally: Tally): void {
  for (const { heading, column, scalar, array, peak } of usages) {
    const cell = row.cells[column]!;
    const line = row.lines[column] ?? row.line;
    if (heading.index !== null) {
      if (array === null) continue;
      const value = numberOf(cell, sign);
      if (value === undefined) tally.unreadable(heading.written, cell, line);
      const values = draft.arrays.get(array) ?? [];
      draft.arrays.set(array, values);
      values.push(value ?? Number.NaN);
      continue;
    }
    if (cell !== "" && !draft.settings.has(heading.written)) draft.settings.set(heading.written, cell);
    if (scalar !== null) {
      const stated = statedOf(cell, heading.written, scalarUnit(scalar), line, sign, tally);
      const known = draft.scalars.get(scalar);
      if (stated !== null && known === undefined) draft.scalars.set(scalar, [stated]);
      else if (stated !== null) known!.push(stated);
    }
    if (peak !== null) {
      const unit = peak.part === "diameter" ? "nm" : "%";
      const stated = statedOf(cell, heading.written, unit, line, sign, tally);
      const parts = draft.peaks.get(peak.peak) ?? { diameter: [], area: [] };
      draft.peaks.set(peak.peak, parts);
      if (stated !== null) parts[peak.part].push(stated);
    }
  }
}

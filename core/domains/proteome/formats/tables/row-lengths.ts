import type { Row } from "../../../../containers/delimited/index.ts";
import type { Issue } from "../../../../kernel/index.ts";
import { quantityIssues } from "../issues.ts";

/**
 * Judges rows by their count of cells. Spreadsheets and editors cut empty cells off a line's end or add some: a row
 * fits that has at least the columns up to `needed`, and nothing behind the header's `width`.
 */
export function rowLengths(width: number, needed = 0) {
  let count = 0;
  let first = 0;
  return {
    fits(row: Row): boolean {
      if (row.count <= needed) return false;
      for (let cell = width; cell < row.count; cell++) {
        if (row.ends[cell]! > row.starts[cell]!) return false;
      }
      return true;
    },
    /** Counts a row that is used and shorter than the header. */
    note(row: Row): void {
      if (row.count < width && count++ === 0) first = row.line;
    },
    issues(): Issue[] {
      if (count === 0) return [];
      const parameters = { count, line: first, expected: width };
      return [quantityIssues.raise("proteome-line-short", parameters, { place: { line: first } })];
    },
  };
}

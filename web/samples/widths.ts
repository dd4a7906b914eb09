import type { Grid } from "./grid.ts";

const looked = 300;

/** Widths of the grid's columns after the texts in their first rows, as a CSS template, and their sum. */
export function columnWidths({ columns, rows }: Grid): { readonly template: string; readonly total: string } {
  const some = rows.slice(0, looked);
  const widths = columns.map((name, column) => {
    const longest = some.reduce(
      (most, cells) => Math.max(most, lengthOf(cells[column]!)),
      lengthOf(name) + 2,
    );
    return Math.max(9, Math.min(longest + 3, 38));
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  return {
    template: `3.5rem ${widths.map((width) => `${width}ch`).join(" ")}`,
    total: `calc(3.5rem + ${total}ch)`,
  };
}

/** Characters as wide as they are drawn: East Asian ones count twice. */
function lengthOf(text: string): number {
  let length = 0;
  for (const character of text.slice(0, 60)) length += character > "\u2e7f" ? 2 : 1;
  return length;
}

import type { FeatureTable, Language } from "vesica/kernel";
import { featureText } from "vesica/report";

/** Rows that decide the widths. */
const sampled = 200;
const narrowest = { number: 6, text: 14 };
const widest = 34;
const widestHead = 20;

/** Width of text in letters: those of East Asia are two wide. */
export function letters(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! > 0x2e7f ? 2 : 1;
  return width;
}

/** Widths of columns in letters, by their heads and first rows, so that they stay while rows come and go. */
export function columnWidths(columns: FeatureTable["columns"], language: Language): readonly number[] {
  return columns.map((column) => {
    const text = featureText(column);
    const shown = Math.min(sampled, column.values.length);
    const cells = Array.from({ length: shown }, (_, row) => letters(text(row)));
    const widestCell = cells.reduce((most, width) => Math.max(most, width), 0);
    // capital letters are wider than figures
    const cell = column.kind === "text" ? Math.ceil(1.15 * widestCell) : widestCell;
    const head = column.title[language];
    const word = Math.max(...head.split(/[\s、，（]/).map(letters), Math.ceil(letters(head) / 3));
    return Math.max(narrowest[column.kind], Math.min(widest, cell), Math.min(widestHead, word + 2));
  });
}

/** How a file separates cells and writes decimals. */
export interface Layout {
  readonly delimiter: string;
  readonly decimal: "." | ",";
}

/**
 * Layout of separated text, shown by the file itself: the character after one of `labels` at a line's start separates
 * cells; a comma inside the first cell that `sample` matches is a decimal sign unless commas separate cells.
 */
export function detectLayout(text: string, labels: readonly string[], sample: RegExp): Layout {
  const delimiter = firstDelimiter(text, labels);
  if (delimiter === ",") return { delimiter, decimal: "." };
  const shown = sample.exec(text)?.[1] ?? "";
  return { delimiter, decimal: shown.includes(",") ? "," : "." };
}

function firstDelimiter(text: string, labels: readonly string[]): string {
  for (const label of labels) {
    const at = text.startsWith(label) ? 0 : text.indexOf(`\n${label}`) + 1;
    if (at === 0 && !text.startsWith(label)) continue;
    const next = text[at + label.length];
    if (next === "," || next === ";" || next === "\t") return next;
  }
  return ",";
}

/** A number with `figures` significant figures and no exponent. */
export function printed(value: number, figures: number): string {
  return String(Number(value.toPrecision(figures)));
}

/** Rows of a table as UTF-8 text. */
export function tableBytes(
  rows: readonly (readonly string[])[],
  delimiter: string,
  lineEnd: string,
): Uint8Array<ArrayBuffer> {
  const text = rows.map((cells) => cells.join(delimiter) + lineEnd).join("");
  return new TextEncoder().encode(text);
}

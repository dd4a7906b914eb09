const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that a terminal needs for `text`: Japanese characters take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** `text` with spaces to fill `width` columns. */
export function padded(text: string, width: number, side: "left" | "right" = "left"): string {
  const spaces = " ".repeat(Math.max(0, width - displayWidth(text)));
  return side === "left" ? text + spaces : spaces + text;
}

/** `text` cut to `width` columns, with an ellipsis where something is cut. */
export function shortened(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = "";
  let taken = 0;
  for (const character of text) {
    taken += displayWidth(character);
    if (taken > width - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** A path cut to `width` columns: its folders first, since the name is what tells files apart. */
export function shortenedPath(path: string, width: number): string {
  if (displayWidth(path) <= width) return path;
  const at = path.lastIndexOf("/");
  const rest = width - displayWidth(path.slice(at));
  return at > 0 && rest > 0
    ? shortened(path.slice(0, at), rest) + path.slice(at)
    : shortened(path.slice(at + 1), width);
}

/** Characters that would steer a terminal, made visible. */
export function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** `text` in lines of at most `width` columns, broken at spaces, and inside a word that is longer. */
export function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const part of text.match(/\s*\S+/g) ?? []) {
    const room = width - displayWidth(lines.at(-1)!);
    if (displayWidth(part) <= room) lines[lines.length - 1] += part;
    else if (displayWidth(part.trim()) <= width) lines.push(part.trim());
    else
      for (const character of part) {
        if (displayWidth(lines.at(-1)! + character) <= width) lines[lines.length - 1] += character;
        else lines.push(character.trim());
      }
  }
  return lines.filter((line, at) => line !== "" || at > 0);
}

/** Rows as aligned lines, two spaces between columns; `right` names the columns that are aligned to the right. */
export function alignedLines(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column]!, right.includes(column) ? "right" : "left"))
      .join("  ")
      .trimEnd(),
  );
}

/** Where in a text a line and column are, both from 1; lines end with CRLF, LF or CR. */
export function offsetOf(text: string, line: number, column: number): number {
  const ends = /\r\n|\r|\n/g;
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = ends.exec(text);
    if (!end) break;
    start = ends.lastIndex;
  }
  return Math.min(start + column - 1, text.length);
}

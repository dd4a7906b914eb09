import { decodeText } from "../../../../containers/delimited/decode.ts";

/** Lines of a text file, without line ends; a file whose only line ends are carriage returns is split at those. */
export interface Lines {
  readonly lines: readonly string[];
  /** Whether the last line that holds something has a line end. */
  readonly ended: boolean;
}

/** The beginning of a file for `sniff`, without a character that the end of the head cuts. */
export function decodeHead(head: Uint8Array): string {
  let end = head.length;
  if (end >= 65_536) while (end > 0 && head[end - 1]! >= 0x80) end--;
  return decodeText(head.subarray(0, end)).text;
}

export function linesOf(text: string): Lines {
  const whole = text.includes("\n") ? text : text.replaceAll("\r", "\n");
  const lines = whole.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  const ended = lines.at(-1)!.trim() === "";
  return { lines, ended };
}

/**
 * Trimmed cells of one line, at most `most`; quotes count as in spreadsheets. Null where a quote is not closed.
 * Tables separated by tabs have quotes as plain characters, unless a whole cell stands between them.
 */
export function cellsOf(line: string, delimiter: string, most: number): readonly string[] | null {
  if (!line.includes('"') || delimiter === "\t") return line.split(delimiter, most).map(bare);
  const cells: string[] = [];
  let at = 0;
  while (cells.length < most) {
    const quoted = line[at] === '"';
    let close = at;
    if (quoted) {
      close = line.indexOf('"', at + 1);
      while (close >= 0 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
      if (close < 0) return null;
    }
    const next = line.indexOf(delimiter, close);
    const cell = line.slice(at, next < 0 ? line.length : next);
    cells.push(quoted ? unquoted(line.slice(at + 1, close)) : cell.trim());
    if (next < 0) return cells;
    at = next + 1;
  }
  return cells;
}

function bare(cell: string): string {
  const words = cell.trim();
  return words.length > 1 && words.startsWith('"') && words.endsWith('"')
    ? unquoted(words.slice(1, -1))
    : words;
}

function unquoted(cell: string): string {
  return cell.replaceAll('""', '"').trim();
}

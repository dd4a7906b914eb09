export interface SplitLine {
  /** Trimmed; quotes taken off, doubled quotes made single. */
  readonly cells: readonly string[];
  /** A quoted cell was not closed on this line. */
  readonly open: boolean;
}

/** Cells of one line of separated text. A quote counts only as a cell's first character, as spreadsheets write it. */
export function splitCells(line: string, delimiter: string): SplitLine {
  if (!line.includes('"')) return { cells: line.split(delimiter).map(trimmed), open: false };
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const start = skipBlanks(line, at);
    if (line[start] !== '"') {
      const end = line.indexOf(delimiter, at);
      cells.push(line.slice(at, end < 0 ? line.length : end).trim());
      if (end < 0) return { cells, open: false };
      at = end + 1;
      continue;
    }
    const close = closingQuote(line, start + 1);
    if (close < 0) {
      cells.push(line.slice(start));
      return { cells, open: true };
    }
    const next = line.indexOf(delimiter, close + 1);
    const rest = line.slice(close + 1, next < 0 ? line.length : next).trim();
    cells.push(
      line
        .slice(start + 1, close)
        .replaceAll('""', '"')
        .trim() + rest,
    );
    if (next < 0) return { cells, open: false };
    at = next + 1;
  }
}

function trimmed(cell: string): string {
  return cell.trim();
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === " ") at++;
  return at;
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}

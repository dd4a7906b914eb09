/** The beginning of a table: physical lines in cells. */
export interface Preview {
  readonly delimiter: string;
  readonly lines: readonly (readonly string[])[];
}

const mostLines = 60;
const delimiters = ["\t", ";", ",", "|"];

/** The first lines of a table, apart at `delimiter`, or at the character that most lines have. */
export function previewTable(text: string, delimiter?: string): Preview {
  const lines = text.split(/\r\n|\r|\n/, mostLines);
  const having = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  const found = delimiters.reduce((best, next) => (having(next) > having(best) ? next : best));
  const used = delimiter === "tab" ? "\t" : delimiter || found;
  return { delimiter: used, lines: lines.map((line) => splitLine(line, used)) };
}

/** The line, from 1, that seems to name the columns: words with the longest run of numbers under them; 1 where there is none. */
export function headerLine({ lines }: Preview): number {
  const isNumber = (cell: string) => /^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?$/i.test(cell);
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== "");
  const isBody = (cells: readonly string[], wide: number) =>
    cells.length >= wide &&
    2 * cells.filter(isNumber).length >= filled(cells).length &&
    filled(cells).length > 0;
  const runs = lines.map((cells, at) => {
    if (filled(cells).filter((cell) => !isNumber(cell)).length < 2) return 0;
    const end = lines.findIndex((line, index) => index > at && !isBody(line, cells.length));
    return (end < 0 ? lines.length : end) - at - 1;
  });
  return runs.indexOf(Math.max(...runs)) + 1;
}

function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!;
    if (letter === '"' && quoted && line[at + 1] === '"') {
      cell += letter;
      at++;
    } else if (letter === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (letter === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

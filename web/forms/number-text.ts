const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * The number that a person wrote: full-width digits, `−`, digits grouped by a no-break space and `1.5 × 10⁹` as the
 * report prints them are understood. Null for anything else, decimal commas too: nothing is guessed.
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/g, (raised) => `^${[...raised].map(lowered).join("")}`)
    .normalize("NFKC")
    .replaceAll("−", "-")
    .replace(/(?<=\d)[\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/g, "")
    .trim();
  const power = /^([-+]?(?:\d+\.?\d*|\.\d+))\s*[×x*]\s*10\s*\^\s*([-+]?\d+)$/.exec(plain);
  const written = power ? `${power[1]}e${power[2]}` : plain;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(written)) return null;
  const value = Number(written);
  return Number.isFinite(value) ? value : null;
}

function lowered(raised: string): string {
  return raised === "⁻" ? "-" : String(superscripts.indexOf(raised));
}

/** A number as a person writes it: plain digits, powers of ten from 10⁶ on. */
export function printNumber(value: number): string {
  return Math.abs(value) >= 1e6 ? value.toExponential().replace("e+", "e") : String(value);
}

/** What a column of numbers reads as, or the first of its words that is no number. */
export type ReadNumbers =
  | { readonly values: readonly (number | null)[] }
  | { readonly wrong: string; readonly at: number };

/**
 * Numbers one below the other, or apart by tabs, blanks, semicolons or commas with a blank. With `gaps` an empty line
 * between others, `-` or `null` is a number that is not there.
 */
export function parseNumbers(text: string, gaps = false): ReadNumbers {
  const words = splitCells(text, gaps);
  const values: (number | null)[] = [];
  for (const [at, word] of words.entries()) {
    const isGap = gaps && (word === "" || word === "-" || word.toLowerCase() === "null");
    const value = isGap ? null : parseNumber(word);
    if (value === null && !isGap) return { wrong: word, at };
    values.push(value);
  }
  return { values };
}

function splitCells(text: string, gaps: boolean): string[] {
  const lines = text.replace(/^[\r\n]+|\s+$/g, "").split(/\r\n?|\n/);
  if (lines.length === 1 && lines[0]!.trim() === "") return [];
  return lines.flatMap((line) => {
    const cells = line.trim().split(/\s*;\s*|,\s+|[\t 　]+/);
    return gaps || cells.length > 1 || cells[0] !== "" ? cells.filter((cell) => gaps || cell !== "") : [];
  });
}

/** Rows of numbers, a line each. */
export type ReadMatrix =
  | { readonly rows: readonly (readonly number[])[] }
  | { readonly wrong: string; readonly at: number };

/** Reads a table of numbers as a spreadsheet copies it. */
export function parseMatrix(text: string): ReadMatrix {
  const rows: number[][] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === "") continue;
    const read = parseNumbers(line);
    if ("wrong" in read) return { wrong: read.wrong, at: rows.length };
    rows.push(read.values as number[]);
  }
  return { rows };
}

import type { FileContext, RoomColumn, SheetRow } from "./domain.ts";

/** The sheet's row for a capture: the first whose pattern matches the name exactly, else by `*`, else the file's row. */
export function rowOfCapture(rows: readonly SheetRow[], capture: string): SheetRow | null {
  const exact = rows.find((row) => row.capture === capture);
  const pattern = rows.find((row) => row.capture?.includes("*") && matchesPattern(row.capture, capture));
  const whole = rows.find((row) => row.capture === undefined);
  return exact ?? pattern ?? whole ?? null;
}

function matchesPattern(pattern: string, name: string): boolean {
  const parts = pattern.split("*");
  if (!name.startsWith(parts[0]!)) return false;
  let from = parts[0]!.length;
  for (const part of parts.slice(1, -1)) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  const last = parts.at(-1)!;
  return name.length - last.length >= from && name.endsWith(last);
}

/** The name a file's numbers go by where the sheet names no sample. */
export function sampleOfFile(context: FileContext): string | null {
  return context.rows.find((row) => row.role !== "ignore")?.sample ?? null;
}

/** A word without its letter case, width, underscores, dots, hyphens and doubled spaces. */
export function plainWord(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.-]+/g, " ")
    .trim();
}

/** What the row says in a column that one room alone reads; empty where nothing is written. */
export function roomCell({ extra }: Pick<SheetRow, "extra">, { names }: Pick<RoomColumn, "names">): string {
  const known = names.map(plainWord);
  const found = Object.entries(extra).find(
    ([name, words]) => known.includes(plainWord(name)) && words.trim() !== "",
  );
  return found?.[1].trim() ?? "";
}

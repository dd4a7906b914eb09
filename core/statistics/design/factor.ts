export type FactorKind = "numeric" | "date" | "categorical" | "identifier" | "constant" | "empty";

/** A covariate as recorded, one entry per sample. */
export interface Factor {
  readonly kind: FactorKind;
  /** Number of each cell (days since 1970-01-01 for dates); NaN where missing or where the kind is not numeric. */
  readonly numbers: Float64Array;
  /** Level of each cell, an index of `levels`; -1 where missing. Numbers and dates have levels as well. */
  readonly codes: Int32Array;
  /** Names in order of first appearance. */
  readonly levels: readonly string[];
  readonly missing: number;
}

export interface FactorOptions {
  /** Cells, in lower case, that say that nothing was recorded, besides the empty one. */
  readonly missing?: readonly string[];
  /** Takes the column as this; `numeric` only where all recorded cells are numbers. */
  readonly kind?: "numeric" | "categorical";
}

export const missingWords: readonly string[] = ["na", "n/a", "nan", "null", "none", "unknown", "-", "?"];

const mostCategories = 4;

/**
 * What a covariate's cells are. `numeric`: all recorded cells are numbers with over 4 distinct values that are not codes
 * (whole numbers, at most 12 of them, each three times or more on average); `date`: the same for YYYY-MM-DD;
 * `constant`: one value; `identifier`: text, each its own; else `categorical`. Blanks around a cell do not count.
 */
export function factorOf(
  cells: readonly (string | number | null | undefined)[],
  options: FactorOptions = {},
): Factor {
  const words = new Set([...(options.missing ?? missingWords), ""]);
  const texts = cells.map((cell) => {
    const text = String(cell ?? "").trim();
    return words.has(text.toLowerCase()) ? "" : text;
  });
  const levels = [...new Set(texts.filter((text) => text !== ""))];
  const order = new Map(levels.map((level, k) => [level, k]));
  const codes = Int32Array.from(texts, (text) => order.get(text) ?? -1);
  const recorded = texts.filter((text) => text !== "").length;
  const kind = chosenKind(kindOf(levels, recorded), levels, options.kind);
  const measure = kind === "date" ? daysOf : Number;
  const numbers = Float64Array.from(texts, (text) =>
    text === "" || (kind !== "numeric" && kind !== "date") ? Number.NaN : measure(text),
  );
  return { kind, numbers, codes, levels, missing: cells.length - recorded };
}

/** What was asked for, where the cells allow it. */
function chosenKind(found: FactorKind, levels: readonly string[], asked: FactorOptions["kind"]): FactorKind {
  if (!asked || levels.length < 2) return found;
  return asked === "numeric" && !levels.every(isNumber) ? found : asked;
}

function kindOf(levels: readonly string[], recorded: number): FactorKind {
  if (recorded === 0) return "empty";
  if (levels.length === 1) return "constant";
  const many = levels.every(isNumber) ? new Set(levels.map(Number)).size : levels.length;
  if (levels.every(isNumber)) {
    const coded =
      levels.every((level) => Number.isInteger(Number(level))) && many <= 12 && recorded >= 3 * many;
    return many > mostCategories && !coded ? "numeric" : "categorical";
  }
  if (levels.every((level) => !Number.isNaN(daysOf(level)))) {
    return many > mostCategories && recorded < 3 * many ? "date" : "categorical";
  }
  return many === recorded && recorded > mostCategories ? "identifier" : "categorical";
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
}

/** Days from 1970-01-01 in the Gregorian calendar; NaN where the text is no such date. */
function daysOf(text: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return Number.NaN;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1]!) return Number.NaN;
  // years begin in March, so that the leap day ends one
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leaps + dayOfYear - 719468;
}

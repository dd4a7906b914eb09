export interface SqliteColumn {
  readonly name: string;
  /** INTEGER PRIMARY KEY: stored as null, stands for the row id. */
  readonly isRowid: boolean;
  readonly hasDefault: boolean;
}

const constraint = /^(constraint|primary|unique|check|foreign)\b/i;

/** Column names of a `CREATE TABLE` statement in order; null for virtual tables, tables without row id and what is no such statement. */
export function parseColumns(sql: string): readonly SqliteColumn[] | null {
  if (sql.length > 65536 || !/^\s*create\s+table\b/i.test(sql)) return null;
  const open = bodyStart(sql);
  if (open < 0) return null;
  const { parts, end } = splitBody(sql, open + 1);
  if (/\bwithout\s+rowid\b/i.test(sql.slice(end))) return null;
  const columns = parts.map((part) => part.trim()).filter((part) => part !== "" && !constraint.test(part));
  const parsed = columns.map(parseColumn);
  return parsed.length === 0 || parsed.some((column) => column.name === "__proto__") ? null : parsed;
}

function parseColumn(part: string): SqliteColumn {
  const { name, rest } = takeName(part);
  return {
    name,
    isRowid: /^\s*integer\b/i.test(rest) && /\bprimary\s+key\b(?!\s+desc)/i.test(rest),
    hasDefault: /\bdefault\b/i.test(rest),
  };
}

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", "`": "`", "[": "]" };

function takeName(part: string): { name: string; rest: string } {
  const close = closing[part[0] ?? ""];
  if (close === undefined) {
    const name = /^[^\s(,]+/.exec(part)?.[0] ?? "";
    return { name, rest: part.slice(name.length) };
  }
  const end = skipQuoted(part, 0);
  return { name: part.slice(1, end - 1).replaceAll(close + close, close), rest: part.slice(end) };
}

/** Position after the quoted word that begins at `at`. */
function skipQuoted(text: string, at: number): number {
  const close = closing[text[at]!]!;
  let end = text.indexOf(close, at + 1);
  while (end >= 0 && close !== "]" && text[end + 1] === close) end = text.indexOf(close, end + 2);
  return end < 0 ? text.length : end + 1;
}

function bodyStart(sql: string): number {
  for (let i = 0; i < sql.length; i++) {
    if (sql[i] === "(") return i;
    if (closing[sql[i]!] !== undefined) i = skipQuoted(sql, i) - 1;
  }
  return -1;
}

function splitBody(sql: string, start: number): { parts: string[]; end: number } {
  const parts: string[] = [];
  let depth = 1;
  let from = start;
  for (let i = start; i < sql.length; i++) {
    const letter = sql[i]!;
    if (closing[letter] !== undefined) i = skipQuoted(sql, i) - 1;
    else if (letter === "(") depth++;
    else if (letter === ")" && --depth === 0) return { parts: [...parts, sql.slice(from, i)], end: i + 1 };
    else if (letter === "," && depth === 1) {
      parts.push(sql.slice(from, i));
      from = i + 1;
    }
  }
  return { parts: [...parts, sql.slice(from)], end: sql.length };
}

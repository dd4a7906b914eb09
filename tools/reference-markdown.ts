import type { Text } from "../core/kernel/index.ts";

/** A file of the reference: its path inside `docs/reference` and its text. */
export interface ReferenceFile {
  readonly path: string;
  readonly text: string;
}

/** A page: its title, what it holds, and its parts, each apart by a blank line. */
export function page(path: string, title: Text, about: Text, parts: readonly string[]): ReferenceFile {
  const head = [`# ${title.en} / ${title.ja}`, about.en, about.ja, regenerated];
  return { path, text: `${[...head, ...parts].join("\n\n")}\n` };
}

const regenerated =
  "_Made by `npm run reference`; do not edit. / `npm run reference` が作成します。手で編集しないでください。_";

/** A Markdown table; cells are escaped, empty ones get a dash. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  const plain = text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
  return plain.trim() === "" ? "–" : plain;
}

export function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}

/** Each once, in code-unit order, as code. */
export function codes(values: Iterable<string>): string {
  return distinct(values).map(code).join(", ");
}

export function distinct(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}

import { visibleControls } from "../visible.ts";

/** Markup that is safe to put into a page. Only `html` and `trusted` make it. */
export interface Html {
  readonly markup: string;
}

export type HtmlValue = string | number | Html | readonly HtmlValue[] | null | undefined | false;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** `text` as text of an element or of a quoted attribute; invisible control characters are made visible. */
export function escapeHtml(text: string): string {
  if (/^[ !#$%(-;=?-~]*$/.test(text)) return text;
  return visibleControls(text).replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Markup from a template: every string and number put in is escaped, `Html` is not, lists are joined, nothing for null and false. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0]!;
  for (let index = 0; index < values.length; index++) {
    markup += render(values[index]) + strings[index + 1]!;
  }
  return { markup };
}

/** Our own markup (style, drawings made by `drawFigures`), never text from a file or a person. */
export function trusted(markup: string): Html {
  return { markup };
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  if (isList(value)) return value.map(render).join("");
  return value.markup;
}

function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

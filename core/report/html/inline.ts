import type { Text } from "../../kernel/index.ts";
import type { Content, Inline } from "../blocks.ts";
import { type Html, html } from "./template.ts";

/** A sentence in both languages, each marked with its own; once where they are the same. */
export function textHtml({ en, ja }: Text): Html {
  return en === ja ? html`${en}` : html`<span lang="en">${en}</span><span lang="ja">${ja}</span>`;
}

export function contentHtml(content: Content): Html {
  return html`${isList(content) ? content.map(inlineHtml) : inlineHtml(content)}`;
}

const isList = (content: Content): content is readonly Inline[] => Array.isArray(content);

function inlineHtml(inline: Inline): Html {
  if (typeof inline === "string") return html`${inline}`;
  if (!("kind" in inline)) return textHtml(inline);
  switch (inline.kind) {
    case "number":
      return numberHtml(inline.digits, inline.unit, inline.why);
    case "chip":
      return html`<span class="chip ${inline.tone}">${contentHtml(inline.label)}</span>`;
    case "link":
      return html`<a href="#${inline.target}">${contentHtml(inline.label)}</a>`;
    case "code":
      return html`<code>${inline.code}</code>`;
    case "small":
      return html`<small>${contentHtml(inline.content)}</small>`;
    case "strong":
      return html`<strong>${contentHtml(inline.content)}</strong>`;
    case "lines":
      return html`${inline.lines.map((line) => html`<div>${contentHtml(line)}</div>`)}`;
  }
}

function numberHtml(digits: string, unit: Text | undefined, why: string | undefined): Html {
  const number =
    why === undefined
      ? html`<span class="n">${digits}</span>`
      : html`<a class="n" href="#${why}">${digits}</a>`;
  if (unit === undefined || unit.en === "") return number;
  return html`${number} <span class="unit">${textHtml(unit)}</span>`;
}

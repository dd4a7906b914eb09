import { fillText, type Language, languages } from "../../kernel/index.ts";
import type { Block, Content, ListItem, Section, TableBlock } from "../blocks.ts";
import { messages } from "../messages.ts";
import { contentHtml, textHtml } from "./inline.ts";
import { type Html, html, trusted } from "./template.ts";

export type Drawings = ReadonlyMap<string, Readonly<Record<Language, string>>>;

/** What the printers of blocks need of the page: the drawings, and the number of each figure. */
export interface PageContext {
  readonly drawings: Drawings;
  readonly figureNumbers: ReadonlyMap<string, number>;
}

export function sectionHtml(section: Section, page: PageContext): Html {
  return html`<section id="${section.id}" aria-labelledby="${section.id}-title">
<h2 id="${section.id}-title">${textHtml(section.title)}</h2>
${section.blocks.map((block) => blockHtml(block, page))}</section>
`;
}

function blockHtml(block: Block, page: PageContext): Html {
  switch (block.kind) {
    case "paragraph":
      return html`<p${toneClass(block.tone)}>${contentHtml(block.content)}</p>\n`;
    case "tally":
      return html`<ul class="tally">${block.counts.map(
        ({ count, label, tone }) => html`<li class="${tone}">${textHtml(label)} <b>${count}</b></li>`,
      )}</ul>\n`;
    case "list":
      return html`<ul class="entries">\n${block.items.map((item) => itemHtml(item, page))}</ul>\n`;
    case "table":
      return tableHtml(block);
    case "details":
      return html`<details${block.folded ? html` class="folded"` : null}><summary>${contentHtml(block.summary)}</summary>
${block.blocks.map((inner) => blockHtml(inner, page))}</details>\n`;
    case "part":
      return html`<section class="part" id="${block.id}"><h3>${contentHtml(block.title)}</h3>
${block.blocks.map((inner) => blockHtml(inner, page))}</section>\n`;
    case "figure":
      return figureHtml(block, page);
  }
}

const toneClass = (tone: string | undefined): Html | null =>
  tone === undefined ? null : html` class="${tone}"`;
const idOf = (id: string | undefined): Html | null => (id === undefined ? null : html` id="${id}"`);

function itemHtml(item: ListItem, page: PageContext): Html {
  const inner = item.blocks?.map((block) => blockHtml(block, page));
  return html`<li${idOf(item.id)}${toneClass(item.tone)}>${contentHtml(item.content)}${inner}</li>\n`;
}

function tableHtml({ id, caption, groups, columns, rows }: TableBlock): Html {
  const numeric = columns.map((column) => (column.numeric ? html` class="num"` : null));
  const heads = columns.map(
    ({ head }, index) =>
      (tall: Html | null): Html =>
        html`<th scope="col"${tall}${numeric[index]}>${contentHtml(head)}</th>`,
  );
  const headRows = groups === undefined ? [heads.map((one) => one(null))] : groupedHeads(groups, heads);
  const body = rows.map(
    (row, index) =>
      html`${row.band === undefined ? null : bandHtml(row.band, columns.length, index)}<tr${idOf(row.id)}>${row.cells.map(
        (cell, index) =>
          index === 0
            ? html`<th scope="row">${contentHtml(cell)}</th>`
            : html`<td${numeric[index]}>${contentHtml(cell)}</td>`,
      )}</tr>\n`,
  );
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption"><table id="${id}"${columns.length > mostRoomy ? html` class="wide"` : null}>
<caption id="${id}-caption">${contentHtml(caption)}</caption>
<thead>
${headRows.map((row) => html`<tr>${row}</tr>\n`)}</thead>
<tbody>
${body}</tbody>
</table></div>\n`;
}

/** Two rows of heads: a column that no group's head spans has its own over both. */
function groupedHeads(
  groups: NonNullable<TableBlock["groups"]>,
  heads: readonly ((tall: Html | null) => Html)[],
): readonly (readonly Html[])[] {
  const above: Html[] = [];
  const below: Html[] = [];
  let at = 0;
  for (const { head, span } of groups) {
    const own = heads.slice(at, at + span);
    at += span;
    if (head === "") above.push(...own.map((one) => one(html` rowspan="2"`)));
    else {
      above.push(html`<th scope="colgroup" colspan="${span}">${contentHtml(head)}</th>`);
      below.push(...own.map((one) => one(null)));
    }
  }
  return [above, below];
}

/** Columns from which on a table is set closer, to be seen whole. */
const mostRoomy = 9;

function bandHtml(band: Content, span: number, index: number): Html {
  const next = index === 0 ? null : html`</tbody>\n<tbody>\n`;
  return html`${next}<tr><th scope="rowgroup" colspan="${span}" class="band">${contentHtml(band)}</th></tr>\n`;
}

function figureHtml(block: Extract<Block, { kind: "figure" }>, page: PageContext): Html {
  const drawing = page.drawings.get(block.id);
  const number = page.figureNumbers.get(block.id) ?? 0;
  const picture =
    drawing === undefined
      ? html`<p class="doubtful">${textHtml(messages.notDrawn)}</p>`
      : languages.map(
          (language) => html`<div lang="${language}" class="drawing">${trusted(drawing[language])}</div>`,
        );
  return html`<figure id="figure-${number}">
${picture}
<figcaption><strong>${textHtml(fillText(messages.figure, { number }))}</strong> ${textHtml(block.title)}<br><small>${textHtml(block.description)}</small></figcaption>
</figure>\n`;
}

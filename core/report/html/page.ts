import { fillText } from "../../kernel/index.ts";
import type { Section } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { logoAddress, logoSvg } from "../logo.ts";
import { messages } from "../messages.ts";
import { type Drawings, type PageContext, sectionHtml } from "./blocks.ts";
import { textHtml } from "./inline.ts";
import { pageScript, pageScriptHash } from "./script.ts";
import { reportStyle } from "./style.ts";
import { type Html, html, trusted } from "./template.ts";

const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src '${pageScriptHash}'; base-uri 'none'; form-action 'none'`;

/** The whole page: one file that asks for nothing from anywhere. */
export function pageHtml(context: ReportContext, sections: readonly Section[], drawings: Drawings): Html {
  const { study, figures } = context.document;
  const page: PageContext = {
    drawings,
    figureNumbers: new Map(figures.map(({ id }, index) => [id, index + 1])),
  };
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${study.title} · Vesica</title>
<link rel="icon" href="${trusted(logoAddress)}">
<style>${trusted(reportStyle)}</style>
</head>
<body>
<a class="skip" href="#verdict">${textHtml(messages.skip)}</a>
<header>
<div class="brand">${trusted(logoSvg)}<span>Vesica</span></div>
<fieldset class="languages"><legend>${textHtml(messages.language)}</legend>
<input type="radio" name="language" id="language-en" value="en" checked><label for="language-en" lang="en">English</label>
<input type="radio" name="language" id="language-ja" value="ja"><label for="language-ja" lang="ja">日本語</label>
</fieldset>
<div class="study">
<h1>${study.title}</h1>
${questionHtml(study.question)}</div>
<nav aria-label="Contents / 目次"><ul>${sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${textHtml(title)}</a></li>`,
  )}</ul></nav>
</header>
<main${context.large ? html` class="large"` : null}>
${sections.map((section) => sectionHtml(section, page))}</main>
<footer><p>${textHtml(footer(context))}</p></footer>
<script>${trusted(pageScript)}</script>
</body>
</html>
`;
}

function questionHtml(question: string): Html | null {
  return question === ""
    ? null
    : html`<p class="question"><small>${textHtml(messages.question)}</small> ${question}</p>\n`;
}

function footer({ document }: ReportContext) {
  return fillText(messages.footer, { version: document.software.version, schema: document.schemaVersion });
}

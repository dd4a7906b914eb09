import { blockStyle, pageColours } from "../core/report/html/style.ts";

const { light, dark, figuresInTheDark } = pageColours;
const inside = (root: string): string =>
  `${root}{color-scheme:dark;${dark}}${figuresInTheDark.replaceAll(".drawing ", `${root} .drawing `)}`;

/** The report's colours and block styles for the page, dark by the system or by choice. */
export const themeCss = [
  `:root{color-scheme:light;${light}}`,
  `@media screen and (prefers-color-scheme:dark){${inside(":root:not([data-theme=light])")}}`,
  `@media screen{${inside(":root[data-theme=dark]")}}`,
  blockStyle,
].join("\n");

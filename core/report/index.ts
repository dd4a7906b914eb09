import type { ResultDocument } from "../study/index.ts";
import { reportContext } from "./context.ts";
import type { Drawings } from "./html/blocks.ts";
import { pageHtml } from "./html/page.ts";
import { reportSections } from "./sections/index.ts";

export type { Block, Content, Inline, ListItem, Section, TableBlock, TableColumn, Tone } from "./blocks.ts";
export { largeDocument, type ReportContext, reportContext } from "./context.ts";
export { type CsvCell, csvTable } from "./csv.ts";
export { featureHead, featureText } from "./feature-columns.ts";
export { featureCsv, featureFileNames, rowCount } from "./feature-files.ts";
export { figureColours, figureFont, figureInk, figureTheme } from "./figure-theme.ts";
export {
  type FormattedEstimate,
  formatAxisNumber,
  formatBytes,
  formatCount,
  formatEstimate,
  formatNumber,
} from "./format.ts";
export type { Drawings } from "./html/blocks.ts";
export { escapeHtml } from "./html/template.ts";
export { logoAddress, logoSvg } from "./logo.ts";
export { markerOf, markerQualifiers, markersOf } from "./markers.ts";
export { reportSection, reportSections, type SectionId } from "./sections/index.ts";
export { estimateLines, resultTables } from "./tables.ts";
export { unitText } from "./units.ts";
export { visibleControls } from "./visible.ts";

/**
 * The report of a result document as one HTML file that asks for nothing from anywhere, in both languages.
 * `drawings` are SVG texts by figure id and language, as `drawFigures` makes them; a figure without one says so.
 * `leftOut` estimates of files are not in the document but in the tables; the report says so.
 * Everything that a person or a file wrote is escaped. The same document and drawings give the same bytes.
 */
export function renderReport(document: ResultDocument, drawings: Drawings, leftOut = 0): string {
  const context = reportContext(document, leftOut);
  return pageHtml(context, reportSections(context), drawings).markup;
}

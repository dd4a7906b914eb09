import type { SheetCell } from "./xlsx.ts";
import { writeZip, type ZipPart } from "./zip-writer.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** An .xlsx workbook of one sheet with text and numbers only, the same bytes for the same cells (ECMA-376 part 1). */
export function plainWorkbook(
  sheet: string,
  rows: readonly (readonly SheetCell[])[],
): Uint8Array<ArrayBuffer> {
  return writeZip(workbookParts(sheet, rows));
}

export function workbookParts(sheet: string, rows: readonly (readonly SheetCell[])[]): readonly ZipPart[] {
  const part = (name: string, body: string): ZipPart => ({
    name,
    content: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${body}`),
  });
  const relation = (type: string, target: string) =>
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${officeRelations}/${type}" Target="${target}"/></Relationships>`;
  return [
    part(
      "[Content_Types].xml",
      `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
    ),
    part("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
    part(
      "xl/worksheets/sheet1.xml",
      `<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join("")}</sheetData></worksheet>`,
    ),
  ];
}

function rowXml(cells: readonly SheetCell[], row: number): string {
  return `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`)).join("")}</row>`;
}

function cellXml(cell: SheetCell, address: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(cell))}</t></is></c>`;
}

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

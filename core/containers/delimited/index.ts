export { delimiterAt, plainBytes } from "./bytes.ts";
export { cellNumber, cellText, type DecimalSigns, noSigns, rowTexts } from "./cells.ts";
export { type Interner, interner } from "./intern.ts";
export { type Row, type Scanner, scanRows } from "./scan.ts";

import { readVarint } from "./sqlite-record.ts";

/** What the header says of the pages; `usable` is the page size without its reserved end. */
export interface PageFile {
  readonly bytes: Uint8Array;
  readonly pageSize: number;
  readonly usable: number;
  readonly pageCount: number;
}

export interface LeafCell {
  readonly rowid: number;
  readonly payload: Uint8Array;
}

/** Called with the page number, from 1, and what is wrong with it. */
export type ReportDamage = (page: number, reason: string) => void;

const interiorTable = 5;
const leafTable = 13;
/** SQLite's own limit on the depth of a b-tree. */
const maximumDepth = 20;

interface TablePage {
  readonly number: number;
  readonly kind: typeof interiorTable | typeof leafTable;
  /** Start of the page in the file. */
  readonly start: number;
  readonly rightmost: number;
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly start: number;
  readonly size: number;
  /** Interior: child page. Leaf: first overflow page or 0. */
  readonly page: number;
  readonly rowid: number;
  readonly payloadSize: number;
  readonly payloadStart: number;
  readonly local: number;
}

/** Walks the table b-tree at page `root` in order of rowid; every page is used once, so the walk ends on any bytes. */
export function* walkTable(file: PageFile, root: number, damage: ReportDamage): Generator<LeafCell> {
  const used = new Set<number>();
  const stack: { page: number; depth: number }[] = [{ page: root, depth: 0 }];
  let last = Number.NEGATIVE_INFINITY;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.depth > maximumDepth || used.has(next.page)) {
      damage(next.page, "page used twice");
      continue;
    }
    used.add(next.page);
    const page = readTablePage(file, next.page, damage);
    if (page === null) continue;
    if (page.kind === interiorTable) {
      const children = [...page.cells.map((cell) => cell.page), page.rightmost];
      for (const child of children.reverse()) stack.push({ page: child, depth: next.depth + 1 });
      continue;
    }
    for (const cell of page.cells) {
      if (cell.rowid <= last) damage(page.number, "row ids do not ascend");
      last = cell.rowid;
      const payload = readPayload(file, cell, used);
      if (payload === null) damage(page.number, "overflow chain broken");
      else yield { rowid: cell.rowid, payload };
    }
  }
}

function readTablePage(file: PageFile, number: number, damage: ReportDamage): TablePage | null {
  if (number < 1 || number > file.pageCount) {
    damage(number, "page outside the file");
    return null;
  }
  const start = (number - 1) * file.pageSize;
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset + start, file.pageSize);
  const header = number === 1 ? 100 : 0;
  const kind = view.getUint8(header);
  if (kind !== interiorTable && kind !== leafTable) {
    damage(number, "not a table page");
    return null;
  }
  const headerSize = kind === interiorTable ? 12 : 8;
  const count = view.getUint16(header + 3);
  const pointers = header + headerSize;
  if (pointers + 2 * count > file.usable) {
    damage(number, "cell count too large");
    return null;
  }
  const cells: Cell[] = [];
  for (let i = 0; i < count; i++) {
    const cell = readCell(file, start, view.getUint16(pointers + 2 * i), kind);
    if (cell === null) damage(number, "cell outside the page");
    else cells.push(cell);
  }
  if (!isAccounted(file, view, header, pointers + 2 * count, cells)) {
    damage(number, "cells and free space do not fill the page");
  }
  if (hasOverlap(cells)) {
    damage(number, "cells overlap");
    return null;
  }
  const rightmost = kind === interiorTable ? view.getUint32(header + 8) : 0;
  return { number, kind, start, rightmost, cells };
}

function readCell(file: PageFile, pageStart: number, offset: number, kind: number): Cell | null {
  if (offset < 8 || offset + 4 > file.usable) return null;
  const end = pageStart + file.usable;
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset);
  let at = pageStart + offset;
  if (kind === interiorTable) {
    const rowid = readVarint(file.bytes, at + 4);
    if (rowid === null || rowid.next > end) return null;
    const size = Math.max(4, rowid.next - at);
    return {
      start: offset,
      size,
      page: view.getUint32(at),
      rowid: rowid.value,
      payloadSize: 0,
      payloadStart: 0,
      local: 0,
    };
  }
  const cellStart = at;
  const payload = readVarint(file.bytes, at);
  if (payload === null || payload.value < 0) return null;
  const rowid = readVarint(file.bytes, payload.next);
  if (rowid === null) return null;
  at = rowid.next;
  const local = localPayload(payload.value, file.usable);
  const hasOverflow = local < payload.value;
  const cellEnd = at + local + (hasOverflow ? 4 : 0);
  if (cellEnd > end || payload.value > file.bytes.length) return null;
  return {
    start: offset,
    size: Math.max(4, cellEnd - cellStart),
    page: hasOverflow ? view.getUint32(at + local) : 0,
    rowid: rowid.value,
    payloadSize: payload.value,
    payloadStart: at,
    local,
  };
}

/** Bytes of a leaf cell's payload kept on its own page (SQLite file format section 1.6: U, P, X, M, K). */
function localPayload(payload: number, usable: number): number {
  const most = usable - 35;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const kept = least + ((payload - least) % (usable - 4));
  return kept <= most ? kept : least;
}

/** Cells, free blocks and fragments fill the content area exactly on a sound page (as in `PRAGMA integrity_check`). */
function isAccounted(
  file: PageFile,
  view: DataView,
  header: number,
  pointersEnd: number,
  cells: readonly Cell[],
): boolean {
  const content = view.getUint16(header + 5) || 65536;
  if (content > file.usable || content < pointersEnd) return false;
  let sum = view.getUint8(header + 7);
  for (const cell of cells) {
    if (cell.start < content) return false;
    sum += cell.size;
  }
  let block = view.getUint16(header + 1);
  while (block !== 0) {
    if (block < content || block + 4 > file.usable) return false;
    const next = view.getUint16(block);
    const size = view.getUint16(block + 2);
    sum += size;
    if (size < 4 || (next !== 0 && next < block + size)) return false;
    block = next;
  }
  return sum === file.usable - content;
}

function hasOverlap(cells: readonly Cell[]): boolean {
  const sorted = [...cells].sort((a, b) => a.start - b.start);
  return sorted.some((cell, i) => i > 0 && cell.start < sorted[i - 1]!.start + sorted[i - 1]!.size);
}

function readPayload(file: PageFile, cell: Cell, used: Set<number>): Uint8Array | null {
  const head = file.bytes.subarray(cell.payloadStart, cell.payloadStart + cell.local);
  if (cell.local === cell.payloadSize) return head;
  const room = file.usable - 4;
  const pages: number[] = [];
  let page = cell.page;
  for (let left = cell.payloadSize - cell.local; left > 0; left -= room) {
    if (page < 1 || page > file.pageCount || used.has(page)) return null;
    used.add(page);
    pages.push((page - 1) * file.pageSize);
    page = new DataView(file.bytes.buffer, file.bytes.byteOffset).getUint32((page - 1) * file.pageSize);
  }
  if (page !== 0) return null;
  const payload = new Uint8Array(cell.payloadSize);
  payload.set(head);
  let at = cell.local;
  for (const start of pages) {
    payload.set(file.bytes.subarray(start + 4, start + 4 + Math.min(room, payload.length - at)), at);
    at += room;
  }
  return payload;
}

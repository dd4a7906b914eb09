import { accepted, type Issue, type Reading, type Result, refused } from "../kernel/index.ts";
import { raiseReason } from "./reasons.ts";
import { sqliteIssues } from "./sqlite-issues.ts";
import { type PageFile, walkTable } from "./sqlite-pages.ts";
import { decodeRecord, type SqliteValue } from "./sqlite-record.ts";
import { parseColumns, type SqliteColumn } from "./sqlite-schema.ts";

export type { SqliteValue } from "./sqlite-record.ts";

export interface SqliteTable {
  readonly name: string;
  readonly root: number;
  readonly columns: readonly SqliteColumn[];
}

export type SqliteRow = Readonly<Record<string, SqliteValue>>;

export interface SqliteDatabase {
  readonly tables: readonly SqliteTable[];
  /** All rows of a table by column name; damage gives `sqlite-damaged`, more than ten million cells none and `sqlite-table-too-large`, an unknown table `sqlite-no-table`. */
  rows(table: string): Reading<readonly SqliteRow[]>;
}

const magic = "SQLite format 3\0";
const sizeLimit = 512 * 2 ** 20;
/** Rows times columns of a table. */
const mostCells = 10_000_000;
const decoders = ["utf-8", "utf-8", "utf-16le", "utf-16be"];

/** Whether `head` begins like an SQLite 3 file. */
export function isSqlite(head: Uint8Array): boolean {
  return head.length >= 16 && [...magic].every((letter, i) => head[i] === letter.charCodeAt(0));
}

/**
 * Opens an SQLite 3 file for reading its tables; no SQL, no indexes, no journal.
 * Refuses what is not a database, is cut short, is over 512 MiB or waits for its write-ahead log.
 * Source: sqlite.org/fileformat2.html.
 */
export function openSqlite(bytes: Uint8Array): Result<SqliteDatabase> {
  const notOne = (reason: string) => refused(raiseReason(sqliteIssues, "sqlite-not-a-database", reason));
  if (!isSqlite(bytes) || bytes.length < 100) return notOne("magic string");
  if (bytes.length > sizeLimit) {
    return refused(sqliteIssues.raise("sqlite-too-large", { size: bytes.length, limit: sizeLimit }));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageSize = view.getUint16(16) === 1 ? 65536 : view.getUint16(16);
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) return notOne("page size");
  const usable = pageSize - view.getUint8(20);
  if (usable < 480) return notOne("reserved space");
  const writeVersion = view.getUint8(18);
  const readVersion = view.getUint8(19);
  if (writeVersion < 1 || writeVersion > 2 || readVersion < 1 || readVersion > 2) return notOne("version");
  const decoderName = decoders[view.getUint32(56)];
  if (decoderName === undefined) return notOne("text encoding");

  const warnings: Issue[] = [];
  const inWal = writeVersion === 2 || readVersion === 2;
  // The count in the header holds only where the change counter equals the version-valid-for number.
  const counted = view.getUint32(24) === view.getUint32(92) && view.getUint32(28) > 0;
  const pageCount = counted ? view.getUint32(28) : Math.ceil(bytes.length / pageSize);
  if (bytes.length < pageCount * pageSize) {
    if (inWal) return refused(sqliteIssues.raise("sqlite-wal"));
    const expected = pageCount * pageSize;
    return refused(sqliteIssues.raise("sqlite-truncated", { expected, size: bytes.length }));
  }
  if (inWal) warnings.push(sqliteIssues.raise("sqlite-wal-possible"));

  const file: PageFile = { bytes, pageSize, usable, pageCount };
  const decoder = new TextDecoder(decoderName, { ignoreBOM: true });
  const schema = readSchema(file, decoder);
  const broken = schema.issues.length > 0;
  if (inWal && schema.value.length === 0) return refused(sqliteIssues.raise("sqlite-wal"));
  if (broken && schema.value.length === 0) return refused(...schema.issues, notOne("schema").issues[0]!);
  return accepted(database(file, decoder, schema.value), [...warnings, ...schema.issues]);
}

function database(file: PageFile, decoder: TextDecoder, tables: readonly SqliteTable[]): SqliteDatabase {
  return {
    tables,
    rows(name) {
      const table = tables.find((candidate) => candidate.name === name);
      if (table !== undefined) return readRows(file, decoder, table);
      const known = tables.map((candidate) => candidate.name).join(", ");
      return { value: [], issues: [sqliteIssues.raise("sqlite-no-table", { table: name, tables: known })] };
    },
  };
}

const schemaTable: SqliteTable = {
  name: "sqlite_master",
  root: 1,
  columns: ["type", "name", "tbl_name", "rootpage", "sql"].map((name) => ({
    name,
    isRowid: false,
    hasDefault: false,
  })),
};

function readSchema(file: PageFile, decoder: TextDecoder): Reading<readonly SqliteTable[]> {
  const { value: rows, issues } = readRows(file, decoder, schemaTable);
  const tables: SqliteTable[] = [];
  for (const { type, name, rootpage, sql } of rows) {
    if (type !== "table" || typeof name !== "string" || typeof rootpage !== "number" || rootpage < 1)
      continue;
    const columns = typeof sql === "string" ? parseColumns(sql) : null;
    if (columns !== null) tables.push({ name, root: rootpage, columns });
  }
  return { value: tables, issues };
}

/** Damage is told once for a page and reason, and for at most 20 of them. */
function readRows(file: PageFile, decoder: TextDecoder, table: SqliteTable): Reading<readonly SqliteRow[]> {
  const damages = new Map<string, Issue>();
  const damage = (page: number, reason: string) => {
    if (damages.size >= 20) return;
    const issue = raiseReason(sqliteIssues, "sqlite-damaged", reason, { table: table.name, page });
    const byte = Math.max(0, page - 1) * file.pageSize;
    damages.set(`${page} ${reason}`, { ...issue, place: { byte } });
  };
  const rows: SqliteRow[] = [];
  const mostRows = Math.floor(mostCells / table.columns.length);
  for (const { rowid, payload } of walkTable(file, table.root, damage)) {
    if (rows.length >= mostRows) {
      const issue = sqliteIssues.raise("sqlite-table-too-large", { table: table.name, limit: mostCells });
      return { value: [], issues: [issue] };
    }
    const values = decodeRecord(payload, decoder);
    if (values === null || values.length > table.columns.length)
      damage(table.root, `row ${rowid} unreadable`);
    else rows.push(toRow(table, values, rowid, damage));
  }
  return { value: rows, issues: [...damages.values()] };
}

function toRow(
  table: SqliteTable,
  values: readonly SqliteValue[],
  rowid: number,
  damage: (page: number, reason: string) => void,
): SqliteRow {
  const row: Record<string, SqliteValue> = {};
  table.columns.forEach((column, i) => {
    // A column added after the row was written is absent from it and stands for the column's default.
    if (i >= values.length && column.hasDefault) damage(table.root, `default of ${column.name} not known`);
    const value = values[i] ?? null;
    row[column.name] = column.isRowid && value === null ? rowid : value;
  });
  return row;
}

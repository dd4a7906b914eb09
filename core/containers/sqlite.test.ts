import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isAccepted, isRefused } from "../kernel/index.ts";
import { isSqlite, openSqlite, type SqliteDatabase, type SqliteValue } from "./sqlite.ts";

interface Golden {
  readonly databases: readonly {
    readonly name: string;
    readonly deflated: string;
    readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  }[];
}
const golden: Golden = JSON.parse(readFileSync(new URL("./sqlite.golden.json", import.meta.url), "utf8"));

function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  const deflated = golden.databases.find((one) => one.name === name)!.deflated;
  return new Uint8Array(inflateSync(Buffer.from(deflated, "base64")));
}

function asGolden(value: SqliteValue): unknown {
  if (value instanceof Uint8Array) {
    return { size: value.length, sha256: createHash("sha256").update(value).digest("hex") };
  }
  return typeof value === "bigint" ? { integer: String(value) } : value;
}

function opened(bytes: Uint8Array): SqliteDatabase {
  const result = openSqlite(bytes);
  if (isRefused(result)) throw new Error(result.issues[0]!.message.en);
  return result.value;
}

function readAll(bytes: Uint8Array): { rows: number; codes: string[] } {
  const result = openSqlite(bytes);
  if (isRefused(result)) return { rows: 0, codes: result.issues.map((issue) => issue.code) };
  const codes = result.warnings.map((issue) => issue.code);
  let rows = 0;
  for (const table of ["many", "long"]) {
    const reading = result.value.rows(table);
    rows += reading.value.length;
    codes.push(...reading.issues.map((issue) => issue.code));
  }
  return { rows, codes };
}

describe("rows equal what SQLite itself reads", () => {
  const readable = golden.databases.filter((one) => one.name !== "wal pending");
  test.each(readable.map((one) => [one.name, one.tables] as const))("%s", (name, tables) => {
    const database = opened(bytesOf(name));
    for (const [table, rows] of Object.entries(tables)) {
      const reading = database.rows(table);
      expect(reading.issues).toEqual([]);
      const read = reading.value.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, asGolden(value)])),
      );
      expect(read).toEqual(rows);
    }
    expect(database.tables.map((table) => table.name)).toEqual(Object.keys(tables));
  });
});

test("a write-ahead database whose content is still in its log is refused", () => {
  const result = openSqlite(bytesOf("wal pending"));
  expect(isRefused(result) && result.issues.map((issue) => issue.code)).toEqual(["sqlite-wal"]);
});

test("a write-ahead database that was checkpointed is read with the doubt", () => {
  const result = openSqlite(bytesOf("wal checkpointed"));
  expect(isAccepted(result) && result.warnings.map((issue) => issue.code)).toEqual(["sqlite-wal-possible"]);
});

test("a table that is not there is named with those that are", () => {
  const reading = opened(bytesOf("utf-16le")).rows("Records");
  expect(reading.value).toEqual([]);
  expect(reading.issues[0]!.message.en).toContain("table Records; its tables are: t");
});

test("every cut of a database is refused", () => {
  const whole = bytesOf("deep");
  for (let length = 0; length < whole.length; length++) {
    expect(isRefused(openSqlite(whole.subarray(0, length)))).toBe(true);
  }
});

test("a page that points to itself ends the walk with a warning", () => {
  const bytes = bytesOf("deep");
  const root = opened(bytes).tables.find((table) => table.name === "many")!.root;
  const start = (root - 1) * 512;
  expect(bytes[start]).toBe(5);
  new DataView(bytes.buffer).setUint32(start + 8, root);
  const reading = opened(bytes).rows("many");
  expect(reading.issues.map((issue) => issue.parameters.reason)).toEqual(["page used twice"]);
  expect(reading.value.length).toBeLessThan(176);
});

test("a leaf that lost a cell is told by its page accounting", () => {
  const bytes = bytesOf("utf-16be");
  const start = (opened(bytes).tables[0]!.root - 1) * 512;
  new DataView(bytes.buffer).setUint16(start + 3, 0);
  const reading = opened(bytes).rows("t");
  expect(reading.value).toEqual([]);
  expect(reading.issues.map((issue) => issue.code)).toEqual(["sqlite-damaged"]);
});

test("a column added later with a default is told, since its old rows do not hold the value", () => {
  const bytes = bytesOf("deep");
  const text = Buffer.from(bytes);
  const at = text.indexOf("later INTEGER");
  text.write("l DEFAULT 123", at);
  const reading = opened(new Uint8Array(text)).rows("many");
  expect(reading.issues.map((issue) => issue.parameters.reason)).toEqual(["default of l not known"]);
});

test("a file of another kind is not a database", () => {
  expect(isSqlite(new TextEncoder().encode("SQLite format 2"))).toBe(false);
  expect(isSqlite(bytesOf("deep"))).toBe(true);
  expect(isRefused(openSqlite(new Uint8Array(5000)))).toBe(true);
});

test("10,000 seeded mutations never throw, never hang, never lose a row without a word", () => {
  const whole = bytesOf("deep");
  const { rows: complete } = readAll(whole);
  let state = 20_260_101;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < 10_000; round++) {
    const bytes = whole.slice();
    const changes = 1 + random(4);
    for (let i = 0; i < changes; i++) bytes[random(bytes.length)] = random(256);
    const { rows, codes } = readAll(bytes);
    if (rows !== complete) expect(codes, `round ${round}: ${rows} rows`).not.toEqual([]);
  }
});

/** Two pages of 64 KiB: a schema of one table with 20,000 columns, and `rows` rows of one null each. */
function wideTable(rows: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * 65536);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("SQLite format 3\0"));
  view.setUint16(16, 1);
  bytes.set([1, 1, 0, 64, 32, 32], 18);
  view.setUint32(56, 1);
  const sql = new TextEncoder().encode(`CREATE TABLE t(${"a,".repeat(20_000)}b)`);
  const size = 13 + 2 * sql.length;
  const header = [8, 23, 15, 15, 1, 0x80 | (size >> 14), 0x80 | ((size >> 7) & 127), size & 127];
  const body = [...header, ...new TextEncoder().encode("tablett"), 2, ...sql];
  const cell = [0x80 | (body.length >> 14), 0x80 | ((body.length >> 7) & 127), body.length & 127, 1, ...body];
  const start = 65536 - cell.length;
  bytes.set(cell, start);
  bytes[100] = 13;
  view.setUint16(103, 1);
  view.setUint16(105, start);
  view.setUint16(108, start);
  bytes[65536] = 13;
  view.setUint16(65536 + 3, rows);
  view.setUint16(65536 + 5, 65536 - 5 * rows);
  for (let row = 0; row < rows; row++) {
    const at = 65536 - 5 * (row + 1);
    bytes.set([2, 0x80 | (row >> 7), row & 127, 2, 0], 65536 + at);
    view.setUint16(65536 + 8 + 2 * row, at);
  }
  return bytes;
}

test("a table of 20,000 columns was filled in for each of its rows", () => {
  expect(opened(wideTable(3)).rows("t").value).toHaveLength(3);
  const reading = opened(wideTable(5000)).rows("t");
  expect(reading.value).toEqual([]);
  expect(reading.issues.map((issue) => issue.code)).toEqual(["sqlite-table-too-large"]);
});

import type { SqliteDatabase, SqliteRow } from "../../../containers/sqlite.ts";
import type { Issue, Reading } from "../../../kernel/index.ts";
import { dlsIssues } from "./dls-issues.ts";

export type ZmesValue = number | string | Uint8Array;

/** One record with its parameters by path; the root and the doubled name of a part are left out of the path. */
export interface ZmesRecord {
  readonly id: number;
  readonly guid: string;
  /** Name of the root parameter, such as `Size Measurement Result`. */
  readonly kind: string;
  /** In the order of the file's `Index`: a list of peaks has one value for each. */
  readonly values: ReadonlyMap<string, readonly ZmesValue[]>;
}

const deepest = 32;

/**
 * Joins the tables of a ZS XPLORER database: types name the parameters, tree nodes place them, data rows hold their values.
 * Issues: `sqlite-no-table` (error), `sqlite-damaged`, `zetasizer-rows-lost`.
 */
export function readParameters(database: SqliteDatabase): Reading<readonly ZmesRecord[]> {
  const issues: Issue[] = [];
  const rowsOf = (table: string) => {
    const reading = database.rows(table);
    issues.push(...reading.issues);
    return reading.value;
  };
  const names = namesById(rowsOf("RecordParameterTypes"));
  const nodes = nodesById(rowsOf("RecordParameterTreeNodes"));
  const records = rowsOf("StandardRecords");
  const data = new Map<number, { path: string; index: number; value: ZmesValue }[]>();
  let lost = 0;
  for (const row of records) if (typeof row.Id === "number") data.set(row.Id, []);
  for (const row of rowsOf("RecordParameterData")) {
    const value = storedValue(row);
    const node = nodes.get(Number(row.ParameterTreeNodeId));
    const rows = data.get(Number(row.RecordId));
    if (value === null && rows !== undefined) continue;
    const path = node === undefined ? null : pathOf(nodes, names, Number(row.ParameterTreeNodeId));
    const sound = node?.type === row.ParameterTypeId && typeof row.Index === "number";
    if (value === null || rows === undefined || path === null || !sound) lost++;
    else rows.push({ path, index: Number(row.Index), value });
  }
  if (lost > 0) issues.push(dlsIssues.raise("zetasizer-rows-lost", { count: lost }));
  return { value: records.flatMap((row) => recordOf(row, names, data)), issues };
}

function recordOf(
  row: SqliteRow,
  names: ReadonlyMap<number, string>,
  data: ReadonlyMap<number, readonly { path: string; index: number; value: ZmesValue }[]>,
): ZmesRecord[] {
  if (typeof row.Id !== "number") return [];
  const values = new Map<string, ZmesValue[]>();
  const rows = [...(data.get(row.Id) ?? [])].sort((a, b) => a.index - b.index);
  for (const { path, value } of rows) {
    const known = values.get(path);
    if (known === undefined) values.set(path, [value]);
    else known.push(value);
  }
  const kind = names.get(Number(row.RootParameterTypeId)) ?? "?";
  return [{ id: row.Id, guid: String(row.Guid ?? ""), kind, values }];
}

function namesById(rows: readonly SqliteRow[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const row of rows) {
    if (typeof row.Id === "number") names.set(row.Id, String(row.FriendlyName ?? ""));
  }
  return names;
}

interface TreeNode {
  readonly type: number;
  readonly parent: number | null;
}

function nodesById(rows: readonly SqliteRow[]): ReadonlyMap<number, TreeNode> {
  const nodes = new Map<number, TreeNode>();
  for (const row of rows) {
    if (typeof row.Id !== "number" || typeof row.ParameterTypeId !== "number") continue;
    const parent = typeof row.ParentNodeId === "number" ? row.ParentNodeId : null;
    nodes.set(row.Id, { type: row.ParameterTypeId, parent });
  }
  return nodes;
}

/** Null where a node or name on the way is missing or the tree runs in a circle. */
function pathOf(
  nodes: ReadonlyMap<number, TreeNode>,
  names: ReadonlyMap<number, string>,
  node: number,
): string | null {
  const parts: string[] = [];
  for (let at: number | null = node; at !== null; at = nodes.get(at)!.parent) {
    const name = names.get(nodes.get(at)?.type ?? -1);
    if (name === undefined || parts.length >= deepest) return null;
    parts.unshift(name);
  }
  return parts
    .slice(1)
    .filter((name, i, all) => name !== all[i - 1])
    .join("/");
}

function storedValue(row: SqliteRow): ZmesValue | null {
  const columns = ["Data_Double", "Data_Single", "Data_Int32", "Data_Int64", "Data_Boolean", "Data_Text"];
  for (const column of columns) {
    const value = row[column];
    if (typeof value === "number" || typeof value === "string") return value;
    if (typeof value === "bigint") return String(value);
  }
  return row.Data_Blob instanceof Uint8Array ? row.Data_Blob : null;
}

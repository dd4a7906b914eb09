import { promises as fs } from "node:fs";
import { join } from "node:path";
import type { ResultFile } from "@vesica/run/compose";
import { resultsFolder } from "@vesica/run/names";
import type { Json } from "vesica/kernel";
import type { ResultDocument } from "vesica/study";
import { type CellDifference, firstCellDifference } from "./csv-difference.ts";
import { sizeOfOwnFile } from "./files.ts";
import { firstJsonDifference, type JsonDifference } from "./json-difference.ts";
import { blocksOf, bytesOf, type Piece } from "./pieces.ts";
import type { Slice } from "./store.ts";

/** A file of the results that is not what is computed now. */
export type ChangedOutput =
  | { readonly file: string; readonly kind: "missing" }
  | { readonly file: string; readonly kind: "extra" }
  | { readonly file: string; readonly kind: "damaged"; readonly reason: string }
  | ({ readonly file: string; readonly kind: "differs" } & JsonDifference)
  | ({ readonly file: string; readonly kind: "cell differs" } & CellDifference)
  | { readonly file: string; readonly kind: "bytes differ"; readonly byte: number; readonly line: number };

/** Compares the results folder with what was computed again, byte for byte. */
export async function changedOutputs(
  root: string,
  computed: readonly ResultFile<Slice>[],
): Promise<ChangedOutput[]> {
  const changed: ChangedOutput[] = [];
  for (const { path, pieces } of computed) {
    const file = `${resultsFolder}/${path}`;
    const own = sizeOfOwnFile(root, file).then(() => fs.readFile(join(root, file)));
    const stored = await own.catch(() => null);
    if (stored === null) changed.push({ file, kind: "missing" });
    else if (!isSame(stored, pieces)) changed.push(outputDifference(file, stored, bytesOf(pieces)));
  }
  return [...changed, ...(await extraTables(root, computed))];
}

/** Tables in the results folder that the study does not give: of an earlier run, or a person's. */
async function extraTables(root: string, computed: readonly ResultFile<Slice>[]): Promise<ChangedOutput[]> {
  const given = new Set(computed.map(({ path }) => path));
  const names = await fs.readdir(join(root, resultsFolder, "tables")).catch(() => []);
  const extra = names.filter((name) => name.endsWith(".csv") && !given.has(`tables/${name}`)).sort();
  return extra.map((name) => ({ file: `${resultsFolder}/tables/${name}`, kind: "extra" }));
}

function isSame(stored: Buffer, pieces: readonly Piece[]): boolean {
  let at = 0;
  for (const block of blocksOf(pieces)) {
    if (!stored.subarray(at, at + block.length).equals(block)) return false;
    at += block.length;
  }
  return at === stored.length;
}

function outputDifference(file: string, stored: Buffer, fresh: Buffer): ChangedOutput {
  if (file.endsWith(".json")) {
    try {
      const before = JSON.parse(stored.toString("utf8")) as Json;
      const found = firstJsonDifference(before, JSON.parse(fresh.toString("utf8")) as Json);
      if (found) return jsonChange(file, found, before);
    } catch (error) {
      return { file, kind: "damaged", reason: (error as Error).message };
    }
  }
  const cell = file.endsWith(".csv") ? firstCellDifference(stored, fresh) : null;
  if (cell) return { file, kind: "cell differs", ...cell };
  let byte = 0;
  let line = 1;
  while (byte < stored.length && stored[byte] === fresh[byte]) if (stored[byte++] === 10) line++;
  return { file, kind: "bytes differ", byte, line };
}

/** A difference inside a table of features is told by its row and column, any other by its pointer. */
function jsonChange(file: string, found: JsonDifference, document: Json): ChangedOutput {
  const [, at, column, row] = /^\/tables\/(\d+)\/columns\/(\d+)\/values\/(\d+)$/.exec(found.pointer) ?? [];
  const { tables } = document as unknown as Pick<ResultDocument, "tables">;
  const table = at === undefined ? undefined : tables[Number(at)];
  if (!table) return { file, kind: "differs", ...found };
  const text = (value: Json | undefined) => (value === undefined ? undefined : JSON.stringify(value));
  return {
    file,
    kind: "cell differs",
    table: [table.id, table.name].filter(Boolean).join(" "),
    row: Number(row) + 1,
    key: String(table.columns[0]?.values?.[Number(row)] ?? ""),
    column: String(table.columns[Number(column)]?.name),
    before: text(found.before),
    after: text(found.after),
  };
}

import { promises as fs } from "node:fs";
import { join } from "node:path";
import type { ResultFile } from "@vesica/run/compose";
import { resultsFolder } from "@vesica/run/names";
import type { Json } from "vesica/kernel";
import { sizeOfOwnFile } from "./files.ts";
import { firstJsonDifference, type JsonDifference } from "./json-difference.ts";
import { blocksOf, bytesOf, type Piece } from "./pieces.ts";
import type { Slice } from "./store.ts";

/** A file of the results that is not what is computed now. */
export type ChangedOutput =
  | { readonly file: string; readonly kind: "missing" }
  | { readonly file: string; readonly kind: "damaged"; readonly reason: string }
  | ({ readonly file: string; readonly kind: "differs" } & JsonDifference)
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
  return changed;
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
      const found = firstJsonDifference(
        JSON.parse(stored.toString("utf8")) as Json,
        JSON.parse(fresh.toString("utf8")) as Json,
      );
      if (found) return { file, kind: "differs", ...found };
    } catch (error) {
      return { file, kind: "damaged", reason: (error as Error).message };
    }
  }
  let byte = 0;
  let line = 1;
  while (byte < stored.length && stored[byte] === fresh[byte]) if (stored[byte++] === 10) line++;
  return { file, kind: "bytes differ", byte, line };
}

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reference } from "./reference.ts";
import { referenceStudies } from "./reference-studies.ts";

/** Writes the reference into `folder` in place of what is there. */
export async function writeReference(folder: string): Promise<void> {
  const files = reference(await referenceStudies());
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const { path, text } of files) writeFileSync(join(folder, path), text);
  console.log(`${files.length} files in docs/reference`);
}

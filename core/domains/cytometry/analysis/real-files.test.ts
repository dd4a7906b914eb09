import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../kernel/index.ts";
import { readFcs } from "../formats/fcs.ts";
import { study } from "./studies.test-support.ts";

const folder = join(process.env.VESICA_DATA ?? "../shared/data", "flow-cytometry");

/** Files of the folder that can be read and are small enough to be quick. */
async function readable(): Promise<readonly (readonly [string, Uint8Array<ArrayBuffer>])[]> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const found: (readonly [string, Uint8Array<ArrayBuffer>])[] = [];
  for (const name of names.filter((one) => /\.(?:fcs|lmd|B08)$/i.test(one))) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    if (bytes.length > 4e6) continue;
    if (isAccepted(await readFcs(new Blob([bytes]), { name }))) found.push([name, bytes]);
  }
  return found;
}

describe.skipIf(!existsSync(folder))("real files as one study", () => {
  test("are counted whole, told in words, and drawn from without a fault", async () => {
    const files = (await readable()).map(([file, bytes]) => ({ file, bytes, rows: [{ sample: file }] }));
    expect(files.length).toBeGreaterThan(10);
    const found = await study(files);
    for (const { file } of files)
      expect(found.estimates.some(({ subject }) => subject.file === file)).toBe(true);
    expect(found.figures.map(({ id }) => id)).toContain("cytometry.densities");
  });
});

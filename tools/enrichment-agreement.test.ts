import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const node = (...args: readonly string[]) =>
  spawnSync(process.execPath, [...args], { cwd: root, encoding: "utf8" });

beforeAll(() => {
  const built = node("node_modules/typescript/bin/tsc", "-b", "core");
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
}, 120_000);

test("tools/enrichment-agreement.mjs finds docs/methods/enrichment.md as it writes it from the golden files", () => {
  const { status, stderr } = node("tools/enrichment-agreement.mjs", "--check");
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test("every number of the page that no chance enters is within 1e-11, but those of R's uniroot", () => {
  const text = readFileSync(join(root, "docs/methods/enrichment.md"), "utf8");
  const cells = [...text.matchAll(/^\| (.+?) +\| .+? \| +\d+ +\| (.+?) +\|$/gm)];
  const exact = cells.filter(([row]) => !/permutations|uniroot|sets differ/.test(row));
  expect(exact.length).toBeGreaterThanOrEqual(15);
  for (const [row, , error] of exact) expect(Number(error), row).toBeLessThan(1e-11);
  expect(text).toContain("0 sets differ");
});

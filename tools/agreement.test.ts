import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleStudy } from "../core/domains/index.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const data = process.env.VESICA_DATA ?? join(root, "../shared/data");
const real = existsSync(join(data, "nta"));
if (!real) console.log(`no real files at ${data}: the agreement with them is not checked`);

// The twin prints sizes to 0.1 nm, and as mode the centre of the highest bin of 1 nm.
const printedTo = 0.05;
const halfBin = 0.5;

const node = (args: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  spawnSync(process.execPath, [...args], { cwd: root, env, encoding: "utf8" });

beforeAll(() => {
  const built = node(["node_modules/typescript/bin/tsc", "-b"]);
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
});

describe("tools/agreement.mjs", () => {
  test.runIf(real)("finds docs/methods/particles.md as it writes it from the real files", () => {
    const { status, stderr } = node(["tools/agreement.mjs", "--check"], {
      ...process.env,
      VESICA_DATA: data,
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  const folder = mkdtempSync(join(tmpdir(), "vesica-agreement-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const page = join(folder, "page.md");
  const run = (...more: readonly string[]) =>
    node(["tools/agreement.mjs", "--page", page, ...more], { ...process.env, VESICA_DATA: folder });

  test("writes what the twin of the instrument prints beside what is derived, and checks it", () => {
    for (const name of ["nanosight-tidynano", "nanosight-alteromonas-mv"])
      mkdirSync(join(folder, "nta", name), { recursive: true });
    const summaries = exampleStudy(1).filter(({ name }) => /N-D[24].*ExperimentSummary/.test(name));
    for (const { name, bytes } of summaries)
      writeFileSync(join(folder, "nta/nanosight-alteromonas-mv", basename(name)), bytes);
    writeFileSync(page, "before\n<!-- agreement -->\n<!-- /agreement -->\nafter\n");
    expect(run("--check").status).toBe(1);
    expect(run().status).toBe(0);
    const text = readFileSync(page, "utf8");
    expect(text).toMatch(/^before\n[\s\S]*\nafter\n$/);
    const rows = text.split("\n").filter((line) => line.startsWith("| N-D"));
    expect(rows).toHaveLength(summaries.length);
    for (const row of rows) {
      const [, , , ...cells] = row.split("|").map((cell) => cell.trim());
      const [mean, mode, ...others] = cells.slice(0, 6).map(Number);
      for (const difference of [mean, ...others]) expect(difference).toBeLessThanOrEqual(printedTo);
      expect(mode).toBeLessThanOrEqual(halfBin + printedTo);
      for (const ratio of cells[6]!.split(" to ")) expect(Math.abs(Number(ratio) - 1)).toBeLessThan(0.006);
    }
    expect(run("--check").status).toBe(0);
    writeFileSync(page, text.replace("N-D2", "N-D3"));
    expect(run("--check")).toMatchObject({ status: 1, stderr: expect.stringContaining("run it") });
  });
});

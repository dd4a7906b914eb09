import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const data = process.env.VESICA_DATA ?? join(root, "../shared/data");
const real = existsSync(join(data, "flow-cytometry"));
if (!real) console.log(`no real files at ${data}: the table of FCS files is not checked`);

const node = (...args: readonly string[]) =>
  spawnSync(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, VESICA_DATA: data },
    encoding: "utf8",
  });

beforeAll(() => {
  const built = node("node_modules/typescript/bin/tsc", "-b");
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
});

describe.runIf(real)("tools/fcs-agreement.mjs", () => {
  const folder = mkdtempSync(join(tmpdir(), "vesica-fcs-agreement-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("finds docs/methods/cytometry.md as it writes it from the real files", () => {
    const { status, stderr } = node("tools/fcs-agreement.mjs", "--check");
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("tools/bead-agreement.mjs finds the page as it writes it from the real bead files", () => {
    const { status, stderr } = node("tools/bead-agreement.mjs", "--check");
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("finds a changed page, and writes what is missing", () => {
    const page = join(folder, "page.md");
    const now = readFileSync(join(root, "docs/methods/cytometry.md"), "utf8");
    writeFileSync(page, now.replace("| 10000 ", "| 10001 "));
    const check = () => node("tools/fcs-agreement.mjs", "--page", page, "--check");
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining("run it") });
    expect(node("tools/fcs-agreement.mjs", "--page", page).status).toBe(0);
    expect(readFileSync(page, "utf8")).toBe(now);
    expect(check().status).toBe(0);
  });

  test("every file agrees with its oracle to 1e-12", () => {
    const text = readFileSync(join(root, "docs/methods/cytometry.md"), "utf8");
    const table = text.slice(0, text.indexOf("<!-- /fcs-agreement -->"));
    const rows = table.match(/^\| .*\.(?:fcs|lmd|B08|00\d) .*$/gm)!;
    expect(rows).toHaveLength(26);
    for (const row of rows) {
      const cell = row.split("|")[9]!.trim();
      expect(cell).toMatch(/^(?:0|under 1e-\d+)$/);
      expect(cell === "0" ? 0 : Number(cell.replace("under ", ""))).toBeLessThanOrEqual(1e-12);
    }
  });
});

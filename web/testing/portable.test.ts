import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { sha256OfSmall } from "vesica/kernel";
import { build, type Rollup } from "vite";
import { expect, test } from "vitest";
import { portableRunDigest } from "../../core/kernel/portable/portable-run.test-support.ts";
import { chromiumPath } from "./workbench.test-support.ts";

/** The run over all portable functions as one script that leaves its bytes in `run`. */
async function runScript(): Promise<string> {
  const entry = fileURLToPath(
    new URL("../../core/kernel/portable/portable-run.test-support.ts", import.meta.url),
  );
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry, name: "run", formats: ["iife"] }, minify: false },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rollup.RollupOutput;
  return output[0].code;
}

test("every portable function gives the same last bits in the browser as in Node", async () => {
  const script = await runScript();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const bytes = await page.evaluate((code) => {
      const { portableRun } = new Function(`${code}; return run;`)() as { portableRun(): Uint8Array };
      return Array.from(portableRun());
    }, script);
    expect(sha256OfSmall(Uint8Array.from(bytes))).toBe(portableRunDigest);
  } finally {
    await browser.close();
  }
});

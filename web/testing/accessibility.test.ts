import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "./pages.test-support.ts";
import {
  goTo,
  type OpenPage,
  openExample,
  startWorkbench,
  type Workbench,
} from "./workbench.test-support.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench?.close());

/** What axe finds against WCAG 2.2 AA and its best practices, each as `rule: first element`. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    // Routes are fragments of the address, which the rule on skip links takes for places of this page.
    const run = await axe.run({
      rules: { "skip-link": { enabled: false } },
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return run.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
}

describe.each([
  ["English, light", { locale: "en-GB", colorScheme: "light" }],
  [
    "Japanese, dark, on a telephone",
    { locale: "ja-JP", colorScheme: "dark", viewport: { width: 390, height: 844 } },
  ],
] as const)("%s", (_, options) => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await workbench.open(options);
    await openExample(open.page);
  });
  afterAll(() => open?.context.close());

  test.each(pages)("%s has no violation, and nothing is cut off at the right", async (path) => {
    await goTo(open.page, path);
    await open.page.waitForTimeout(300);
    expect(await violations(open.page)).toEqual([]);
    const { page } = open;
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
  });

  test("the drawer that explains a number has no violation", async () => {
    await goTo(open.page, "/study");
    await open.page.locator("#verdict button.n").first().click();
    await open.page.getByRole("dialog").waitFor();
    expect(await violations(open.page)).toEqual([]);
    await open.page.keyboard.press("Escape");
  });
});

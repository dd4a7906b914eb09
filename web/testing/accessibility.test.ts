import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.test-support.ts";
import { pages } from "./pages.test-support.ts";
import {
  goTo,
  type OpenPage,
  openExample,
  startWorkbench,
  type Workbench,
} from "./workbench.test-support.ts";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench?.close());

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

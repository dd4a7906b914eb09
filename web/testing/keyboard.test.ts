import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  focused,
  goTo,
  type OpenPage,
  openExample,
  startWorkbench,
  tabTo,
  type Workbench,
} from "./workbench.test-support.ts";

let workbench: Workbench;
let open: OpenPage;
beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
  await openExample(open.page);
});
afterAll(() => workbench?.close());

/** Where the focus is: in the page's content, among the links to pages, elsewhere, or lost. */
const focusPlace = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return "lost";
    return element.closest("main") ? "content" : element.closest("nav") ? "navigation" : "elsewhere";
  });

test("every page is reached and left by keyboard, and the focus is never lost", async () => {
  const { page, faults } = open;
  const names = await page.locator("nav.pages a").allTextContents();
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    await tabTo(page, new RegExp(`^${name}$`), "Shift+Tab");
    expect(await focusPlace(page), name).toBe("navigation");
    const path = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).hash.slice(1));
    await page.keyboard.press("Enter");
    await page.locator(`main[data-path="${path}"] h1`).first().waitFor();
    await page.waitForTimeout(200);
    expect(await focusPlace(page), name).toBe("content");
    for (let stop = 0; stop < 12; stop++) await page.keyboard.press("Tab");
    await page.locator("main").focus();
  }
  expect(faults).toEqual([]);
});

test.each([
  ["/samples", "[data-row]"],
  ["/clouds", ".cloud-plot svg"],
  ["/files", ".file-line"],
  ["/compare", "main label"],
])("Tab goes through %s and out of it", async (path, content) => {
  const { page } = open;
  await goTo(page, path);
  await page.locator(content).first().waitFor();
  await page.locator("main").focus();
  let stops = 0;
  while ((await focusPlace(page)) === "content" && stops < 600) {
    await page.keyboard.press("Tab");
    stops++;
  }
  expect(stops).toBeGreaterThan(2);
  expect(stops).toBeLessThan(600);
});

test.each([
  ["/study", "main button.n"],
  ["/files", ".file-actions button"],
  ["/samples", "main button:text-is('Add column…')"],
])("a dialog of %s is closed by Escape and gives the focus back", async (path, opener) => {
  const { page } = open;
  await goTo(page, path);
  const button = page.locator(opener).first();
  await button.focus();
  const name = await focused(page);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => focused(page)).toBe(name);
});

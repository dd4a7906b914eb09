import { readFileSync } from "node:fs";
import { featureCsv } from "vesica/report";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { temporary } from "../../app/testing/vesica.test-support.ts";
import { violations } from "./axe.test-support.ts";
import { proteinStudy } from "./studies.test-support.ts";
import {
  analyse,
  goTo,
  type OpenPage,
  openFolder,
  savedDocument,
  startWorkbench,
  tabTo,
  type Workbench,
} from "./workbench.test-support.ts";

const room = "/rooms/proteome";
const place = temporary(proteinStudy());
let workbench: Workbench;
let open: OpenPage;

beforeAll(async () => {
  workbench = await startWorkbench();
});
afterEach(() => open?.context.close());
afterAll(async () => {
  await workbench?.close();
  place.remove();
});

async function openRoom(options: Parameters<Workbench["open"]>[0] = {}) {
  open = await workbench.open(options);
  await openFolder(open.page, place.folder);
  await analyse(open.page);
  await goTo(open.page, room);
  const table = open.page.locator(".feature-table").first();
  await table.locator("tbody th").first().waitFor();
  return { ...open, table };
}

test("all rows are there without being drawn, sorted by keyboard, searched, and saved as the results hold them", async () => {
  const { page, table, faults } = await openRoom();
  const document = await savedDocument(page);
  await goTo(page, room);
  const whole = document.tables[0]!;
  const { values } = whole.columns.find(({ name }) => name === "log2FoldChange")!;
  const rows = table.locator("tbody tr:not(.gap)");
  await rows.first().waitFor();
  expect(await table.locator("table").getAttribute("aria-rowcount")).toBe(String(values.length + 1));
  expect(await rows.count()).toBeLessThan(80);
  expect(await table.getByRole("status").textContent()).toBe("Rows: 400");
  const head = table.getByRole("columnheader", { name: "Difference, log2" });
  await table.getByRole("searchbox").focus();
  await tabTo(page, /^Difference, log2/);
  await page.keyboard.press("Enter");
  expect(await head.getAttribute("aria-sort")).toBe("ascending");
  await page.keyboard.press("Space");
  expect(await head.getAttribute("aria-sort")).toBe("descending");
  const most = [...values].map(Number).sort((a, b) => b - a)[0]!;
  expect(await rows.first().locator("td").first().textContent()).toBe(most.toFixed(2));
  await table.getByRole("searchbox").fill("IMG onerror");
  await page.getByText("Rows: 1 of 400").waitFor();
  expect(await rows.count()).toBe(1);
  expect(await rows.first().locator("th").textContent()).toBe("<img src=x onerror=alert(1)>‹U+202E›");
  await table.getByRole("searchbox").fill("no such protein");
  await page.getByText("Rows: 0 of 400 No row holds these words.").waitFor();
  await table.getByRole("searchbox").fill("");
  const brief = await table.locator("thead th").count();
  await table.getByRole("checkbox").check();
  expect(await table.locator("thead th").count()).toBe(whole.columns.length);
  expect(brief).toBeLessThan(whole.columns.length);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    table.getByRole("button", { name: "Save proteome-contrast-1.csv" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("proteome-contrast-1.csv");
  expect(readFileSync(await download.path(), "utf8")).toBe(featureCsv(whole));
  expect(faults).toEqual([]);
});

test("the drawer explains a table down to the file, has an address, and gives the focus back", async () => {
  const { page, table } = await openRoom();
  const button = table.getByRole("button", { name: "Why this table?" });
  await button.focus();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Why this table" });
  await drawer.waitFor();
  for (const part of [
    "a / b",
    "proteome.contrast",
    "moderated-t",
    "minimumObserved",
    "proteins.csv",
    "SHA-256",
  ])
    expect(await drawer.textContent()).toContain(part);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  const { hash } = new URL(page.url());
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await drawer.waitFor();
  await page.evaluate((to) => {
    location.hash = to;
  }, `#${room}?table=proteome.contrast%7Cgone`);
  await drawer.getByText("This table is not in the results any more.").waitFor();
});

test("on paper a table has the rows of the report, and all of them again after it", async () => {
  const { page, table } = await openRoom({ viewport: { width: 695, height: 1010 } });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await table.isVisible()).toBe(false);
  expect(await page.locator("#features-1-rows tbody tr").count()).toBe(25);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(695);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await table.waitFor();
  expect(await page.locator("#features-1-rows").count()).toBe(0);
});

describe.each([
  ["English, light", { locale: "en-GB", colorScheme: "light" }],
  [
    "Japanese, dark, on a telephone",
    { locale: "ja-JP", colorScheme: "dark", viewport: { width: 390, height: 844 } },
  ],
] as const)("%s", (_, options) => {
  test("the tables and their drawer have no violation, and nothing is cut off at the right", async () => {
    const { page, table } = await openRoom(options);
    await table.getByRole("checkbox").check();
    await table.locator("thead button").nth(1).click();
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
    await table.locator(".toolbar button").last().click();
    await page.getByRole("dialog").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

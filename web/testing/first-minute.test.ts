import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporary } from "../../app/testing/vesica.test-support.ts";
import { exampleStudy } from "../../core/domains/example-study.ts";
import {
  focused,
  goTo,
  openExample,
  startWorkbench,
  tabTo,
  type Workbench,
} from "./workbench.test-support.ts";

let workbench: Workbench;
const place = temporary();

beforeAll(async () => {
  workbench = await startWorkbench();
  const raw = exampleStudy(1).filter(({ name }) => /^nanosight\/(N-D1|PBS-1)/.test(name));
  place.write(Object.fromEntries(raw.map(({ name, bytes }) => [`raw/${name}`, bytes])));
  place.write({ "raw/notes.txt": "a note", "raw/.DS_Store": "x", "empty/readme/.keep": "" });
});
afterAll(async () => {
  await workbench?.close();
  place.remove();
});

test("a folder without papers is recognised, asks for what is missing, and gives a verdict by mouse alone", async () => {
  const { page, context, faults } = await workbench.open();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a folder" }).click(),
  ]);
  await chooser.setFiles(join(place.folder, "raw"));
  await page.getByRole("heading", { name: "raw" }).waitFor();
  const found = page.locator(".next");
  expect(await found.textContent()).toMatch(/of \d+ files recognised · 1 not recognised or refused/);
  expect(await found.textContent()).toContain("donor and condition");
  await found.getByRole("button", { name: "Analyse" }).click();
  await page.locator("#verdict .tally").waitFor();
  expect(await page.locator("#headline-particles tbody tr").count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
  await context.close();
});

test("the example is opened, a number explained and closed by keyboard alone", async () => {
  const { page, context, faults } = await workbench.open();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the content");
  await tabTo(page, /^Open the example study$/);
  await page.keyboard.press("Enter");
  await page.locator("#verdict .tally").waitFor();
  await tabTo(page, /^[0-9.]+( × 10.*)?$/);
  const number = await focused(page);
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Why this number" });
  await drawer.waitFor();
  expect(await drawer.locator(".value").textContent()).toContain(number);
  expect(await drawer.textContent()).toContain("SHA-256");
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });
  expect(faults).toEqual([]);
  await context.close();
});

test("a link to a number opens its drawer, and the way back closes it", async () => {
  const { page, context } = await workbench.open();
  await openExample(page);
  await page.locator("#verdict button.n").first().click();
  const drawer = page.getByRole("dialog");
  await drawer.waitFor();
  expect(page.url()).toContain("why=");
  await drawer.locator("a[href*='/files/']:visible").first().click();
  await page.locator("main h1").waitFor();
  expect(page.url()).toContain("#/files/");
  await page.goBack();
  await drawer.waitFor();
  await page.goBack();
  await drawer.waitFor({ state: "hidden" });
  await context.close();
});

test("language and colours are chosen once and remembered, and nothing stays in the other language", async () => {
  const { page, context } = await workbench.open();
  await page.getByRole("button", { name: "日本語" }).click();
  await page.getByRole("combobox").selectOption({ index: 2 });
  await page.reload();
  await page.locator("h1").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("ja");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await openExample(page);
  expect(await page.locator("#verdict").textContent()).toMatch(/不合格/);
  await goTo(page, "/design");
  expect(await page.locator("h1").textContent()).toBe("実験計画");
  await context.close();
});

test("a browser in Japanese begins in Japanese", async () => {
  const { page, context } = await workbench.open({ locale: "ja-JP" });
  expect(await page.locator("h1").textContent()).toMatch(/フォルダー/);
  await context.close();
});

test("a folder without instrument files is told so, and the study that was open stays away", async () => {
  const { page, context } = await workbench.open();
  await page.locator("input[data-choice=folder]").setInputFiles(join(place.folder, "empty"));
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toContain("no instrument file");
  await context.close();
});

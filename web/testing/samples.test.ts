import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { goTo, openExample, startWorkbench, type Workbench } from "./workbench.test-support.ts";

let workbench: Workbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(async () => {
  await workbench?.close();
});

const cellOf = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`);
const textOf = (page: Page, row: number, column: number) =>
  cellOf(page, row, column).evaluate(
    (cell) => cell.querySelector("input")?.value ?? cell.querySelector(".cell-text")?.textContent,
  );

async function openSheet() {
  const open = await workbench.open({ permissions: ["clipboard-read", "clipboard-write"] });
  await openExample(open.page);
  await goTo(open.page, "/samples");
  await open.page.getByText("The sheet has no errors.").waitFor();
  return open;
}

test("a dilution that can be read in two ways is told on its cell; mended, the study is analysed again", async () => {
  const { page, context, faults } = await openSheet();
  await cellOf(page, 1, 5).click();
  await page.keyboard.type("1.000,5");
  await page.keyboard.press("Enter");
  await page.getByText("To correct before the study can be analysed: 1").waitFor();
  expect(await cellOf(page, 1, 5).getAttribute("aria-invalid")).toBe("true");
  await page.getByRole("button", { name: "dilution, row 3" }).click();
  expect(await page.locator(".cell-bar").textContent()).toContain("read in only one way");
  await page.getByText("The results are of an earlier sheet.").waitFor();
  await page.keyboard.type("900");
  await page.keyboard.press("Enter");
  await page.getByText("The results are of this sheet.").waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("cells of a spreadsheet are pasted, filled down, undone and done again by keyboard alone", async () => {
  const { page, context, faults } = await openSheet();
  await cellOf(page, 0, 3).click();
  await page.evaluate(() => navigator.clipboard.writeText("D7\tÜ 1,5\r\nD8\t対照\r\n"));
  await page.keyboard.press("Control+v");
  await page.keyboard.press("ArrowDown");
  expect([await textOf(page, 0, 4), await textOf(page, 1, 3), await textOf(page, 1, 4)]).toEqual([
    "Ü 1,5",
    "D8",
    "対照",
  ]);
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  expect(await textOf(page, 2, 3)).toBe("D8");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect([await textOf(page, 0, 3), await textOf(page, 2, 3)]).toEqual(["D1", "D2"]);
  await page.keyboard.press("Control+y");
  expect(await textOf(page, 0, 3)).toBe("D7");
  expect(faults).toEqual([]);
  await context.close();
});

test("a cell that is left by a click or for another page while it is edited keeps what was typed", async () => {
  const { page, context, faults } = await openSheet();
  await cellOf(page, 2, 3).click();
  await page.keyboard.type("typed");
  await cellOf(page, 5, 4).click();
  expect([await textOf(page, 2, 3), await textOf(page, 5, 4)]).toEqual(["typed", "normoxia"]);
  await page.keyboard.type("gone");
  await goTo(page, "/study");
  await goTo(page, "/samples");
  expect(await textOf(page, 5, 4)).toBe("gone");
  expect(faults).toEqual([]);
  await context.close();
});

test("a role is chosen from the list and a row added and deleted by mouse alone", async () => {
  const { page, context, faults } = await openSheet();
  await cellOf(page, 0, 2).dblclick();
  await page.getByRole("option", { name: "ignore" }).click();
  expect(await textOf(page, 0, 2)).toBe("ignore");
  await page.getByRole("button", { name: "Add row" }).click();
  await page.getByText("Rows: 43").waitFor();
  await page.getByRole("button", { name: "Delete rows" }).click();
  await page.getByText("Rows: 42").waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("a sheet whose quotation marks do not close is mended as text", async () => {
  const { page, context, faults } = await openSheet();
  await page.getByRole("button", { name: "Edit as text" }).click();
  const field = page.getByLabel("Text of samples.csv");
  const text = await field.inputValue();
  await field.fill(text.replace("N-D1,", '"N-D1,'));
  await page.getByText("The sheet cannot be shown as a grid").waitFor();
  expect(await page.getByRole("button", { name: "Back to the grid" }).isDisabled()).toBe(true);
  await field.fill(text);
  await page.getByRole("button", { name: "Back to the grid" }).click();
  expect(await textOf(page, 0, 1)).toBe("N-D1");
  expect(faults).toEqual([]);
  await context.close();
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, temporary, vesica } from "../../app/testing/vesica.test-support.ts";
import { openExample, savedResult, startWorkbench, type Workbench } from "./workbench.test-support.ts";

let workbench: Workbench;
const place = temporary();

beforeAll(async () => {
  build();
  workbench = await startWorkbench();
});
afterAll(async () => {
  await workbench?.close();
  place.remove();
});

/** Runs a study folder by the command and in the page, and compares every file of the results. */
async function expectSame(folder: string): Promise<void> {
  const { page, context, faults } = await workbench.open();
  await page.locator("input[data-choice=folder]").setInputFiles(folder);
  await page.getByRole("button", { name: "Analyse", exact: true }).click();
  await page.locator("#verdict").waitFor();
  for (const name of readdirSync(join(folder, "results/tables")))
    expect(await savedResult(page, name), name).toEqual(readFileSync(join(folder, "results/tables", name)));
  for (const name of ["result.json", "report.html"])
    expect((await savedResult(page, name)).equals(readFileSync(join(folder, "results", name))), name).toBe(
      true,
    );
  expect(faults).toEqual([]);
  await context.close();
}

test("the example study made in the page gives the bytes that the command writes", async () => {
  const folder = join(place.folder, "demo");
  expect((await vesica(["demo", folder], { shipped: true })).status).toBe(0);
  const { page, context, faults } = await workbench.open();
  await openExample(page);
  const document = await savedResult(page, "result.json");
  expect(document.equals(readFileSync(join(folder, "results/result.json")))).toBe(true);
  expect(
    (await savedResult(page, "report.html")).equals(readFileSync(join(folder, "results/report.html"))),
  ).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
  await expectSame(folder);
});

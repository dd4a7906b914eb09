import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { goTo, openExample, openPage, startWorkbench, type Workbench } from "./workbench.test-support.ts";

let workbench: Workbench;
let browser: Browser;
beforeAll(async () => {
  workbench = await startWorkbench();
  browser = await chromium.launch({
    executablePath: process.env.VESICA_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--host-resolver-rules=MAP laboratory.test 127.0.0.1"],
  });
});
afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

test("on a host of the laboratory without https it works, and says that it keeps nothing", async () => {
  const address = workbench.address.replace("127.0.0.1", "laboratory.test");
  const { page, context, faults } = await openPage(browser, address);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await openExample(page);
  await goTo(page, "/files");
  await page.getByText("This browser keeps no files here").waitFor();
  await goTo(page, "/clouds");
  await page.locator(".cloud-canvas canvas").waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, temporary, vesica } from "../../app/testing/vesica.test-support.ts";
import { builtSite, launchBrowser, openPage, savedResult } from "./workbench.test-support.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const place = temporary();
const folder = join(place.folder, "demo");
let browser: Browser;
let child: ChildProcess;
let address = "";

beforeAll(async () => {
  build();
  const site = await builtSite();
  await vesica(["demo", folder], { shipped: true });
  child = spawn(process.execPath, [join(root, "app/testing/shipped.mjs"), "serve", folder, "--port", "0"], {
    env: { PATH: process.env.PATH, VESICA_TEST_SITE: site },
  });
  address = await new Promise((resolve) => {
    let told = "";
    child.stdout!.on("data", (text) => {
      told += text;
      const found = /http:\/\/\S+(?=\n)/.exec(told);
      if (found) resolve(found[0]);
    });
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  child?.kill("SIGTERM");
  place.remove();
});

const onDisk = (name: string) => readFileSync(join(folder, "results", name));

test("a served folder shows its results, follows a file that changes, and gives the bytes that lie on disk", async () => {
  const { page, context, requests, faults } = await openPage(browser, address);
  expect(page.url()).not.toContain("key");
  page.setDefaultTimeout(120_000);
  await page.getByRole("link", { name: "See the results" }).waitFor();
  expect((await savedResult(page, "result.json")).equals(onDisk("result.json"))).toBe(true);
  const before = onDisk("result.json");
  const changed = `nanosight/${readdirSync(join(folder, "nanosight"))[0]}`;
  appendFileSync(join(folder, changed), "\n");
  await page
    .getByRole("status")
    .filter({ hasText: `${changed} changed on disk; analysed again.` })
    .waitFor();
  expect(onDisk("result.json").equals(before)).toBe(false);
  for (const name of ["result.json", "report.html"])
    expect((await savedResult(page, name)).equals(onDisk(name)), name).toBe(true);
  const { origin } = new URL(address);
  expect(requests.filter((each) => !each.startsWith(origin) && !each.startsWith("blob:"))).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test("the same address without its key opens nothing and says what to do", async () => {
  const { page, context } = await openPage(browser, new URL("/", address).href);
  await page
    .getByRole("alert")
    .filter({ hasText: "Open the whole address that vesica serve printed." })
    .waitFor();
  await context.close();
});

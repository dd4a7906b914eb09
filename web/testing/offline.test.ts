import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pages } from "./pages.test-support.ts";
import { goTo, openExample, startWorkbench, type Workbench } from "./workbench.test-support.ts";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench?.close());

test("no request leaves the page's own files, whatever page is opened", async () => {
  const { page, context, requests, faults } = await workbench.open();
  await openExample(page);
  for (const path of pages) await goTo(page, path);
  expect(
    requests.filter((address) => !/^(blob:|data:)/.test(address) && !address.startsWith(workbench.address)),
  ).toEqual([]);
  const asked = new Set(requests.map((address) => new URL(address).search));
  expect([...asked]).toEqual([""]);
  expect(faults).toEqual([]);
  await context.close();
});

test("after the first load it works without a network", async () => {
  const { page, context, faults } = await workbench.open();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await page.locator("h1").waitFor();
  await openExample(page);
  await page.locator("#headline-particles").waitFor();
  await goTo(page, "/rooms/particles");
  await page.locator("figure svg").first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("the policy forbids foreign requests, inline scripts and code from text", async () => {
  const html = readFileSync(fileURLToPath(new URL("../index.html", import.meta.url)), "utf8");
  const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)![1]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
  const { page, context } = await workbench.open();
  const blocked = await page.evaluate(async () => {
    const found: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "document.body.dataset.ran = 'yes'";
    document.body.append(script);
    await fetch("https://example.org/").catch(() => {});
    const image = new Image();
    image.src = "https://example.org/a.png";
    const frame = document.createElement("iframe");
    frame.src = "https://example.org/";
    document.body.append(frame);
    for (let waited = 0; waited < 200 && new Set(found).size < 4; waited++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return { found: [...new Set(found)].sort(), ran: document.body.dataset.ran ?? "no" };
  });
  expect(blocked).toEqual({ found: ["connect-src", "frame-src", "img-src", "script-src-elem"], ran: "no" });
  await context.close();
});

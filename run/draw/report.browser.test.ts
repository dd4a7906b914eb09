import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { renderReport } from "vesica/report";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleDocument } from "../../core/report/sample-document.test-support.ts";
import { numberOf, twoRooms } from "../../core/report/two-rooms.test-support.ts";
import { exampleFigures } from "./figures.test-support.ts";
import { drawFigures } from "./index.ts";

const candidates = [
  process.env.VESICA_CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const executablePath = candidates.find((path) => path !== "" && existsSync(path));
const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

let folder = "";
let address = "";
const contexts: BrowserContext[] = [];

async function browser(options: { javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> {
  const profile = mkdtempSync(join(folder, "profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    args: flags.split(" "),
    ...options,
  });
  contexts.push(context);
  return context;
}

async function open(
  context: BrowserContext,
): Promise<{ page: Page; requests: string[]; messages: string[] }> {
  const page = await context.newPage();
  const requests: string[] = [];
  const messages: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  await page.goto(address);
  return { page, requests, messages };
}

describe.skipIf(executablePath === undefined && !process.env.CI)("the report in a browser", () => {
  let context: BrowserContext;

  beforeAll(async () => {
    expect(executablePath, `no Chromium at ${candidates.filter(Boolean).join(", ")}`).toBeDefined();
    folder = mkdtempSync(join(tmpdir(), "vesica-report-"));
    const document = sampleDocument({ figures: exampleFigures });
    const file = join(folder, "report.html");
    writeFileSync(file, renderReport(document, await drawFigures(exampleFigures, ["en", "ja"])));
    address = pathToFileURL(file).href;
    context = await browser();
  });

  afterAll(async () => {
    for (const opened of contexts) await opened.close();
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  test("asks for nothing but itself and says nothing in the console", async () => {
    const { page, requests, messages } = await open(context);
    await page.locator("label[for=language-ja]").click();
    await page.locator("#headline-particles td a.n").first().click();
    expect(requests.filter((url) => !url.startsWith("data:") && url !== address)).toEqual([]);
    expect(messages).toEqual([]);
  });

  test("its policy stops scripts, pictures and requests that are not its own", async () => {
    const { page } = await open(context);
    const blocked = await page.evaluate(async () => {
      const directives: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        directives.push(event.effectiveDirective),
      );
      const image = document.createElement("img");
      image.src = "https://vesica.invalid/x.png";
      const script = document.createElement("script");
      script.textContent = "window.foreign = true";
      document.body.append(image, script);
      await fetch("https://vesica.invalid/").catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { directives: directives.sort(), foreign: "foreign" in window };
    });
    expect(blocked.directives).toEqual(["connect-src", "img-src", "script-src-elem"]);
    expect(blocked.foreign).toBe(false);
  });

  test("switches the language by pointer and by keyboard, and tells the browser", async () => {
    const { page } = await open(context);
    const heading = page.locator("#verdict-title span:visible");
    expect(await heading.textContent()).toBe("Results at a glance");
    await page.locator("label[for=language-ja]").click();
    expect(await heading.textContent()).toBe("結果の要約");
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    expect(await page.locator("figure svg:visible").count()).toBe(exampleFigures.length);
    await page.keyboard.press("ArrowLeft");
    expect(await heading.textContent()).toBe("Results at a glance");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  test("switches the language with scripts off", async () => {
    const { page } = await open(await browser({ javaScriptEnabled: false }));
    const shown = page.locator("#verdict-title span:visible");
    expect(await shown.allTextContents()).toEqual(["Results at a glance"]);
    await page.locator("label[for=language-ja]").click();
    expect(await shown.allTextContents()).toEqual(["結果の要約"]);
  });

  test("a number unfolds and shows its evidence", async () => {
    const { page } = await open(context);
    const entry = page.locator(":target");
    await page.locator("#headline-particles td a.n").first().click();
    await entry.waitFor({ state: "visible" });
    expect(await entry.textContent()).toContain("particles.betweenCaptures 1.1.0");
    await entry.locator("a").first().click();
    expect(await entry.textContent()).toContain("raw/EV-01_0.csv (48.2\u00a0kB");
  });

  test.each(["light", "dark"] as const)("fits a phone in %s", async (colorScheme) => {
    const { page } = await open(context);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    const widest = await page.evaluate(() => {
      for (const box of document.querySelectorAll("details")) box.open = true;
      return document.documentElement.scrollWidth;
    });
    expect(widest).toBeLessThanOrEqual(390);
  });

  test("prints on A4 with everything unfolded and nothing cut off", async () => {
    const { page } = await open(context);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 695, height: 1000 });
    expect(await page.locator("nav").isVisible()).toBe(false);
    const hidden = await page.evaluate(
      () =>
        [...document.querySelectorAll("details > *")].filter(
          (box) => box.getBoundingClientRect().height === 0,
        ).length,
    );
    expect(hidden).toBe(0);
    const cut = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(cut).toBeLessThanOrEqual(695);
    expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
  });

  test("prints a table of eleven number columns on A4, nothing cut off", async () => {
    const quantities = ["flow.count", "flow.bright", "flow.dim"];
    const interval = { kind: "confidence", level: 0.95, lower: 6.18e9, upper: 6.56e9, method: "t" } as const;
    const several = quantities.flatMap((id) =>
      ["FITC-A", "PE-A", "APC-A"].map((channel) => numberOf(id, { sample: "A", channel, value: 6.37e9 })),
    );
    const single = ["flow.all", "flow.size"].map((id) => numberOf(id, { sample: "A", value: 6.37e9, n: 1 }));
    const estimates = [...several, ...single].map((estimate) => ({ ...estimate, interval }));
    const headline = { flow: ["flow.all", ...quantities, "flow.size"] };
    const file = join(folder, "wide.html");
    writeFileSync(file, renderReport(twoRooms({ domains: ["flow"], estimates, headline }), new Map()));
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 695, height: 1000 });
    const table = page.locator("#headline-flow");
    expect(await table.locator("tbody tr").first().locator("td.num").count()).toBe(11);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(695);
  });

  test("has one main, a name for every picture and a caption for every table", async () => {
    const { page } = await open(context);
    const counts = await page.evaluate(() => ({
      mains: document.querySelectorAll("main").length,
      nameless: document.querySelectorAll("figure svg:not([role=img][aria-label])").length,
      captionless: [...document.querySelectorAll("table")].filter((table) => !table.caption?.textContent)
        .length,
      jumps: [...document.querySelectorAll("h1,h2,h3")].filter((heading, index, all) => {
        const before = index === 0 ? 0 : Number(all[index - 1]!.tagName[1]);
        return Number(heading.tagName[1]) > before + 1;
      }).length,
    }));
    expect(counts).toEqual({ mains: 1, nameless: 0, captionless: 0, jumps: 0 });
  });
});

import { existsSync, mkdtempSync, readFileSync, renameSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import type { ResultDocument } from "vesica/study";
import { build } from "vite";
import { inject } from "vitest";

/** The browser that is installed. */
export const chromiumPath = process.env.VESICA_CHROMIUM ?? "/usr/bin/chromium";

const web = fileURLToPath(new URL("..", import.meta.url));

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** The workbench as static files behind a plain server, in a browser of its own. */
export interface Workbench {
  readonly address: string;
  readonly browser: Browser;
  /** A page of a new person, with what it asked of the network, what the policy blocked and what failed in it. */
  open(options?: BrowserContextOptions, path?: string, before?: () => void): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: readonly string[];
  readonly faults: readonly string[];
}

/** The folder of the built page, which the test files of a run share: whoever is first builds it. */
export async function builtSite(): Promise<string> {
  const site = join(inject("sharedFolder"), "site");
  if (existsSync(site)) return site;
  const outDir = mkdtempSync(`${site}-`);
  const configFile = join(web, "vite.config.ts");
  await build({ root: web, configFile, logLevel: "silent", build: { outDir } });
  try {
    renameSync(outDir, site);
  } catch (error) {
    if (!existsSync(site)) throw error;
  }
  return site;
}

/** A browser as tests use it; to be closed. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox"],
  });
}

/** Builds the page and serves it; to be closed. */
export async function startWorkbench(): Promise<Workbench> {
  const server = staticServer(await builtSite());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  const browser = await launchBrowser();
  return {
    address,
    browser,
    open: (options, path = "", before) => openPage(browser, `${address}${path}`, options, before),
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Opens an address as a new person would; `before` runs in the page before anything of it. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  before: () => void = () => {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const requests: string[] = [];
  const faults: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  await context.addInitScript(before);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  return { page, context, requests, faults };
}

/** Opens the example study and waits for its verdict. */
export async function openExample(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Open the example study|例題を開く/ }).click();
  await page.locator("#verdict .tally").waitFor();
}

/** Goes to a page of the workbench by its path. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`;
  }, path);
  await page.locator(`main[data-path="${path}"] h1`).first().waitFor();
}

/** Opens a folder of the disk, as a person who chooses it, and waits until its papers are there. */
export async function openFolder(page: Page, folder: string): Promise<void> {
  await page.locator("input[data-choice=folder]").setInputFiles(folder);
  await page.locator(".next .actions button.main:enabled").waitFor();
}

/** Analyses the study that was opened on the first page and waits for its verdict. */
export async function analyse(page: Page): Promise<void> {
  await page.locator(".next .actions button.main").click();
  await page.locator("#verdict").waitFor();
}

/** The text of one of the papers, as the page of the report gives it. */
export async function savedPaper(page: Page, name: "study.yaml" | "samples.csv"): Promise<string> {
  return (await savedResult(page, name)).toString("utf8");
}

/** The result document, as the page of the report gives it. */
export async function savedDocument(page: Page): Promise<ResultDocument> {
  return JSON.parse((await savedResult(page, "result.json")).toString("utf8")) as ResultDocument;
}

const mostStops = 400;

/** The accessible name, roughly: label, own words or text of what has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLElement> }) | null;
    const name = element?.ariaLabel ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? "";
    return name.trim();
  });
}

/** Presses Tab until what is called so has the focus. */
export async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) return;
  }
  throw new Error(`no tab stop is called ${name}`);
}

/** A file of the results as its button on the page of the report gives it, once they are of the papers as they are. */
export async function savedResult(page: Page, name: string): Promise<Buffer> {
  await goTo(page, "/report");
  await page.locator(".earlier").waitFor({ state: "hidden" });
  const button = page.getByRole("button", { name: new RegExp(`(Save|を保存).*${name}|${name}.*を保存`) });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await download.path());
}

function staticServer(folder: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, "/index.html");
    try {
      const bytes = readFileSync(join(folder, path));
      response
        .writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" })
        .end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
}

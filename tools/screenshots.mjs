// Writes docs/images/workbench: every page of the built workbench, in English and Japanese, with the example study.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { exampleStudy } from "vesica/domains";
import { preview } from "vite";
import { smallerPng } from "./smaller-png.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const pictures = path("../docs/images/workbench/");
const desk = { width: 1280, height: 900 };
const telephone = { width: 390, height: 844 };

/** Each picture with what is done before it is taken; all but the first two on the example study. */
const pages = {
  home: ["/"],
  recognised: ["/", openRawFolder],
  verdict: ["/study"],
  why: ["/study", (page) => page.locator("#verdict button.n").first().click()],
  particles: ["/rooms/particles", toFigures],
  cytometry: ["/rooms/cytometry"],
  standards: ["/standards"],
  design: ["/design"],
  compare: ["/compare?samples=N-D1,N-D2,H-D1,H-D2"],
  clouds: ["/clouds?file=fcs%2FN-D1.fcs", drawGate],
  beads: ["/clouds?file=fcs%2Fbeads-size.fcs", toBeadPeaks],
  files: ["/files"],
  "raw-file": ["/files/nanosight%2FN-D1 2026-03-11 09-00-00-ExperimentSummary.csv"],
  samples: ["/samples"],
  tools: ["/tools"],
  calculator: ["/tools/cytometry.collectedScatter"],
  report: ["/report"],
  parameters: ["/parameters", changeParameter],
};

async function openRawFolder(page, folder) {
  await page.locator("input[data-choice=folder]").setInputFiles(folder);
  await page.locator(".next button.main:enabled").waitFor();
}

async function toFigures(page) {
  await page.locator("figure svg").first().waitFor();
  await page
    .locator("figure")
    .first()
    .evaluate((figure) => figure.scrollIntoView());
}

async function drawGate(page) {
  await page.locator(".cloud-canvas canvas").waitFor();
  await page.locator(".cloud-tools button").nth(2).click();
  const { x, y, width, height } = await page.locator(".cloud-touch").boundingBox();
  await page.mouse.move(x + width * 0.45, y + height * 0.2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.9, y + height * 0.62, { steps: 8 });
  await page.mouse.up();
}

async function toBeadPeaks(page) {
  const peaks = page.locator("section.beads");
  await peaks.locator("tbody tr").first().waitFor();
  await settled(page);
  await peaks.evaluate((section) => section.scrollIntoView());
}

/** Another refractive index of the medium, so that old stands against new. */
async function changeParameter(page) {
  const room = page.locator("section[aria-labelledby=parameters-cytometry]");
  await room.locator("input").first().waitFor();
  const index = await room
    .locator("input")
    .evaluateAll((inputs) => inputs.findIndex(({ value }) => value === "1.343"));
  const input = room.locator("input").nth(index);
  await input.fill("1.335");
  await page.locator(".changes table").waitFor();
  await input.evaluate((element) => element.scrollIntoView({ block: "center" }));
}

/** The raw files of the example without its papers. */
function rawFolder(place) {
  const folder = join(place, "EV-release");
  for (const { name, bytes } of exampleStudy(1)) {
    if (!/^(nanosight|fcs)\//.test(name)) continue;
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}

/** Waits until nothing of the page is being computed, loaded or moved. */
async function settled(page) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.locator(".progress").waitFor({ state: "detached" });
  await page.waitForTimeout(700);
}

async function goTo(page, address) {
  await page.evaluate((to) => {
    location.hash = `#${to}`;
  }, address);
  await page
    .locator(`main[data-path="${address.split("?")[0]}"] h1`)
    .first()
    .waitFor();
}

async function openExample(page) {
  await page.getByRole("button", { name: /Open the example study|例題を開く/ }).click();
  await page.locator("#verdict .tally").waitFor();
}

async function picture(page, name) {
  await settled(page);
  await page.mouse.move(0, 0);
  const png = await page.screenshot({ animations: "disabled", caret: "hide" });
  writeFileSync(join(pictures, `${name}.png`), smallerPng(png));
}

const place = mkdtempSync(join(tmpdir(), "vesica-pictures-"));
const folder = rawFolder(place);
const wanted = process.argv.slice(2);
const server = await preview({
  root: path("../web"),
  configFile: false,
  logLevel: "silent",
  build: { outDir: path("../web/dist/site") },
  preview: { host: "127.0.0.1", port: 0 },
});
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env.VESICA_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

/** Takes the pictures named `names` with `suffix` behind each name, in one window. */
async function take(names, suffix, options) {
  const context = await browser.newContext({ viewport: desk, colorScheme: "light", ...options });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  let open = false;
  for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    const [to, act] = pages[name];
    const needsStudy = name !== "home" && name !== "recognised";
    if (needsStudy && !open) {
      await goTo(page, "/");
      page.once("dialog", (dialog) => dialog.accept());
      await openExample(page);
      open = true;
    }
    await goTo(page, to);
    await act?.(page, folder);
    await picture(page, `${name}-${suffix}`);
    if (name === "why") await page.keyboard.press("Escape");
  }
  await context.close();
}

mkdirSync(pictures, { recursive: true });
try {
  for (const [language, locale] of [
    ["en", "en-GB"],
    ["ja", "ja-JP"],
  ])
    await take(Object.keys(pages), language, { locale });
  await take(["verdict"], "dark-en", { locale: "en-GB", colorScheme: "dark" });
  await take(["clouds"], "dark-ja", { locale: "ja-JP", colorScheme: "dark" });
  await take(["verdict"], "telephone-en", { locale: "en-GB", viewport: telephone });
  await take(["home"], "telephone-ja", { locale: "ja-JP", viewport: telephone });
} finally {
  await browser.close();
  await server.close();
  rmSync(place, { recursive: true, force: true });
}

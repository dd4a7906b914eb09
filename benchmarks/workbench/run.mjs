// node benchmarks/workbench/run.mjs [rounds] : the workbench in Chromium against an empty React page, in the same run.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright-core";
import { build } from "vite";
import { writeFcs } from "../cytometry/events-data.mjs";

const rounds = Number(process.argv[2] ?? 5);
const events = 1_000_000;
const work = mkdtempSync(join(tmpdir(), "vesica-workbench-"));
const web = fileURLToPath(new URL("../../web", import.meta.url));
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (ms) => `${(ms / 1000).toFixed(ms < 500 ? 3 : 2)} s`;

async function sites() {
  await build({
    root: web,
    configFile: join(web, "vite.config.ts"),
    logLevel: "silent",
    build: { outDir: join(work, "site") },
  });
  const empty = fileURLToPath(new URL(".empty", import.meta.url));
  mkdirSync(empty, { recursive: true });
  writeFileSync(
    join(empty, "index.html"),
    '<!doctype html><html lang="en"><head><title>empty</title><script type="module" src="./main.jsx"></script></head><body><div id="page"></div></body></html>',
  );
  writeFileSync(
    join(empty, "main.jsx"),
    'import { createRoot } from "react-dom/client"; createRoot(document.getElementById("page")).render(<h1>empty</h1>);',
  );
  await build({
    root: empty,
    configFile: false,
    base: "./",
    plugins: [react()],
    logLevel: "silent",
    build: { outDir: join(work, "empty") },
  });
  rmSync(empty, { recursive: true });
}

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
function serve(folder) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    try {
      const bytes = readFileSync(join(folder, path.replace(/\/$/, "/index.html")));
      response.writeHead(200, { "content-type": types[extname(path)] ?? "text/html" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({ server, address: `http://127.0.0.1:${server.address().port}/` }),
    );
  });
}

/** A page of a new person that keeps its long tasks and its paints. */
async function fresh(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const scripts = [];
  page.on("response", (response) => {
    if (/\.(js|css)$/.test(response.url())) scripts.push(response);
  });
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries())
        globalThis.longTasks.push({ duration, startTime });
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(address, { waitUntil: "load" });
  await page.locator("h1").first().waitFor();
  const paint = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const found = list.getEntriesByName("first-contentful-paint")[0];
          if (found) resolve(found.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  return { context, page, paint, scripts };
}

const longest = (page) =>
  page.evaluate(() => {
    const all = globalThis.longTasks.splice(0).map(({ duration }) => duration);
    return all.length === 0 ? 0 : Math.max(...all);
  });

async function sizeOf(scripts) {
  let page = 0;
  let worker = 0;
  for (const response of scripts) {
    const size = gzipSync(await response.body()).length;
    if (/\/worker-/.test(response.url())) worker = size;
    else page += size;
  }
  return { page, worker };
}

/** Frames while a corner of a gate is dragged for about two seconds: the longest time between two. */
async function dragged(page) {
  const plot = page.locator("main canvas").first();
  const box = await plot.boundingBox();
  await page.getByRole("button", { name: "Draw a rectangle" }).click();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.gaps = [];
    let last = performance.now();
    const frame = (now) => {
      globalThis.gaps.push(now - last);
      last = now;
      globalThis.following = requestAnimationFrame(frame);
    };
    globalThis.following = requestAnimationFrame(frame);
  });
  for (let step = 0; step < 120; step++) {
    const turn = (step / 120) * 2 * Math.PI;
    await page.mouse.move(
      box.x + box.width * (0.6 + 0.2 * Math.cos(turn)),
      box.y + box.height * (0.6 + 0.2 * Math.sin(turn)),
    );
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  return page.evaluate(() => {
    cancelAnimationFrame(globalThis.following);
    return Math.max(...globalThis.gaps.slice(1));
  });
}

await sites();
const file = join(work, "events.fcs");
writeFcs(file, events, 1);
const [site, empty] = [await serve(join(work, "site")), await serve(join(work, "empty"))];
const browser = await chromium.launch({ executablePath: process.env.VESICA_CHROMIUM ?? "/usr/bin/chromium" });
const seen = {
  paint: [],
  emptyPaint: [],
  verdict: [],
  blocked: [],
  browsing: [],
  cloud: [],
  gap: [],
  cloudBlocked: [],
};
let sizes = null;
for (let round = 0; round < rounds; round++) {
  const bare = await fresh(browser, empty.address);
  seen.emptyPaint.push(bare.paint);
  await bare.context.close();

  const study = await fresh(browser, site.address);
  seen.paint.push(study.paint);
  await study.page.waitForTimeout(1500);
  sizes ??= await sizeOf(study.scripts);
  const begun = Date.now();
  await study.page.getByRole("button", { name: "Open the example study" }).click();
  await study.page.locator("#verdict .tally").waitFor();
  seen.verdict.push(Date.now() - begun);
  await study.page.waitForTimeout(2500);
  seen.blocked.push(await longest(study.page));
  for (const path of [
    "rooms/particles",
    "rooms/cytometry",
    "standards",
    "design",
    "files",
    "samples",
    "tools",
  ]) {
    await study.page.evaluate((to) => {
      location.hash = `#/${to}`;
    }, path);
    await study.page.waitForTimeout(700);
  }
  seen.browsing.push(await longest(study.page));
  await study.context.close();

  const cloud = await fresh(browser, site.address);
  await cloud.page.waitForTimeout(1500);
  await cloud.page.locator("input[data-choice=files]").setInputFiles(file);
  await cloud.page.getByRole("button", { name: "Analyse", exact: true }).waitFor();
  await longest(cloud.page);
  const opened = Date.now();
  await cloud.page.evaluate(() => {
    location.hash = "#/clouds";
  });
  await cloud.page.locator("main canvas").first().waitFor();
  seen.cloud.push(Date.now() - opened);
  seen.gap.push(await dragged(cloud.page));
  seen.cloudBlocked.push(await longest(cloud.page));
  await cloud.context.close();
}
await browser.close();
for (const { server } of [site, empty]) server.close();
rmSync(work, { recursive: true });

const base = median(seen.emptyPaint);
const row = (name, value, limit) => `| ${name} | ${shown(value)} | ${limit} | ${(value / base).toFixed(1)} |`;
console.log(`${cpus()[0]?.model}, ${cpus().length} cores; Chromium; medians of ${rounds} rounds\n`);
console.log("| | measured | limit | times the empty React page's first paint |\n| --- | --- | --- | --- |");
console.log(row("empty React page, first contentful paint", base, "-"));
console.log(row("workbench, first contentful paint", median(seen.paint), "1.5 s"));
console.log(row("example study, click to verdict", median(seen.verdict), "3 s"));
console.log(row("longest task, click to figures drawn", median(seen.blocked), "0.1 s"));
console.log(row("longest task, seven pages", median(seen.browsing), "0.1 s"));
console.log(row("10^6 events, page opened to picture", median(seen.cloud), "2 s"));
console.log(row("longest gap between frames, gate dragged 2 s", median(seen.gap), "-"));
console.log(row("longest task, events", median(seen.cloudBlocked), "0.1 s"));
console.log(
  `\nscripts and styles, gzip: first page ${(sizes.page / 1000).toFixed(0)} kB (limit 350 kB), worker, loaded after the first paint, ${(sizes.worker / 1000).toFixed(0)} kB`,
);

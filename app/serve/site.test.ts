import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { Stop } from "../exit.ts";
import { temporary } from "../testing/vesica.test-support.ts";
import { createApp } from "./app.ts";
import { pagePolicy } from "./policy.ts";
import { asker, key, served, site } from "./served.test-support.ts";
import { loadSite } from "./site.ts";

const place = served({ "results/report.html": "<p>report</p>", "results/tables/a.csv": "a" });
const built = temporary({ "index.html": "<head></head>", "assets/x-12345678.css": "a{}" });
afterAll(() => {
  place.remove();
  built.remove();
});
const alone = asker(createApp({ site, study: null, key, signal: new AbortController().signal }));

test("the policy of the server is the one that the page has on hosts without headers", () => {
  const html = readFileSync(new URL("../../web/index.html", import.meta.url), "utf8");
  const meta = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html);
  expect(meta?.[1]).toBe(pagePolicy);
});

test("the page comes with the headers of a strict host and is asked for each time", async () => {
  const { headers, status } = await place.ask("/");
  expect({ status, ...Object.fromEntries(headers) }).toMatchObject({
    status: 200,
    "content-type": "text/html",
    "content-security-policy": `${pagePolicy}; frame-ancestors 'none'`,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
  });
});

test("files named by their digest are kept for good, others are asked for each time", async () => {
  const cached = async (path: string) => (await place.ask(path)).headers.get("cache-control");
  expect(await cached("/assets/index-Ab12_-x9.js")).toBe("public, max-age=31536000, immutable");
  expect(await cached("/icon.svg")).toBe("no-cache");
});

test("the page is told that it is served, and whether with a folder", async () => {
  const marker = (what: string) => `<head><meta name="vesica-served" content="${what}" />`;
  expect(await (await place.ask("/")).text()).toContain(marker("folder"));
  expect(await (await place.ask("/index.html")).text()).toContain(marker("folder"));
  expect(await (await alone("/")).text()).toContain(marker("page"));
});

test("what would keep the page in the browser is not given: the port may have another page tomorrow", async () => {
  expect((await place.ask("/service-worker.js")).status).toBe(404);
});

test("without a folder there is no api", async () => {
  for (const path of ["study", "events", "file?name=a"])
    expect((await alone(`/api/${path}`)).status).toBe(404);
  expect((await alone(`/?key=${key}`)).status).toBe(200);
});

test.each(["/nothing.js", "/../package.json", "/%2e%2e/package.json", "/assets/..%2findex.html", "/assets"])(
  "%s is no file of the page",
  async (path) => {
    expect((await place.ask(path)).status).toBe(404);
  },
);

test("a report has no right on the page's origin", async () => {
  const { headers } = await place.ask("/api/results/report.html");
  expect(headers.get("content-security-policy")).toMatch(
    /^sandbox .*default-src 'none'.*frame-ancestors 'none'$/,
  );
  expect(headers.get("content-security-policy")).not.toContain("allow-same-origin");
  expect(headers.get("cross-origin-opener-policy")).toBe("unsafe-none");
});

test("tables are for downloading", async () => {
  const { headers } = await place.ask("/api/results/tables/a.csv");
  expect(headers.get("content-disposition")).toBe("attachment");
});

test("the built page is read from its folder", async () => {
  const read = await loadSite(built.folder);
  expect([...read].map(([path, { type }]) => [path, type]).sort()).toEqual([
    ["/assets/x-12345678.css", "text/css; charset=utf-8"],
    ["/index.html", "text/html; charset=utf-8"],
  ]);
});

test("a page that is not built is a stop that says how to build it", async () => {
  const stop = await loadSite(`${built.folder}/nowhere`).catch((error: unknown) => error);
  expect(stop).toBeInstanceOf(Stop);
  expect((stop as Stop).issues[0]).toMatchObject({ code: "site-missing" });
});

import { promises as fs } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, sep } from "node:path";
import type { Context } from "hono";
import { exitStatus, Stop } from "../exit.ts";
import { appIssues } from "../issues.ts";
import { pagePolicy } from "./policy.ts";

/** A file of the built page. */
export interface SiteFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The built page by path, `/index.html` and all that it loads. */
export type Site = ReadonlyMap<string, SiteFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Where the page of this installation is built. */
export function builtSite(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve("@vesica/web/package.json")), "dist", "site");
}

/** Reads the built page; stops with `site-missing` where it is not built. */
export async function loadSite(folder: string): Promise<Site> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const site = new Map<string, SiteFile>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const type = types[extname(entry.name)] ?? "application/octet-stream";
    const name = path.slice(folder.length).replaceAll(sep, "/");
    site.set(name.startsWith("/") ? name : `/${name}`, {
      bytes: new Uint8Array(await fs.readFile(path)),
      type,
    });
  }
  if (!site.has("/index.html")) throw new Stop(exitStatus.fault, appIssues.raise("site-missing", { folder }));
  return site;
}

/** What tells the page that this computer serves it, with a folder or by itself: then nothing is kept for later. */
const servedMarker = (what: "folder" | "page") => `<meta name="vesica-served" content="${what}" />`;

/** What keeps the page in the browser: kept here, it would hide the page of the next server on this port. */
const keeper = "/service-worker.js";

/** The answer for a path of the page. */
export function answerSite(c: Context, site: Site, withFolder: boolean): Response {
  const path = c.req.path === "/" ? "/index.html" : c.req.path;
  const file = path === keeper ? undefined : site.get(path);
  if (!file) return c.text("Not found\n", 404);
  const marker = servedMarker(withFolder ? "folder" : "page");
  return c.body(path.endsWith(".html") ? withMarker(file.bytes, marker) : file.bytes, 200, {
    "content-type": file.type,
    "content-security-policy": `${pagePolicy}; frame-ancestors 'none'`,
    "cache-control": isHashed(path) ? "public, max-age=31536000, immutable" : "no-cache",
  });
}

function withMarker(bytes: Uint8Array, marker: string): string {
  return new TextDecoder().decode(bytes).replace("<head>", `<head>${marker}`);
}

/** Whether the name holds a digest of the bytes, as the build gives assets. */
function isHashed(path: string): boolean {
  return /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path);
}

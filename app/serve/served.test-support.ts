import type { RunSummary } from "@vesica/run/compose";
import type { Hono } from "hono";
import { temporary } from "../testing/vesica.test-support.ts";
import { createApp, type ServeParts } from "./app.ts";
import { ServedFolder } from "./folder.ts";
import type { RunStudy } from "./run.ts";
import type { Site } from "./site.ts";

export const key = "the-key-of-this-process";
export const host = "127.0.0.1:4747";
export const cookie = `vesica-4747=${key}`;

const bytes = (text: string) => new TextEncoder().encode(text);

export const site: Site = new Map([
  ["/index.html", { bytes: bytes("<!doctype html><head><title>V</title></head>"), type: "text/html" }],
  ["/assets/index-Ab12_-x9.js", { bytes: bytes("1"), type: "text/javascript" }],
  ["/service-worker.js", { bytes: bytes("1"), type: "text/javascript" }],
  ["/icon.svg", { bytes: bytes("<svg/>"), type: "image/svg+xml" }],
]);

export const summary: RunSummary = {
  status: 0,
  files: { read: 1 },
  findings: { fail: 0, caution: 0, note: 0 },
  failing: [],
  issues: [],
  headline: [],
  tables: [],
};

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Asks as the page does: by its host, with its key, from its own origin. */
export function asker(app: Hono) {
  return (path: string, { headers = {}, ...rest }: Asked = {}) =>
    app.request(`http://${host}${path}`, {
      ...rest,
      headers: { host, cookie, "sec-fetch-site": "same-origin", ...headers },
    });
}

/** A served folder with these files; `remove` removes it. */
export function served(
  files: Readonly<Record<string, string | Uint8Array>>,
  parts: Partial<ServeParts> & { run?: RunStudy } = {},
) {
  const place = temporary(files);
  const folder = new ServedFolder(place.folder);
  const run: RunStudy = parts.run ?? (async () => ({ summary, unchanged: true }));
  const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
  const signal = new AbortController().signal;
  const app = createApp({ site, study: { folder, run, wait }, key, signal, ...parts });
  return { ...place, root: place.folder, app, ask: asker(app), served: folder };
}

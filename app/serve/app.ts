import { resultsFolder } from "@vesica/run/names";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Stop } from "../exit.ts";
import { diskIssue } from "../issues.ts";
import { type FolderChange, type FolderWatch, folderChanges } from "./changes.ts";
import type { ServedFolder, ServedPapers, Snapshot } from "./folder.ts";
import { ownHost, ownOrigin, takeKey, withHeaders, withKey } from "./guard.ts";
import { paperChanges, writePapers } from "./papers.ts";
import { reportPolicy } from "./policy.ts";
import { isResult, type RunStudy, runLines } from "./run.ts";
import { sendFile } from "./send-file.ts";
import { answerSite, type Site } from "./site.ts";
import { Turns } from "./turns.ts";

/** A folder with what can be done to it. */
export interface ServedStudy {
  readonly folder: ServedFolder;
  readonly run: RunStudy;
  readonly wait: FolderWatch["wait"];
}

export interface ServeParts {
  readonly site: Site;
  /** Null: the page alone, as every other host serves it. */
  readonly study: ServedStudy | null;
  /** What the person has and no other page can know. */
  readonly key: string;
  /** Aborted when the server ends. */
  readonly signal: AbortSignal;
  /** Runs of the study in this process. */
  readonly turns?: Turns;
}

/** Two papers of the largest size in base64. */
const limited = bodyLimit({
  maxSize: 24 * 1024 * 1024,
  onError: (c) => c.json({ refused: "size" }, 413),
});

/** The server as a function of requests: the page, and where there is a folder, what the page asks of it. */
export function createApp({ site, study, key, signal, turns = new Turns() }: ServeParts): Hono {
  const app = new Hono();
  app.use(withHeaders, ownHost);
  app.onError(told);
  if (study) app.route("/api", api(study, key, signal, turns));
  app.all("/api/*", (c) => c.json({ missing: c.req.path }, 404));
  app.get("/*", (c) => {
    const given = c.req.query("key");
    return study && given !== undefined && c.req.path === "/"
      ? takeKey(c, given, key)
      : answerSite(c, site, study !== null);
  });
  return app;
}

function api({ folder, run, wait }: ServedStudy, key: string, signal: AbortSignal, turns: Turns): Hono {
  const writing = new Turns();
  const { root } = folder;
  return new Hono()
    .use(ownOrigin, withKey(key))
    .get("/study", async (c) => c.json(studyAnswer(await folder.look())))
    .get("/file", async (c) => {
      const name = c.req.query("name") ?? "";
      if (!(await folder.lists(name))) return c.json({ missing: name }, 404);
      return sendFile(c, root, name, attachment);
    })
    .put("/papers", limited, async (c) => {
      const changes = paperChanges(await c.req.json().catch(() => null));
      if (!changes) return c.json({ refused: "papers" }, 400);
      const { written, papers } = await writing.take(() => writePapers(folder, changes));
      return c.json({ papers: papersAnswer(papers) }, written ? 200 : 409);
    })
    .post("/run", (c) => {
      const asked = AbortSignal.any([signal, c.req.raw.signal]);
      return c.body(runLines(root, run, turns, asked), 200, { "content-type": "application/x-ndjson" });
    })
    .get("/results/:path{.+}", async (c) => {
      const path = c.req.param("path");
      if (!isResult(path)) return c.json({ missing: path }, 404);
      return sendFile(c, root, `${resultsFolder}/${path}`, resultHeaders(path));
    })
    .get("/events", (c) => {
      const asked = AbortSignal.any([signal, c.req.raw.signal]);
      const changes = (ended: AbortSignal) => folderChanges({ look: () => folder.look(), wait }, ended);
      return c.body(eventLines(changes, asked), 200, { "content-type": "text/event-stream" });
    });
}

const attachment = { "content-type": "application/octet-stream", "content-disposition": "attachment" };

function resultHeaders(path: string): Record<string, string> {
  if (path === "report.html")
    return {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": reportPolicy,
      "cross-origin-opener-policy": "unsafe-none",
    };
  if (path === "result.json") return { "content-type": "application/json" };
  return { "content-type": "text/csv; charset=utf-8", "content-disposition": "attachment" };
}

function studyAnswer({ papers, ...rest }: Snapshot) {
  return { ...rest, papers: papersAnswer(papers) };
}

function papersAnswer({ study, sheet }: ServedPapers) {
  const answer = (paper: ServedPapers["study"]) =>
    paper && { bytes: Buffer.from(paper.bytes).toString("base64"), sha256: paper.sha256 };
  return { study: answer(study), sheet: answer(sheet) };
}

/** Changes as server-sent events: `state` first, then `changed` each time. */
function eventLines(
  changes: (signal: AbortSignal) => AsyncGenerator<FolderChange>,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = new AbortController();
  const told = changes(AbortSignal.any([signal, left.signal]));
  const encoder = new TextEncoder();
  let event = "state";
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await told.next();
      if (left.signal.aborted) return;
      if (done) return controller.close();
      controller.enqueue(encoder.encode(`retry: 1000\nevent: ${event}\ndata: ${JSON.stringify(value)}\n\n`));
      event = "changed";
    },
    cancel: () => left.abort(),
  });
}

/** A study that stops, or a disk that refuses, as issues; anything else is a fault of ours. */
function told(error: Error, c: Context): Response {
  if (error instanceof Stop) return c.json({ issues: error.issues }, 422);
  const issue = diskIssue(error);
  return issue ? c.json({ issues: [issue] }, 503) : c.json({ fault: error.message }, 500);
}

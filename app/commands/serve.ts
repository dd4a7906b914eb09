import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { type ExitStatus, exitStatus, Stop } from "../exit.ts";
import { existingFolder } from "../files.ts";
import { appIssues } from "../issues.ts";
import { serveMessages as words } from "../messages/serve.ts";
import { runFolder } from "../run-folder.ts";
import { createApp, type ServedStudy } from "../serve/app.ts";
import { pollingWait } from "../serve/changes.ts";
import { ServedFolder } from "../serve/folder.ts";
import { builtSite, loadSite } from "../serve/site.ts";
import { Turns } from "../serve/turns.ts";
import type { CommandContext } from "./context.ts";

export interface ServeOptions {
  /** 0 for any that is free; left out: the usual one, or the next that is free. */
  readonly port?: number;
  readonly workers?: number;
}

const usualPort = 4747;
const portsTried = 20;
const thisComputer = "127.0.0.1";

/** `vesica serve [DIR]`: the page on this computer, with the folder where one is named, until the process is asked to end. */
export async function serve(
  folder: string | undefined,
  options: ServeOptions,
  context: CommandContext,
): Promise<ExitStatus> {
  const { output, signal, setup } = context;
  const root = folder === undefined ? null : await existingFolder(folder);
  const site = await loadSite(setup.site ?? builtSite());
  const key = randomBytes(24).toString("base64url");
  const turns = new Turns();
  const study = root === null ? null : servedStudy(root, options, context);
  const app = createApp({ site, study, key, signal, turns });
  const server = await listening(app, options.port);
  const ended = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  const origin = `http://${thisComputer}:${(server.address() as AddressInfo).port}/`;
  const address = root === null ? origin : `${origin}?key=${key}`;
  output.document({ command: "serve", address, folder: root, pid: process.pid });
  output.line(output.say(words.address, { address }));
  output.line(root === null ? output.say(words.alone) : output.say(words.folder, { folder: root }));
  output.line(output.say(words.stop));
  await ended;
  const closed = new Promise((resolve) => server.close(resolve));
  if ("closeAllConnections" in server) server.closeAllConnections();
  await Promise.all([closed, turns.ended()]);
  output.line(output.say(words.ended));
  return exitStatus.done;
}

function servedStudy(root: string, { workers }: ServeOptions, { setup }: CommandContext): ServedStudy {
  return {
    folder: new ServedFolder(root),
    run: (signal, progress) =>
      runFolder(root, root, {
        ...(workers === undefined ? {} : { workers }),
        cache: true,
        signal,
        setup,
        teller: () => progress,
      }),
    wait: pollingWait(root),
  };
}

type Server = ReturnType<typeof createAdaptorServer>;

/** Listens on this computer only; stops with `port-used` where the port that was asked for is taken. */
async function listening(app: Hono, asked: number | undefined): Promise<Server> {
  const ports = asked === undefined ? [...Array(portsTried).keys()].map((n) => usualPort + n) : [asked];
  for (const port of asked === undefined ? [...ports, 0] : ports) {
    const server = await listenOn(app, port);
    if (server) return server;
  }
  throw new Stop(exitStatus.wrongUse, appIssues.raise("port-used", { port: asked ?? usualPort }));
}

/** Null where the port is taken, or not ours to take. */
function listenOn(app: Hono, port: number): Promise<Server | null> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(null) : reject(error),
    );
    server.listen(port, thisComputer, () => resolve(server));
  });
}

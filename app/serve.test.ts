import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { build, type Ended, temporary, vesica } from "./testing/vesica.test-support.ts";

beforeAll(build);
const made: { remove(): void }[] = [];
const running: { end(signal?: NodeJS.Signals): Promise<Ended> }[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.end("SIGKILL");
  for (const place of made.splice(0)) place.remove();
});

function study(files: Readonly<Record<string, string>> = {}) {
  const place = temporary({
    "study.yaml": "title: T\n",
    "samples.csv": "file,sample\na.txt,A\n",
    "a.txt": "COUNTS v1\nv1,100\n",
    ...files,
  });
  made.push(place);
  return place;
}

/** Starts the command and waits for its address. */
async function serving(args: readonly string[]) {
  let told = "";
  let kill: (signal: NodeJS.Signals) => void = () => {};
  let ended: Promise<Ended> | undefined;
  const address = await new Promise<URL>((resolve, reject) => {
    ended = vesica(["serve", ...args], {
      begun: (child) => {
        kill = (signal) => child.kill(signal);
        child.stdout!.on("data", (text) => {
          told += text;
          const found = /http:\/\/127\.0\.0\.1:\d+\/(\?key=[\w-]+)?(?=["\n])/.exec(told);
          if (found) resolve(new URL(found[0]));
        });
        child.on("exit", () => reject(new Error(told)));
      },
    });
  });
  const end = (signal: NodeJS.Signals = "SIGINT") => {
    kill(signal);
    return ended!;
  };
  running.push({ end });
  const first = await fetch(address, { redirect: "manual" });
  const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, address), { ...init, headers: { cookie, origin: address.origin } });
  return { address, ask, end, first };
}

/** The next events of the stream, by name and data. */
function eventsOf(answer: Response) {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  return async () => {
    const { value = "" } = await reader.read();
    const [, event, data] = /event: (\w+)\ndata: (.*)\n\n$/.exec(value)!;
    return { event, names: JSON.parse(data!).names };
  };
}

const lastLine = async (answer: Response) => JSON.parse((await answer.text()).trim().split("\n").at(-1)!);

describe("serve", () => {
  test("runs a study, tells a file that changes, runs it again, and ends by Ctrl-C", async () => {
    const { folder, write } = study();
    const { ask, end, first } = await serving([folder, "--port", "0"]);
    expect(first.status).toBe(302);
    expect(await (await ask("/")).text()).toContain('<meta name="vesica-served" content="folder"');
    expect((await (await ask("/api/study")).json()).entries).toMatchObject([{ name: "a.txt" }]);
    const next = eventsOf(await ask("/api/events"));
    expect(await next()).toMatchObject({ event: "state" });
    const run = () => ask("/api/run", { method: "POST" }).then(lastLine);
    expect(await run()).toMatchObject({ unchanged: false, summary: { headline: [{ value: 100 }] } });
    expect(await run()).toMatchObject({ unchanged: true, summary: { headline: [{ value: 100 }] } });
    const written = readFileSync(join(folder, "results/result.json"), "utf8");
    expect(await (await ask("/api/results/result.json")).text()).toBe(written);
    write({ "a.txt": "COUNTS v1\nv1,900\n" });
    expect(await next()).toEqual({ event: "changed", names: ["a.txt"] });
    expect(await run()).toMatchObject({ unchanged: false, summary: { headline: [{ value: 900 }] } });
    expect(await end()).toMatchObject({ status: 0, err: "" });
    expect(readdirSync(join(folder, ".vesica")).sort()).toEqual(["packs", "run.json"]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s in the middle of a run leaves nothing half written",
    async (signal) => {
      const { folder } = study({ "a.txt": "COUNTS v1\nslow,20000\nv1,1\n" });
      const { ask, end } = await serving([folder, "--port", "0"]);
      const answer = ask("/api/run", { method: "POST" }).then((run) => run.text());
      answer.catch(() => {});
      while (!existsSync(join(folder, ".vesica/lock")))
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect((await end(signal)).status).toBe(0);
      expect(readdirSync(folder).sort()).toEqual([".vesica", "a.txt", "samples.csv", "study.yaml"]);
      expect(existsSync(join(folder, ".vesica/lock"))).toBe(false);
    },
  );

  test("a run ends when the page that asked for it goes", async () => {
    const { folder, write } = study({ "a.txt": "COUNTS v1\nslow,20000\nv1,1\n" });
    const { ask } = await serving([folder, "--port", "0"]);
    const page = new AbortController();
    const answer = ask("/api/run", { method: "POST", signal: page.signal });
    answer.then((run) => run.text()).catch(() => {});
    while (!existsSync(join(folder, ".vesica/lock"))) await new Promise((resolve) => setTimeout(resolve, 20));
    page.abort();
    while (existsSync(join(folder, ".vesica/lock"))) await new Promise((resolve) => setTimeout(resolve, 20));
    write({ "a.txt": "COUNTS v1\nv1,7\n" });
    const again = await lastLine(await ask("/api/run", { method: "POST" }));
    expect(again).toMatchObject({ summary: { headline: [{ value: 7 }] } });
  });

  test("without a folder is the page alone", async () => {
    const { address, ask, first } = await serving(["--port", "0"]);
    expect([first.status, address.search]).toEqual([200, ""]);
    expect(await first.text()).toContain('<meta name="vesica-served" content="page"');
    expect((await ask("/api/study")).status).toBe(404);
  });

  test("answers on this computer's own address only, by its name only", async () => {
    const { folder } = study();
    const { address } = await serving([folder, "--port", "0"]);
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      const headers = { host: "elsewhere.example" };
      request({ host: "127.0.0.1", port: address.port, path: "/api/study", headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
    expect((await fetch(new URL("/api/study", address))).status).toBe(401);
  });

  test("with --json prints one document with the address first", async () => {
    const { folder } = study();
    const { address, end } = await serving([folder, "--port", "0", "--json"]);
    const { out } = await end("SIGTERM");
    expect(JSON.parse(out)).toMatchObject({ command: "serve", address: address.href });
  });

  test("speaks Japanese", async () => {
    const { folder } = study();
    const { end } = await serving([folder, "--port", "0", "--lang", "ja"]);
    const { out } = await end();
    expect(out).toContain("ブラウザーで開いてください: http://127.0.0.1:");
    expect(out).toContain("終了しました。");
  });

  test("a port that is taken is wrong use, and so is what is none", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const taken = await vesica(["serve", "--port", String(port)]);
    other.close();
    expect(taken).toMatchObject({
      status: 2,
      err: expect.stringContaining(`The port ${port} cannot be used.`),
    });
    for (const wrong of ["70000", "-1", "x", "1.5"])
      expect(await vesica(["serve", "--port", wrong])).toMatchObject({
        status: 2,
        err: expect.stringContaining("--port takes a whole number from 0 to 65535."),
      });
  });

  test("a folder that is not there is wrong use", async () => {
    expect((await vesica(["serve", "/nowhere/at/all"])).status).toBe(2);
  });
});

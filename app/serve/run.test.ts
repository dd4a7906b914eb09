import { afterEach, describe, expect, test } from "vitest";
import { exitStatus, Stop } from "../exit.ts";
import { appIssues } from "../issues.ts";
import type { RunStudy } from "./run.ts";
import { served, summary } from "./served.test-support.ts";
import { Turns } from "./turns.ts";

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const place of made.splice(0)) place.remove();
});
function folder(run: RunStudy, parts: { signal?: AbortSignal; turns?: Turns } = {}) {
  const place = served({ "results/result.json": "{}", "results/notes.txt": "" }, { run, ...parts });
  made.push(place);
  return (signal?: AbortSignal) => place.ask("/api/run", { method: "POST", ...(signal ? { signal } : {}) });
}
const lines = async (answer: Response) =>
  (await answer.text())
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

test("tells how far it is, then what it gave and where the results lie", async () => {
  const ask = folder(async (_, progress) => {
    progress({ done: 1, total: 2, label: "a.txt" });
    return { summary, unchanged: false };
  });
  const answer = await ask();
  expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
  expect(await lines(answer)).toEqual([
    { progress: { done: 1, total: 2, label: "a.txt" } },
    {
      summary,
      unchanged: false,
      results: [{ path: "result.json", size: 2, stamp: expect.stringMatching(/^2-\d/) }],
    },
  ]);
});

test("a study that cannot be run gives its issues, a bug its reason", async () => {
  const issue = appIssues.raise("disk-full", { code: "ENOSPC" });
  const stop = folder(async () => {
    throw new Stop(exitStatus.refused, issue);
  });
  expect(await lines(await stop())).toEqual([{ issues: [issue] }]);
  const disk = folder(async () => {
    throw Object.assign(new Error("EROFS"), { code: "EROFS", syscall: "open" });
  });
  expect(await lines(await disk())).toMatchObject([{ issues: [{ code: "disk-read-only" }] }]);
  const bug = folder(async () => {
    throw new Error("a bug");
  });
  expect(await lines(await bug())).toEqual([{ fault: "a bug" }]);
});

describe("a run ends", () => {
  test("when nobody reads on", async () => {
    const turns = new Turns();
    const begun: AbortSignal[] = [];
    const run: RunStudy = (signal, progress) => {
      begun.push(signal);
      progress({ done: 0, total: 1, label: "" });
      return untilAborted(signal);
    };
    const reader = (await folder(run, { turns })()).body!.getReader();
    await reader.read();
    await reader.cancel();
    await turns.ended();
    expect(begun.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test("when the request is aborted", async () => {
    const turns = new Turns();
    const request = new AbortController();
    const ask = folder(untilAborted, { turns });
    const answer = await ask(request.signal);
    request.abort();
    await turns.ended();
    expect(await answer.text()).toBe("");
  });

  test("when the server ends", async () => {
    const server = new AbortController();
    const ask = folder(untilAborted, { signal: server.signal });
    const answer = await ask();
    server.abort();
    expect(await answer.text()).toBe("");
  });
});

test("two runs follow one another", async () => {
  const told: string[] = [];
  let number = 0;
  const ask = folder(async () => {
    const own = ++number;
    told.push(`begin ${own}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
    told.push(`end ${own}`);
    return { summary, unchanged: false };
  });
  const both = await Promise.all([ask(), ask()]);
  await Promise.all(both.map(lines));
  expect(told).toEqual(["begin 1", "end 1", "begin 2", "end 2"]);
});

test("a run that was aborted while it waited is never begun", async () => {
  let runs = 0;
  const turns = new Turns();
  let finish = () => {};
  const first = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const ask = folder(
    async () => {
      runs++;
      await first;
      return { summary, unchanged: false };
    },
    { turns },
  );
  const one = await ask();
  const two = await ask();
  await two.body!.cancel();
  finish();
  await one.text();
  await turns.ended();
  expect(runs).toBe(1);
});

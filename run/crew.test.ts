import { expect, test } from "vitest";
import { crewEngine, type Hand } from "./crew.ts";

/** Hands whose jobs are done when the test says so; an ended hand never answers. */
function crewOf(most: number) {
  const jobs = new Map<string, () => void>();
  let begun = 0;
  const start = (): Hand => {
    begun++;
    let ended = false;
    return {
      ask: (_, input) =>
        new Promise((resolve) => {
          jobs.set(String(input), () => {
            if (!ended) resolve(input);
          });
        }),
      end: () => {
        ended = true;
      },
    };
  };
  const finish = async (name: string) => {
    jobs.get(name)!();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { engine: crewEngine(start, most, true), finish, begun: () => begun };
}

test("an aborted map ends its own hands; another map on the same crew goes on", async () => {
  const { engine, finish } = crewOf(2);
  const stop = new AbortController();
  const first = engine.map("task", ["a", "b"], { signal: stop.signal });
  const second = engine.map("task", ["c", "d", "e"]);
  stop.abort(new Error("stopped"));
  await expect(first).rejects.toThrow("stopped");
  for (const name of ["c", "d", "e"]) await finish(name);
  expect(await second).toEqual(["c", "d", "e"]);
});

test("a hand that is done with an aborted map and works for another is not ended", async () => {
  const { engine, finish, begun } = crewOf(2);
  const stop = new AbortController();
  const first = engine.map("task", ["a", "b"], { signal: stop.signal });
  await finish("a");
  const second = engine.map("task", ["c"]);
  stop.abort(new Error("stopped"));
  await expect(first).rejects.toThrow("stopped");
  await finish("c");
  expect(await second).toEqual(["c"]);
  expect(begun()).toBe(2);
});

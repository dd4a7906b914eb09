import { describe, expect, test } from "vitest";
import { crewEngine, type Hand } from "./crew.ts";

/** Hands that finish a job when they are told to; one that was ended never answers. */
function hands() {
  const waiting = new Map<string, () => void>();
  const begun: string[] = [];
  const start = (): Hand => {
    let ended = false;
    begun.push("hand");
    return {
      ask: (_, input) =>
        new Promise((resolve) => {
          waiting.set(String(input), () => !ended && resolve(`${input} done`));
        }),
      end: () => {
        ended = true;
      },
    };
  };
  return { start, begun, finish: (input: string) => waiting.get(input)!() };
}

describe("a crew that several maps use at a time", () => {
  test("a map that is cancelled does not take another's answer with it", async () => {
    const { start, finish } = hands();
    const engine = crewEngine(start, 1, true);
    const controller = new AbortController();
    const cancelled = engine.map("task", ["a"], { signal: controller.signal });
    const other = engine.map("task", ["b"]);
    controller.abort(new Error("cancelled"));
    await expect(cancelled).rejects.toThrow("cancelled");
    finish("b");
    expect(await other).toEqual(["b done"]);
  });

  test("hands of a cancelled map are not used again", async () => {
    const { start, begun, finish } = hands();
    const engine = crewEngine(start, 1, true);
    const controller = new AbortController();
    const cancelled = engine.map("task", ["a"], { signal: controller.signal });
    controller.abort(new Error("cancelled"));
    await expect(cancelled).rejects.toThrow();
    const next = engine.map("task", ["b"]);
    finish("b");
    expect(await next).toEqual(["b done"]);
    expect(begun).toHaveLength(2);
  });
});

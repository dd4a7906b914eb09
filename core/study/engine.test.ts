import { expect, test } from "vitest";
import { serialEngine, TaskFault } from "./engine.ts";

const engine = serialEngine({
  double: async (n: number) => n * 2,
  fail: async () => {
    throw new Error("boom");
  },
});

test("map gives outputs in the order of the inputs and tells how far it is", async () => {
  const told: string[] = [];
  const progress = ({ done, total, label }: { done: number; total: number; label: string }) =>
    told.push(`${done}/${total} ${label}`);
  expect(await engine.map("double", [3, 1, 2], { progress, label: (n: number) => `n${n}` })).toEqual([
    6, 2, 4,
  ]);
  expect(told).toEqual(["1/3 n3", "2/3 n1", "3/3 n2"]);
});

test("a task that throws is a fault that names its input", async () => {
  const failing = engine.map("fail", ["a.csv"], { label: (name: string) => name });
  await expect(failing).rejects.toThrow(TaskFault);
  await expect(failing).rejects.toThrow("a.csv: boom");
});

test("an aborted signal stops between inputs with its reason", async () => {
  const controller = new AbortController();
  const progress = () => controller.abort(new Error("cancelled"));
  await expect(engine.map("double", [1, 2], { signal: controller.signal, progress })).rejects.toThrow(
    "cancelled",
  );
});

import { expect, test } from "vitest";
import { latestOnly } from "./latest.ts";

test("of inputs that come while one runs only the last is run and told", async () => {
  const ran: number[] = [];
  const told: number[] = [];
  const finish: (() => void)[] = [];
  const ask = latestOnly<number, number>(
    (input) => {
      ran.push(input);
      return new Promise((resolve) => {
        finish.push(() => resolve(input));
      });
    },
    (output) => told.push(output),
    () => {},
  );
  for (const input of [1, 2, 3]) ask(input);
  finish[0]!();
  await new Promise((resolve) => setTimeout(resolve));
  finish[1]!();
  await new Promise((resolve) => setTimeout(resolve));
  expect([ran, told]).toEqual([[1, 3], [3]]);
});

test("a fault is told once, and the next input runs", async () => {
  const faults: unknown[] = [];
  const told: number[] = [];
  const run = (input: number) => (input < 0 ? Promise.reject(new Error("no")) : Promise.resolve(input));
  const ask = latestOnly(
    run,
    (output) => told.push(output),
    (error) => faults.push(error),
  );
  ask(-1);
  await new Promise((resolve) => setTimeout(resolve));
  ask(4);
  await new Promise((resolve) => setTimeout(resolve));
  expect([faults.length, told]).toEqual([1, [4]]);
});

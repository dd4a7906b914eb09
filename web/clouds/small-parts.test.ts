import type { AxisView } from "vesica/kernel";
import { describe, expect, test } from "vitest";
import { colourIndex, pixelsOf, viridis } from "./colours.ts";
import { beginning, changed, redone, undone } from "./history.ts";
import { latest } from "./latest.ts";
import { cofactorFor, panned, zoomed } from "./views.ts";

describe("colours", () => {
  test("go from the first to the last colour of viridis by the logarithm", () => {
    expect([...viridis.slice(0, 3)]).toEqual([68, 1, 84]);
    expect([...viridis.slice(-3)]).toEqual([253, 231, 37]);
    expect(colourIndex(1000, 1000)).toBe(255);
    expect(colourIndex(1, 1000)).toBeLessThan(colourIndex(10, 1000));
    expect(colourIndex(8, 1)).toBe(255);
    expect(colourIndex(1, 1)).toBeLessThan(128);
  });

  test("fill pixels from the upper left with counts from the lower left", () => {
    const pixels = pixelsOf(Uint32Array.of(5, 0, 0, 1), 2);
    const alpha = [3, 7, 11, 15].map((place) => pixels[place]);
    expect(alpha).toEqual([0, 255, 255, 0]);
    expect([...pixels.slice(8, 11)]).toEqual([
      ...viridis.slice(3 * colourIndex(5, 5), 3 * colourIndex(5, 5) + 3),
    ]);
    expect(pixelsOf(new Uint32Array(4), 2).every((value) => value === 0)).toBe(true);
  });
});

test("steps are undone and done again, and gone once another is made", () => {
  let history = changed(changed(beginning(1), 2), 3);
  history = undone(undone(history));
  expect(history.present).toBe(1);
  expect(undone(history)).toBe(history);
  expect(redone(history).present).toBe(2);
  const other = changed(history, 9);
  expect(redone(other)).toBe(other);
  expect(undone(other).present).toBe(1);
});

describe("views", () => {
  const whole: AxisView = { axis: "A", cofactor: 10, from: -30, to: 10_000 };

  test("keep the place that is zoomed around, and come back", () => {
    const closer = zoomed(whole, 0.25, 2, whole);
    const back = zoomed(closer, 0.25, 0.5, whole);
    expect(back.from).toBeCloseTo(whole.from, 6);
    expect(back.to).toBeCloseTo(whole.to, 6);
    expect(panned(panned(whole, 0.2, whole), -0.2, whole).to).toBeCloseTo(whole.to, 6);
  });

  test("go neither too near nor too far", () => {
    let view = whole;
    for (let step = 0; step < 200; step++) view = zoomed(view, 0.5, 2, whole);
    expect(view.to).toBeGreaterThan(view.from);
    for (let step = 0; step < 200; step++) view = zoomed(view, 0.5, 0.5, whole);
    expect(Number.isFinite(view.to - view.from)).toBe(true);
    for (let step = 0; step < 200; step++) view = panned(view, 0.5, whole);
    expect(view.to).toBeLessThan(Number.MAX_VALUE);
  });

  test("have a cofactor by their width where they had none", () => {
    expect(cofactorFor(whole)).toBe(10);
    expect(cofactorFor({ ...whole, cofactor: null })).toBe(50);
  });
});

test("of questions that wait only the newest is asked, and none after the end", async () => {
  const asked: number[] = [];
  const told: number[] = [];
  const open: (() => void)[] = [];
  const line = latest(
    (question: number) =>
      new Promise<number>((resolve) => {
        asked.push(question);
        open.push(() => resolve(question * 10));
      }),
    (_, answer) => told.push(answer),
    () => {},
  );
  for (const question of [1, 2, 3]) line.ask(question);
  expect(asked).toEqual([1]);
  open[0]!();
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toEqual([1, 3]);
  line.stop();
  open[1]!();
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual([10]);
});

import { describe, expect, test } from "vitest";
import { brushed, directions, neighbour, selectionFrom, selectionText, toggled } from "./selection.ts";

const known = ["a", "b, c", "50%", "7"];

describe("the selection of a link", () => {
  test("comes back as it was written, whatever names hold", () => {
    for (const names of [["a"], ["b, c", "50%"], known])
      expect([...selectionFrom(selectionText(new Set(names)), known)]).toEqual(names);
  });

  test("leaves out what the study does not have, and takes a number for a name", () => {
    expect([...selectionFrom("x,a,%E0%A4%A", known)]).toEqual(["a"]);
    expect([...selectionFrom(7, known)]).toEqual(["7"]);
    for (const text of [undefined, null, {}, ""]) expect(selectionFrom(text, known).size).toBe(0);
    expect(selectionText(new Set())).toBeUndefined();
  });
});

test("toggling takes in and out and leaves the old selection as it was", () => {
  const old = new Set(["a"]);
  expect([...toggled(old, "7")]).toEqual(["a", "7"]);
  expect([...toggled(old, "a")]).toEqual([]);
  expect([...old]).toEqual(["a"]);
});

const points = [
  { sample: "a", x: 0, y: 0 },
  { sample: "b", x: 10, y: 1 },
  { sample: "c", x: 20, y: 30 },
  { sample: "d", x: 20, y: 30 },
];

test("a brush from any corner to any other takes what is inside, edges too", () => {
  const wanted = ["a", "b"];
  expect([...brushed(new Set(), points, { x: 10, y: 0 }, { x: 0, y: 5 })]).toEqual(wanted);
  expect([...brushed(new Set(), points, { x: 0, y: 5 }, { x: 10, y: 0 })]).toEqual(wanted);
  expect([...brushed(new Set(["c"]), points, { x: -1, y: -1 }, { x: 1, y: 1 })]).toEqual(["c", "a"]);
});

test("an arrow key goes to the nearest point of its direction, through points at one place by order", () => {
  expect(neighbour(points, 0, directions.ArrowRight)).toBe(1);
  expect(neighbour(points, 1, directions.ArrowDown)).toBe(2);
  expect(neighbour(points, 2, directions.ArrowRight)).toBe(3);
  expect(neighbour(points, 3, directions.ArrowLeft)).toBe(2);
  expect(neighbour(points, 0, directions.ArrowLeft)).toBe(0);
  expect(neighbour(points, 9, directions.ArrowLeft)).toBe(0);
  expect(neighbour([], 0, directions.ArrowLeft)).toBe(-1);
});

import { expect, test } from "vitest";
import { drawnLevels, unique } from "./levels.ts";
import { nameSize, placedNames, widthOf } from "./place-names.ts";
import { mostOthers, thinned } from "./thin.ts";
import { proteinName, short, sizeSteps } from "./words.ts";

const frame = { width: 300, height: 200 };

test("names never lie upon another and never leave the frame", () => {
  const anchors = Array.from({ length: 60 }, (_, at) => ({
    x: (at * 37) % 300,
    y: (at * 53) % 200,
    name: `GENE${at}`,
  }));
  for (const around of ["all", "above", "below"] as const) {
    const placed = placedNames(anchors, anchors, frame, 40, around);
    expect(placed.length).toBeGreaterThan(8);
    for (const [at, one] of placed.entries()) {
      const half = widthOf(one.name) / 2;
      expect([one.x - half >= 0, one.x + half <= 300, one.y >= 0, one.y <= 200]).toEqual(Array(4).fill(true));
      for (const other of placed.slice(at + 1)) {
        const apart = half + widthOf(other.name) / 2 <= Math.abs(one.x - other.x) + 1e-9;
        expect(apart || Math.abs(one.y - other.y) >= nameSize).toBe(true);
      }
    }
  }
});

test("a name that has no room is left out, and at most as many as asked for are placed", () => {
  const wide = { x: 150, y: 100, name: "X".repeat(80) };
  expect(placedNames([wide], [], frame)).toEqual([]);
  const apart = Array.from({ length: 9 }, (_, at) => ({ x: 20, y: 10 + 20 * at, name: "A" }));
  expect(placedNames(apart, [], frame, 3).map(({ anchor }) => anchor)).toEqual(apart.slice(0, 3));
});

test("thinning keeps the first of each spot of 3 pixels, in order, and spaces the rest equally", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 2.9, y: 1 },
    { x: 3, y: 0 },
    { x: 1, y: 2 },
    { x: 0, y: 3 },
  ];
  expect(thinned(points)).toEqual([0, 2, 4]);
  const many = Array.from({ length: 9000 }, (_, at) => ({ x: 3 * at, y: 0 }));
  const kept = thinned(many);
  expect(kept).toHaveLength(mostOthers);
  expect(kept).toEqual(Array.from({ length: 3000 }, (_, at) => 3 * at));
});

test("levels beyond the most are one, and those cut to the same name stay apart", () => {
  expect([...drawnLevels(["a", "", "b", "c", "a"], 2)]).toEqual([
    ["a", "a"],
    ["", "–"],
    ["b", "…"],
    ["c", "…"],
  ]);
  const long = "x".repeat(40);
  expect(new Set(drawnLevels([`${long}1`, `${long}2`], 4).values()).size).toBe(2);
  expect(unique(["a", "a", "b"])).toEqual(["a", "a (2)", "b"]);
});

test("short names count signs, not halves of them; UniProt's rows are named by their entry", () => {
  expect(short("𠮷𠮷𠮷𠮷", 3)).toBe("𠮷𠮷…");
  expect(proteinName("sp|P36507|MP2K2_HUMAN;sp|Q02750|MP2K1_HUMAN")).toBe("MP2K2");
  expect(proteinName("P36507;Q1")).toBe("P36507");
});

test("two round sizes stand in a legend, one where things are few", () => {
  expect(sizeSteps([3, 230])).toEqual([50, 200]);
  expect(sizeSteps([3])).toEqual([2]);
  expect(sizeSteps([])).toEqual([1]);
});

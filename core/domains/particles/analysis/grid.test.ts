import { expect, test } from "vitest";
import { onGrid } from "./grid.ts";

test("a bin of any width keeps its particles: none is divided by less than numbers hold", () => {
  expect([...onGrid({ range: [0, 1], edges: [1e-321, 1.003e-321], concentration: [1e12] }, 2)]).toEqual([
    1e12, 0,
  ]);
  expect([...onGrid({ range: [0, 20], edges: [4, 6, 20], concentration: [10, 28] }, 4)]).toEqual([
    5, 13, 10, 10,
  ]);
});

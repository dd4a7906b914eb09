import { describe, expect, test } from "vitest";
import { edgesOf } from "./mapped-bins.ts";
import { nearestOf } from "./mapped-nearest.ts";

describe("edges", () => {
  test("even centres lie half a step from their edges", () => {
    expect(edgesOf([1, 3, 5], "centre")).toEqual({ edges: Float64Array.of(0, 2, 4, 6), spacing: "evenly" });
  });
  test("lower and upper edges are kept and the missing end is one step on", () => {
    expect(edgesOf([50, 60, 70], "lower")!.edges).toEqual(Float64Array.of(50, 60, 70, 80));
    expect(edgesOf([50, 60, 70], "upper")!.edges).toEqual(Float64Array.of(40, 50, 60, 70));
  });
  test("a constant ratio puts edges at geometric means", () => {
    expect(edgesOf([100, 400, 1600], "centre")).toEqual({
      edges: Float64Array.of(50, 200, 800, 3200),
      spacing: "by ratio",
    });
    expect(edgesOf([100, 400, 1600], "lower")!.edges).toEqual(Float64Array.of(100, 400, 1600, 6400));
  });
  test("a missing bin makes the spacing irregular", () => {
    expect(edgesOf([10, 20, 40, 50], "centre")!.spacing).toBe("irregular");
  });
  test("an edge below zero is not made", () => {
    expect(edgesOf([1, 5, 9], "centre")).toBeNull();
  });
});

test("the nearest name is that with the least edits, letters' case apart", () => {
  expect(nearestOf("diameter (nm)", ["Time (s)", "Diameter [nm]", "Count"])).toBe("Diameter [nm]");
  expect(nearestOf("a", [])).toBe("");
});

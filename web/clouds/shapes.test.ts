import type { AxisView } from "vesica/kernel";
import { viewPlace } from "vesica/kernel";
import { describe, expect, test } from "vitest";
import { closed, type Drawing, withCorner, withoutLastCorner } from "./drawing.ts";
import type { Gate, PolygonGate, RectangleGate } from "./gates.ts";
import {
  areaOf,
  gateAt,
  handlesOf,
  isDrawn,
  isInside,
  movedBy,
  nearestPlace,
  outlineOf,
  withHandleAt,
  withoutVertex,
  withVertexAfter,
} from "./shapes.ts";

const x: AxisView = { axis: "A", cofactor: 10, from: -50, to: 10_000 };
const y: AxisView = { axis: "B", cofactor: null, from: 0, to: 100 };
const views = { x, y };
const box: RectangleGate = {
  kind: "rectangle",
  id: "box",
  parent: null,
  bounds: [
    { channel: "A", min: 10, max: 1000 },
    { channel: "B", min: 25, max: null },
  ],
};
const triangle: PolygonGate = {
  kind: "polygon",
  id: "triangle",
  parent: null,
  axes: [{ channel: "B" }, { channel: "A", cofactor: 10 }],
  vertices: [
    [10, 0],
    [90, 0],
    [10, 5000],
  ],
};

describe("a gate on the display", () => {
  test("is drawn where its channels are in view, in either order", () => {
    const linear = () => false;
    expect(isDrawn(box, views, linear)).toBe(true);
    expect(isDrawn(triangle, { x: y, y: x }, linear)).toBe(true);
    expect(isDrawn(triangle, { x, y: { ...y, axis: "C" } }, linear)).toBe(false);
    expect(isDrawn(box, { x, y: x }, linear)).toBe(false);
    const raw: Gate = { ...box, bounds: [{ channel: "A", compensated: false, min: 1, max: 2 }] };
    expect(isDrawn(raw, views, linear)).toBe(true);
    expect(isDrawn(raw, views, () => true)).toBe(false);
  });

  test("has an open side beyond the display", () => {
    const [lower, , upper] = handlesOf(box, views);
    expect(lower!.y).toBeCloseTo(0.25, 12);
    expect(lower!.x).toBeCloseTo(viewPlace(x, 10), 12);
    expect(upper!.y).toBeGreaterThan(1);
  });

  test("keeps edges straight on its own scale, bent on another one", () => {
    expect(outlineOf(triangle, views)).toHaveLength(3);
    const bent = outlineOf(triangle, { x: { ...x, cofactor: 30 }, y });
    expect(bent).toHaveLength(72);
    const middle = bent[36]!;
    const value = 10 * Math.sinh((Math.asinh(0) + Math.asinh(500)) / 2);
    expect(middle.x).toBeCloseTo(viewPlace({ ...x, cofactor: 30 }, value), 9);
    expect(middle.y).toBeCloseTo(0.5, 9);
  });
});

describe("hits", () => {
  const square = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];
  test("are inside by the even-odd rule", () => {
    expect(isInside(square, { x: 0.5, y: 0.5 })).toBe(true);
    expect(isInside(square, { x: 1.5, y: 0.5 })).toBe(false);
    expect(areaOf(square)).toBe(1);
  });

  test("are of the nearest corner within reach", () => {
    expect(nearestPlace(square, { x: 0.98, y: 0.99 }, 0.05)).toBe(2);
    expect(nearestPlace(square, { x: 0.5, y: 0.5 }, 0.05)).toBe(-1);
  });

  test("are of the smallest gate that holds them", () => {
    const small: Gate = { ...box, id: "small", bounds: [{ channel: "A", min: 90, max: 110 }] };
    const place = { x: viewPlace(x, 100), y: 0.5 };
    expect(gateAt([box, small], views, place)?.id).toBe("small");
    expect(gateAt([box], views, { x: 0.01, y: 0.01 })).toBeNull();
  });
});

describe("a corner that is moved", () => {
  test("moves both of its sides and crosses over the others", () => {
    const to = { x: viewPlace(x, 2000), y: 0.5 };
    expect(withHandleAt(box, views, 0, to)).toMatchObject({
      bounds: [
        { min: 1000, max: 2000 },
        { min: 50, max: null },
      ],
    });
    expect(box.bounds[0]!.max).toBe(1000);
  });

  test("leaves an open side open beyond the display", () => {
    const moved = withHandleAt(box, views, 2, { x: viewPlace(x, 500), y: 1.02 }) as RectangleGate;
    expect(moved.bounds[0]!.max).toBeCloseTo(500, 6);
    expect(moved.bounds[1]!.max).toBeNull();
  });

  test("of a polygon on swapped axes is written in the polygon's order", () => {
    const moved = withHandleAt(triangle, views, 1, { x: viewPlace(x, 100), y: 0.4 }) as PolygonGate;
    expect(moved.vertices[1]![0]).toBeCloseTo(40, 9);
    expect(moved.vertices[1]![1]).toBeCloseTo(100, 6);
  });
});

test("a gate that is moved keeps its shape on the display", () => {
  const moved = movedBy(triangle, views, { x: 0.1, y: -0.05 });
  const [before, after] = [handlesOf(triangle, views), handlesOf(moved, views)];
  after.forEach((place, index) => {
    expect(place.x - before[index]!.x).toBeCloseTo(0.1, 4);
    expect(place.y - before[index]!.y).toBeCloseTo(-0.05, 4);
  });
  expect(movedBy(box, views, { x: 0, y: 0.1 })).toMatchObject({
    bounds: [box.bounds[0], { min: 35, max: null }],
  });
});

test("corners are added between others and taken out down to three", () => {
  const four = withVertexAfter(triangle, views, 0) as PolygonGate;
  expect(four.vertices).toHaveLength(4);
  expect(four.vertices[1]![0]).toBeCloseTo(50, 6);
  expect(withoutVertex(four, 1)).toEqual(triangle);
  expect(withoutVertex(triangle, 1)).toBe(triangle);
});

describe("drawing", () => {
  const at = (drawing: Drawing, ...places: (readonly [number, number])[]) =>
    places.reduce<ReturnType<typeof withCorner>>(
      (state, [px, py]) =>
        "drawing" in state ? withCorner(state.drawing, views, { x: px, y: py }, "G", "p") : state,
      { drawing },
    );
  const polygon: Drawing = { kind: "polygon", corners: [] };

  test("a rectangle is done with its second corner", () => {
    const made = at({ kind: "rectangle", corners: [] }, [0.9, 0.8], [0.5, 0.2]);
    expect(made).toMatchObject({
      gate: { id: "G", parent: "p", bounds: [{ channel: "A" }, { min: 20, max: 80 }] },
    });
    expect(at({ kind: "rectangle", corners: [] }, [0.5, 0.5], [0.5, 0.5])).toMatchObject({
      drawing: { corners: [{}] },
    });
  });

  test("a polygon closes at its first or last corner, with three corners or more", () => {
    const corners = [
      [0.2, 0.2],
      [0.8, 0.2],
      [0.5, 0.8],
    ] as const;
    expect(at(polygon, ...corners)).toMatchObject({ drawing: { corners: [{}, {}, {}] } });
    for (const last of [corners[0], corners[2]])
      expect(at(polygon, ...corners, last)).toMatchObject({
        gate: { axes: [{ channel: "A", cofactor: 10 }, { channel: "B" }], vertices: [{}, {}, {}] },
      });
    expect(at(polygon, corners[0], corners[0])).toMatchObject({ drawing: { corners: [{}] } });
  });

  test("can be closed, and its last corner taken back", () => {
    const three: Drawing = { kind: "polygon", corners: triangle.vertices };
    expect(closed(three, views, "G", null)).toMatchObject({ kind: "polygon", vertices: triangle.vertices });
    expect(closed(withoutLastCorner(three), views, "G", null)).toBeNull();
  });
});

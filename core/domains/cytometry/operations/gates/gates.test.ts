import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { evaluateGates } from "./evaluate.ts";
import type { Gate, GateAxis } from "./gate.ts";
import golden from "./gates.golden.json" with { type: "json" };
import { readGatingMl } from "./gating-ml-read.ts";
import { writeGatingMl } from "./gating-ml-write.ts";
import { insidePolygon, insideTest } from "./inside.ts";

const axis = (channel: string): GateAxis => ({ channel, compensated: false, scale: null });
const events = golden.columns[0]!.values.length;
const columns = new Map(
  golden.columns.map(({ channel, compensated, scale, values }) => [
    `${channel} ${compensated} ${scale}`,
    Float64Array.from(values as (number | null)[], (one) => one ?? Number.NaN),
  ]),
);
const columnOf = ({ channel, compensated, scale }: GateAxis) =>
  columns.get(`${channel} ${compensated} ${scale?.kind ?? null}`) ?? null;

function isOnEdge(vertices: readonly (readonly [number, number])[], x: number, y: number): boolean {
  return vertices.some(([ax, ay], i) => {
    const [bx, by] = vertices[(i + 1) % vertices.length]!;
    const within =
      Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
    return within && (bx - ax) * (y - ay) === (x - ax) * (by - ay);
  });
}

describe("masks equal FlowKit's", () => {
  const document = value(readGatingMl(golden.text));
  const masks = value(evaluateGates(document.gates, columnOf, events));

  test("every gate of the golden file is read", () => {
    expect(document.gates.map(({ id }) => id).sort()).toEqual(Object.keys(golden.masks).sort());
    expect(document.compensation).toMatchObject({
      kind: "matrix",
      matrix: {
        matrix: [
          [1, 0.12],
          [0.04, 1],
        ],
      },
    });
  });

  const onEdge = new Uint8Array(events);
  for (const gate of document.gates) {
    if (gate.kind !== "polygon") continue;
    const [xs, ys] = gate.axes.map((one) => columnOf(one)!);
    for (let i = 0; i < events; i++) if (isOnEdge(gate.vertices, xs![i]!, ys![i]!)) onEdge[i] = 1;
  }

  test.each(Object.entries(golden.masks))("%s, edges of polygons apart", (id, expected) => {
    const at = document.gates.findIndex((gate) => gate.id === id);
    const off = (bits: readonly string[]) => bits.filter((_, i) => onEdge[i] === 0).join("");
    expect(off(Array.from(masks[at]!, String))).toBe(off([...expected]));
    expect(off([...expected])).toContain("1");
  });

  // FlowUtils means to include edges, but its code leaves out the upper and right ones
  test("events on the edges of a polygon are inside", () => {
    const at = document.gates.findIndex((gate) => gate.id === "square");
    const square = Array.from(masks[at]!, (inside, i) => `${inside}${golden.masks.square[i]}`);
    expect(new Set(square)).toEqual(new Set(["00", "10", "11"]));
    expect(square.every((pair, i) => pair !== "10" || onEdge[i] === 1)).toBe(true);
  });

  test("the text written from them is the one that FlowKit read to the same masks", () => {
    expect(value(writeGatingMl(document))).toBe(golden.written);
  });
});

/** The rule again, in the plainest words: crossings of a ray to the right counted one by one, with whole numbers exact. */
function plainInside(vertices: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let crossings = 0;
  for (let i = 0; i < vertices.length; i++) {
    const [ax, ay] = vertices[i]!;
    const [bx, by] = vertices[(i + 1) % vertices.length]!;
    const cross = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    const within =
      Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
    if (cross === 0 && within) return true;
    if (ay <= y === by <= y) continue;
    if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) crossings++;
  }
  return crossings % 2 === 1;
}

const whole = fc.integer({ min: -20, max: 20 });
const polygons = fc.array(fc.tuple(whole, whole), { minLength: 3, maxLength: 9 });

describe("polygons", () => {
  test("equal counting crossings, at whole numbers where both are exact", () => {
    fc.assert(
      fc.property(polygons, whole, whole, (vertices, x, y) => {
        expect(insidePolygon(vertices, x, y)).toBe(plainInside(vertices, x, y));
      }),
      { numRuns: 2000 },
    );
  });

  test("move with their events, do not mind where the list begins or which way it runs", () => {
    fc.assert(
      fc.property(polygons, whole, whole, whole, whole, fc.nat(8), (vertices, x, y, dx, dy, turn) => {
        const inside = insidePolygon(vertices, x, y);
        const moved = vertices.map(([a, b]): [number, number] => [a + dx, b + dy]);
        const turned = [
          ...vertices.slice(turn % vertices.length),
          ...vertices.slice(0, turn % vertices.length),
        ];
        expect(insidePolygon(moved, x + dx, y + dy)).toBe(inside);
        expect(insidePolygon(turned, x, y)).toBe(inside);
        expect(insidePolygon([...vertices].reverse(), x, y)).toBe(inside);
      }),
      { numRuns: 1000 },
    );
  });

  test("include every vertex and the middle of every edge", () => {
    fc.assert(
      fc.property(polygons, (vertices) => {
        for (const [i, [ax, ay]] of vertices.entries()) {
          const [bx, by] = vertices[(i + 1) % vertices.length]!;
          expect(insidePolygon(vertices, ax, ay)).toBe(true);
          expect(insidePolygon(vertices, (ax + bx) / 2, (ay + by) / 2)).toBe(true);
        }
      }),
    );
  });

  test("leave out NaN and the hole of a star", () => {
    const star: [number, number][] = [
      [30, 2],
      [45, 58],
      [4, 20],
      [56, 20],
      [15, 58],
    ];
    expect(insidePolygon(star, 30, 28)).toBe(false);
    expect(insidePolygon(star, 30, 10)).toBe(true);
    expect(insidePolygon(star, Number.NaN, 10)).toBe(false);
  });
});

describe("regions", () => {
  const rectangle = (min: number | null, max: number | null): Gate => ({
    kind: "rectangle",
    id: "r",
    parent: null,
    bounds: [{ axis: axis("x"), min, max }],
  });
  const inside = (gate: Gate, ...point: number[]) =>
    gate.kind !== "boolean" && value(insideTest(gate, gate.id))(point);

  test("rectangles include their minimum and exclude their maximum", () => {
    expect([1, 1.5, 2, Number.NaN].map((x) => inside(rectangle(1, 2), x))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([0, 5].map((x) => inside(rectangle(1, null), x))).toEqual([false, true]);
  });

  test("ellipsoids include their boundary, and one gate of one dimension is an interval", () => {
    const ball: Gate = {
      kind: "ellipsoid",
      id: "e",
      parent: null,
      axes: [axis("x"), axis("y"), axis("z")],
      mean: [1, 2, 3],
      covariance: [
        [4, 0, 0],
        [0, 1, 0],
        [0, 0, 0.25],
      ],
      distanceSquare: 1,
    };
    expect(inside(ball, 3, 2, 3)).toBe(true);
    expect(inside(ball, 1, 3, 3)).toBe(true);
    expect(inside(ball, 1, 2, 3.5)).toBe(true);
    expect(inside(ball, 3, 2, 3.01)).toBe(false);
    expect(inside(ball, Number.NaN, 2, 3)).toBe(false);
  });

  const ellipse = (covariance: number[][], distanceSquare = 1, mean = [0, 0]): Gate => ({
    kind: "ellipsoid",
    id: "e",
    parent: null,
    axes: [axis("x"), axis("y")],
    mean,
    covariance,
    distanceSquare,
  });
  const polygon = (vertices: [number, number][]): Gate => ({
    kind: "polygon",
    id: "p",
    parent: null,
    axes: [axis("x"), axis("y")],
    vertices,
  });
  test.each<[string, Gate, string]>([
    [
      "an indefinite matrix",
      ellipse([
        [1, 2],
        [2, 1],
      ]),
      "cytometry-gate-not-positive-definite",
    ],
    [
      "a matrix that is not symmetric",
      ellipse([
        [1, 0.5],
        [0.2, 1],
      ]),
      "cytometry-gate-not-positive-definite",
    ],
    [
      "a singular matrix",
      ellipse([
        [1, 1],
        [1, 1],
      ]),
      "cytometry-gate-not-positive-definite",
    ],
    [
      "a matrix with NaN",
      ellipse([
        [1, Number.NaN],
        [Number.NaN, 1],
      ]),
      "cytometry-gate-not-positive-definite",
    ],
    ["a matrix of another size", ellipse([[1, 0]]), "cytometry-gate-invalid"],
    [
      "a mean of another size",
      ellipse(
        [
          [1, 0],
          [0, 1],
        ],
        1,
        [0],
      ),
      "cytometry-gate-invalid",
    ],
    [
      "a negative distance",
      ellipse(
        [
          [1, 0],
          [0, 1],
        ],
        -1,
      ),
      "cytometry-gate-invalid",
    ],
    [
      "a polygon of two vertices",
      polygon([
        [0, 0],
        [1, 1],
      ]),
      "cytometry-gate-invalid",
    ],
    [
      "a vertex at infinity",
      polygon([
        [0, 0],
        [1, 1],
        [2, Number.POSITIVE_INFINITY],
      ]),
      "cytometry-gate-invalid",
    ],
    ["a rectangle without room", rectangle(2, 2), "cytometry-gate-invalid"],
  ])("refuse %s", (_, gate, code) => {
    expect(codes(evaluateGates([gate], () => new Float64Array(1), 1))).toEqual([code]);
  });
});

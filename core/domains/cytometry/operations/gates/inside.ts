import { accepted, type Result, refused } from "../../../../kernel/index.ts";
import type { GateAxis, GateShape } from "./gate.ts";
import { gatesIssues } from "./issues.ts";
import { cholesky, distanceSquare } from "./mahalanobis.ts";

/** A gate's region of values, as against a combination of other gates. */
export type RegionShape = Exclude<GateShape, { readonly kind: "boolean" }>;

type Point = ArrayLike<number>;

/** The axes of a region, in the order of its points' coordinates. */
export function shapeAxes(shape: RegionShape): readonly GateAxis[] {
  return shape.kind === "rectangle" ? shape.bounds.map(({ axis }) => axis) : shape.axes;
}

/**
 * Whether a point is inside the polygon by the crossing-number rule, its edges and vertices included; false for NaN. The
 * sign of (b - a) x (p - a) decides, as in Sunday's winding number, whose parity this is. Source: Gating-ML 2.0 (ISAC 2013), polygon gates.
 */
export function insidePolygon(
  vertices: readonly (readonly [number, number])[],
  x: number,
  y: number,
): boolean {
  let inside = false;
  let [ax, ay] = vertices[vertices.length - 1]!;
  for (const [bx, by] of vertices) {
    const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (side === 0 && between(x, ax, bx) && between(y, ay, by)) return true;
    if (ay <= y ? by > y && side > 0 : by <= y && side < 0) inside = !inside;
    ax = bx;
    ay = by;
  }
  return inside;
}

function between(value: number, a: number, b: number): boolean {
  return a <= b ? value >= a && value <= b : value >= b && value <= a;
}

const mostDimensions = 100;

function whatIsWrong(shape: RegionShape): readonly [what: string, value: string | number] | null {
  if (shape.kind === "rectangle") {
    if (shape.bounds.length === 0) return ["dimensions", 0];
    for (const { min, max } of shape.bounds) {
      if (min !== null && !Number.isFinite(min)) return ["min", min];
      if (max !== null && !Number.isFinite(max)) return ["max", max];
      if (min !== null && max !== null && min >= max) return ["min, max", `${min}, ${max}`];
    }
    return null;
  }
  if (shape.kind === "polygon") {
    if (shape.vertices.length < 3) return ["vertices", shape.vertices.length];
    const wrong = shape.vertices.flat().find((coordinate) => !Number.isFinite(coordinate));
    return wrong === undefined ? null : ["vertex", wrong];
  }
  const n = shape.axes.length;
  if (n > mostDimensions) return ["dimensions", n];
  const { mean, covariance, distanceSquare: square } = shape;
  if (n === 0 || mean.length !== n || !mean.every(Number.isFinite)) return ["mean", mean.join(" ")];
  if (covariance.length !== n || covariance.some((row) => row.length !== n))
    return ["covariance", `${covariance.length} x ${covariance[0]?.length ?? 0}`];
  return square >= 0 && square < Number.POSITIVE_INFINITY ? null : ["distanceSquare", square];
}

/**
 * The test whether a point (one coordinate for each of `shapeAxes`, on the axes' scales) is inside the region `gate`:
 * rectangles include their minimum and exclude their maximum, polygons and ellipsoids include their boundary; a NaN is never
 * inside a limit. Issues: `cytometry-gate-invalid`, `cytometry-gate-not-positive-definite`. Source: Gating-ML 2.0 (ISAC 2013).
 */
export function insideTest(shape: RegionShape, gate: string): Result<(point: Point) => boolean> {
  const wrong = whatIsWrong(shape);
  if (wrong) {
    return refused(gatesIssues.raise("cytometry-gate-invalid", { gate, what: wrong[0], value: wrong[1] }));
  }
  if (shape.kind === "polygon") {
    return accepted((point: Point) => insidePolygon(shape.vertices, point[0]!, point[1]!));
  }
  if (shape.kind === "rectangle") {
    return accepted((point: Point) =>
      shape.bounds.every(
        ({ min, max }, i) => (min === null || point[i]! >= min) && (max === null || point[i]! < max),
      ),
    );
  }
  const lower = cholesky(shape.covariance);
  if (!lower) return refused(gatesIssues.raise("cytometry-gate-not-positive-definite", { gate }));
  return accepted((point: Point) => distanceSquare(lower, shape.mean, point) <= shape.distanceSquare);
}

import { type AxisView, viewPlace, viewValue } from "vesica/kernel";
import { type Gate, type PolygonAxis, shortened, type Vertex } from "./gates.ts";
import type { Place, Views } from "./shapes.ts";

/** A gate that is being drawn: its corners so far, in linear values. */
export interface Drawing {
  readonly kind: "rectangle" | "polygon";
  readonly corners: readonly Vertex[];
}

export type Drawn = { readonly drawing: Drawing } | { readonly gate: Gate };

/** How near on the display a corner is the same as another one. */
const same = 0.012;

/** Where the corners so far stand. */
export function cornerPlaces({ corners }: Drawing, { x, y }: Views): readonly Place[] {
  return corners.map(([a, b]) => ({ x: viewPlace(x, a), y: viewPlace(y, b) }));
}

/**
 * A corner more. A rectangle is done with its second corner; a polygon of three corners or more where the corner is the
 * first or the last one again: a double click, or Enter twice.
 */
export function withCorner(
  drawing: Drawing,
  views: Views,
  place: Place,
  name: string,
  parent: string | null,
): Drawn {
  const corner: Vertex = [shortened(viewValue(views.x, place.x)), shortened(viewValue(views.y, place.y))];
  const places = cornerPlaces(drawing, views);
  const isAt = (other: Place | undefined) =>
    other !== undefined && Math.abs(other.x - place.x) < same && Math.abs(other.y - place.y) < same;
  if (drawing.kind === "rectangle") {
    const [first] = drawing.corners;
    if (!first) return { drawing: { ...drawing, corners: [corner] } };
    if (first[0] === corner[0] || first[1] === corner[1]) return { drawing };
    return { gate: rectangle(first, corner, views, name, parent) };
  }
  if (isAt(places[0]) || isAt(places.at(-1)))
    return drawing.corners.length >= 3
      ? { gate: polygon(drawing.corners, views, name, parent) }
      : { drawing };
  return { drawing: { ...drawing, corners: [...drawing.corners, corner] } };
}

/** The gate of the corners so far; null where they are too few. */
export function closed(drawing: Drawing, views: Views, name: string, parent: string | null): Gate | null {
  if (drawing.kind === "rectangle" || drawing.corners.length < 3) return null;
  return polygon(drawing.corners, views, name, parent);
}

export function withoutLastCorner(drawing: Drawing): Drawing {
  return { ...drawing, corners: drawing.corners.slice(0, -1) };
}

function rectangle([a, b]: Vertex, [c, d]: Vertex, { x, y }: Views, id: string, parent: string | null): Gate {
  return {
    kind: "rectangle",
    id,
    parent,
    bounds: [
      { channel: x.axis, min: Math.min(a, c), max: Math.max(a, c) },
      { channel: y.axis, min: Math.min(b, d), max: Math.max(b, d) },
    ],
  };
}

function polygon(vertices: readonly Vertex[], { x, y }: Views, id: string, parent: string | null): Gate {
  return { kind: "polygon", id, parent, axes: [axisOf(x), axisOf(y)], vertices };
}

/** Straight as on the display. */
function axisOf({ axis, cofactor }: AxisView): PolygonAxis {
  return cofactor === null ? { channel: axis } : { channel: axis, cofactor };
}

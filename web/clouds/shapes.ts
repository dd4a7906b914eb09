import { type AxisView, viewPlace, viewValue } from "vesica/kernel";
import {
  type Bound,
  type Gate,
  type PolygonGate,
  type RectangleGate,
  shortened,
  type Vertex,
} from "./gates.ts";

/** A place on the display: 0 to 1 from the left and from below. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Views {
  readonly x: AxisView;
  readonly y: AxisView;
}

/** Beyond the display, where an open side of a rectangle goes. */
const beyond = 0.03;
/** Pieces of an edge that is bent on this display. */
const pieces = 24;
const farthest = 40;

const bounded = (place: number) => Math.min(farthest, Math.max(-farthest, place));

/** Which of a polygon's axes lies across: 0, 1, or -1 where it is drawn on other channels than those in view. */
function across({ axes }: PolygonGate, { x, y }: Views): -1 | 0 | 1 {
  const [first, second] = axes;
  if (first.channel === x.axis && second.channel === y.axis) return 0;
  return first.channel === y.axis && second.channel === x.axis ? 1 : -1;
}

/** Whether a gate can be drawn and edited in these views. */
export function isDrawn(gate: Gate, views: Views, compensated: (axis: string) => boolean): boolean {
  if (views.x.axis === views.y.axis || gate.kind === "boolean") return false;
  const axes = gate.kind === "rectangle" ? gate.bounds : gate.axes;
  if (axes.some((axis) => axis.compensated === false && compensated(axis.channel))) return false;
  if (gate.kind === "polygon") return across(gate, views) >= 0;
  const channels = gate.bounds.map(({ channel }) => channel);
  return (
    new Set(channels).size === channels.length &&
    channels.every((channel) => channel === views.x.axis || channel === views.y.axis)
  );
}

const boundOn = ({ bounds }: RectangleGate, axis: string): Bound | undefined =>
  bounds.find(({ channel }) => channel === axis);

function sides(gate: RectangleGate, view: AxisView): readonly [number, number] {
  const bound = boundOn(gate, view.axis);
  return [
    bound?.min == null ? -beyond : bounded(viewPlace(view, bound.min)),
    bound?.max == null ? 1 + beyond : bounded(viewPlace(view, bound.max)),
  ];
}

/** Corners that can be moved: a polygon's in its order, a rectangle's from the lower left around. */
export function handlesOf(gate: Gate, views: Views): readonly Place[] {
  if (gate.kind === "boolean") return [];
  if (gate.kind === "polygon") {
    const column = across(gate, views) === 1 ? 1 : 0;
    return gate.vertices.map((vertex) => ({
      x: bounded(viewPlace(views.x, vertex[column])),
      y: bounded(viewPlace(views.y, vertex[column === 0 ? 1 : 0])),
    }));
  }
  const [left, right] = sides(gate, views.x);
  const [bottom, top] = sides(gate, views.y);
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ];
}

/** The line around a gate; an edge that is straight on another scale than the display's is bent here. */
export function outlineOf(gate: Gate, views: Views): readonly Place[] {
  if (gate.kind !== "polygon") return handlesOf(gate, views);
  const column = across(gate, views) === 1 ? 1 : 0;
  const order = [column, column === 0 ? 1 : 0] as const;
  const ends = [views.x, views.y] as const;
  const isStraight = order.every((own, at) => (gate.axes[own].cofactor ?? null) === ends[at]!.cofactor);
  if (isStraight) return handlesOf(gate, views);
  const on = (value: number, own: 0 | 1) => {
    const { cofactor } = gate.axes[own];
    return cofactor === undefined ? value : Math.asinh(value / cofactor);
  };
  const off = (place: number, own: 0 | 1) => {
    const { cofactor } = gate.axes[own];
    return cofactor === undefined ? place : cofactor * Math.sinh(place);
  };
  return gate.vertices.flatMap((from, index) => {
    const to = gate.vertices[(index + 1) % gate.vertices.length]!;
    return Array.from({ length: pieces }, (_, piece): Place => {
      const part = piece / pieces;
      const [x, y] = order.map((own, at) => {
        const [a, b] = [on(from[own], own), on(to[own], own)];
        return bounded(viewPlace(ends[at]!, off(a + part * (b - a), own)));
      });
      return { x: x!, y: y! };
    });
  });
}

/** Whether a place is inside an outline, by the even-odd rule. */
export function isInside(outline: readonly Place[], { x, y }: Place): boolean {
  let inside = false;
  outline.forEach((a, index) => {
    const b = outline[(index + 1) % outline.length]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}

/** The area of an outline. */
export function areaOf(outline: readonly Place[]): number {
  const twice = outline.reduce((sum, a, index) => {
    const b = outline[(index + 1) % outline.length]!;
    return sum + a.x * b.y - b.x * a.y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The nearest of places within reach; -1 where none is. */
export function nearestPlace(places: readonly Place[], { x, y }: Place, reach: number): number {
  let best = -1;
  let least = reach;
  places.forEach((place, index) => {
    const far = Math.hypot(place.x - x, place.y - y);
    if (far <= least) {
      least = far;
      best = index;
    }
  });
  return best;
}

/** The gate that a click means: the smallest of those that hold the place. */
export function gateAt(gates: readonly Gate[], views: Views, place: Place): Gate | null {
  const hit = gates
    .map((gate) => ({ gate, outline: outlineOf(gate, views) }))
    .filter(({ outline }) => isInside(outline, place))
    .sort((a, b) => areaOf(a.outline) - areaOf(b.outline));
  return hit[0]?.gate ?? null;
}

/** A gate with one corner at another place. */
export function withHandleAt(gate: Gate, views: Views, handle: number, { x, y }: Place): Gate {
  const [valueX, valueY] = [shortened(viewValue(views.x, x)), shortened(viewValue(views.y, y))];
  if (gate.kind === "boolean") return gate;
  if (gate.kind === "polygon") {
    const vertex: Vertex = across(gate, views) === 1 ? [valueY, valueX] : [valueX, valueY];
    return { ...gate, vertices: gate.vertices.map((each, index) => (index === handle ? vertex : each)) };
  }
  const isLeft = handle === 0 || handle === 3;
  const isBottom = handle === 0 || handle === 1;
  const inX = withSide(gate, views.x, isLeft, x, valueX);
  return withSide(inX, views.y, isBottom, y, valueY);
}

/** One side moved; a side that is open stays so while its corner is left beyond the display. */
function withSide(
  gate: RectangleGate,
  { axis }: AxisView,
  isLower: boolean,
  place: number,
  value: number,
): RectangleGate {
  const known = boundOn(gate, axis);
  const isOpen = isLower ? known?.min == null : known?.max == null;
  if (isOpen && (place < 0 || place > 1)) return gate;
  const bound: Bound = known ?? { channel: axis, min: null, max: null };
  const moved: Bound = isLower ? { ...bound, min: value } : { ...bound, max: value };
  const { min, max } = moved;
  const sorted = min !== null && max !== null && min > max ? { ...moved, min: max, max: min } : moved;
  if (sorted.min !== null && sorted.min === sorted.max) return gate;
  return {
    ...gate,
    bounds: known ? gate.bounds.map((each) => (each === known ? sorted : each)) : [...gate.bounds, sorted],
  };
}

/** A gate moved on the display; open sides stay open. */
export function movedBy(gate: Gate, views: Views, { x: dx, y: dy }: Place): Gate {
  if (gate.kind === "boolean") return gate;
  const shift = (view: AxisView, value: number, by: number) =>
    by === 0 ? value : shortened(viewValue(view, viewPlace(view, value) + by));
  if (gate.kind === "polygon") {
    const swapped = across(gate, views) === 1;
    const [first, second] = swapped ? [views.y, views.x] : [views.x, views.y];
    const [by, other] = swapped ? [dy, dx] : [dx, dy];
    return {
      ...gate,
      vertices: gate.vertices.map(([a, b]): Vertex => [shift(first, a, by), shift(second, b, other)]),
    };
  }
  const bounds = gate.bounds.map((bound): Bound => {
    const [view, by] = bound.channel === views.x.axis ? [views.x, dx] : [views.y, dy];
    const { min, max } = bound;
    return {
      ...bound,
      min: min === null ? null : shift(view, min, by),
      max: max === null ? null : shift(view, max, by),
    };
  });
  return { ...gate, bounds };
}

/** A polygon without one of its corners; the same where three are left. */
export function withoutVertex(gate: Gate, index: number): Gate {
  if (gate.kind !== "polygon" || gate.vertices.length <= 3) return gate;
  return { ...gate, vertices: gate.vertices.filter((_, at) => at !== index) };
}

/** A polygon with a corner more, halfway on the display to the next one. */
export function withVertexAfter(gate: Gate, views: Views, index: number): Gate {
  if (gate.kind !== "polygon") return gate;
  const places = handlesOf(gate, views);
  const [a, b] = [places[index]!, places[(index + 1) % places.length]!];
  const vertices = [
    ...gate.vertices.slice(0, index + 1),
    gate.vertices[index]!,
    ...gate.vertices.slice(index + 1),
  ];
  return withHandleAt({ ...gate, vertices }, views, index + 1, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
}

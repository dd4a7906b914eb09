import { type XmlElement, xmlChildren } from "../../../../containers/xml.ts";
import type { Gate, GateAxis, GateShape } from "./gate.ts";
import { datatypesNamespace as data, gatingNamespace as gating } from "./gating-ml.ts";
import type { ReadScale } from "./gating-ml-scales.ts";
import {
  attribute,
  finiteNumber,
  flag,
  fromXmlId,
  onlyChild,
  optionalNumber,
  requiredAttribute,
  requiredNumber,
  Unreadable,
} from "./gating-ml-xml.ts";
import { type Divider, quadrantGates } from "./quadrants.ts";

/** Thrown and caught inside the reader: the gate uses a ratio of channels, or a transformation that cannot be used. */
export class UnusableScale {
  readonly transformation: string;
  /** Null for a ratio. */
  readonly what: string | null;

  constructor(transformation: string, what: string | null) {
    this.transformation = transformation;
    this.what = what;
  }
}

/** How the references of a dimension are looked up. */
export interface References {
  readonly scales: ReadonlyMap<string, ReadScale>;
  /** Is told of every compensation that the gate uses. */
  readonly uses: (compensation: string) => void;
}

const children = (element: XmlElement, name: string) => xmlChildren(element, gating, name);

function scaleOf(element: XmlElement, { scales }: References): GateAxis["scale"] {
  const reference = attribute(element, gating, "transformation-ref");
  if (reference === undefined) return null;
  const found = scales.get(reference) ?? { kind: "unusable", what: "transformation-ref" };
  if (found.kind === "ratio") throw new UnusableScale(reference, null);
  if (found.kind === "unusable") throw new UnusableScale(reference, found.what);
  return found.scale;
}

function axisOf(element: XmlElement, references: References): GateAxis {
  const compensation = requiredAttribute(element, gating, "compensation-ref");
  const ratio = xmlChildren(element, data, "new-dimension")[0];
  if (ratio) throw new UnusableScale(attribute(ratio, data, "transformation-ref") ?? "", null);
  const name = requiredAttribute(onlyChild(element, "fcs-dimension", data), data, "name");
  const scale = scaleOf(element, references);
  const compensated = compensation !== "uncompensated";
  if (compensated) references.uses(compensation);
  return { channel: name, compensated, scale };
}

function axesOf(element: XmlElement, references: References): GateAxis[] {
  const axes = children(element, "dimension").map((dimension) => axisOf(dimension, references));
  if (axes.length === 0) throw new Unreadable("dimension");
  return axes;
}

function rectangle(element: XmlElement, references: References): GateShape {
  const axes = axesOf(element, references);
  const bounds = children(element, "dimension").map((dimension, i) => ({
    axis: axes[i]!,
    min: optionalNumber(dimension, gating, "min"),
    max: optionalNumber(dimension, gating, "max"),
  }));
  return { kind: "rectangle", bounds };
}

function coordinates(element: XmlElement): number[] {
  return children(element, "coordinate").map((one) => requiredNumber(one, data, "value"));
}

function polygon(element: XmlElement, references: References): GateShape {
  const [x, y, more] = axesOf(element, references);
  if (!(x && y) || more) throw new Unreadable("dimension");
  const vertices = children(element, "vertex").map((vertex): [number, number] => {
    const [a, b, surplus] = coordinates(vertex);
    if (a === undefined || b === undefined || surplus !== undefined) throw new Unreadable("coordinate");
    return [a, b];
  });
  return { kind: "polygon", axes: [x, y], vertices };
}

function ellipsoid(element: XmlElement, references: References): GateShape {
  const axes = axesOf(element, references);
  const covariance = children(onlyChild(element, "covarianceMatrix"), "row").map((row) =>
    children(row, "entry").map((entry) => requiredNumber(entry, data, "value")),
  );
  return {
    kind: "ellipsoid",
    axes,
    mean: coordinates(onlyChild(element, "mean")),
    covariance,
    distanceSquare: requiredNumber(onlyChild(element, "distanceSquare"), data, "value"),
  };
}

function boolean(element: XmlElement): GateShape {
  const operators = (["and", "or", "not"] as const).flatMap((operator) =>
    children(element, operator).map((child) => ({ operator, child })),
  );
  const only = operators[0];
  if (!only || operators.length > 1) throw new Unreadable("and, or, not");
  const operands = children(only.child, "gateReference").map((reference) => ({
    gate: fromXmlId(requiredAttribute(reference, gating, "ref")),
    complement: flag(reference, gating, "use-as-complement"),
  }));
  if (only.operator === "not" ? operands.length !== 1 : operands.length < 2)
    throw new Unreadable("gateReference");
  return { kind: "boolean", operator: only.operator, operands };
}

const mostDividers = 100;
const mostValues = 1000;

function quadrants(element: XmlElement, parent: string | null, references: References): readonly Gate[] {
  const names: string[] = [];
  const dividers = children(element, "divider").map((divider): Divider => {
    names.push(requiredAttribute(divider, gating, "id"));
    const values = children(divider, "value").map(({ text }) => finiteNumber(text, "value"));
    if (values.length === 0 || values.length > mostValues) throw new Unreadable("value");
    if (names.length > mostDividers) throw new Unreadable("divider");
    return { axis: axisOf(divider, references), values };
  });
  const parts = children(element, "Quadrant").map((quadrant) => {
    const positions = children(quadrant, "position").map((position) => {
      const divider = names.indexOf(requiredAttribute(position, gating, "divider_ref"));
      if (divider < 0) throw new Unreadable("position@divider_ref");
      return { divider, location: requiredNumber(position, gating, "location") };
    });
    if (positions.length === 0 || positions.length > mostDividers) throw new Unreadable("position");
    return { id: fromXmlId(requiredAttribute(quadrant, gating, "id")), positions };
  });
  if (parts.length === 0) throw new Unreadable("Quadrant");
  return quadrantGates(dividers, parts, parent);
}

const shapes: Readonly<Record<string, (element: XmlElement, references: References) => GateShape>> = {
  RectangleGate: rectangle,
  PolygonGate: polygon,
  EllipsoidGate: ellipsoid,
  BooleanGate: boolean,
};

/** The gates of one element: one, or one for each quadrant. Throws `Unreadable` or `UnusableScale`. */
export function readGate(element: XmlElement, references: References): readonly Gate[] {
  const parentId = attribute(element, gating, "parent_id");
  const parent = parentId === undefined ? null : fromXmlId(parentId);
  if (element.name === "QuadrantGate") return quadrants(element, parent, references);
  const shape = Object.hasOwn(shapes, element.name) ? shapes[element.name]! : null;
  if (!shape) throw new Unreadable(element.name);
  return [{ ...shape(element, references), id: fromXmlId(requiredAttribute(element, gating, "id")), parent }];
}

/** Every id that an element would have given gates, for telling what depends on it. */
export function gateIds(element: XmlElement): readonly string[] {
  const owners = element.name === "QuadrantGate" ? children(element, "Quadrant") : [element];
  return owners.flatMap((one) => attribute(one, gating, "id") ?? []).map(fromXmlId);
}

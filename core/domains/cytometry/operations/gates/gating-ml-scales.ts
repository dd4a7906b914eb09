import { type XmlElement, xmlChildren } from "../../../../containers/xml.ts";
import type { Scale } from "../scales/scale.ts";
import { datatypesNamespace, type SpectrumMatrix, transformationsNamespace as space } from "./gating-ml.ts";
import {
  attribute,
  flag,
  fromXmlId,
  onlyChild,
  requiredAttribute,
  requiredNumber,
  Unreadable,
} from "./gating-ml-xml.ts";

/** A transformation of the document: a scale, a ratio, or in words why it cannot be used. */
export type ReadScale =
  | { readonly kind: "scale"; readonly scale: Scale }
  | { readonly kind: "ratio" }
  | { readonly kind: "unusable"; readonly what: string };

/** Whether the parameters are ones for which the scale is defined. Source: Gating-ML 2.0 schema and Moore and Parks 2012. */
export function isUsableScale(scale: Scale): boolean {
  if (scale.kind === "cofactor") return scale.cofactor > 0;
  if (!(scale.t > 0)) return false;
  if (scale.kind === "linear") return scale.a > -scale.t && scale.a <= scale.t;
  if (!(scale.m > 0)) return false;
  if (scale.kind === "log") return true;
  if (scale.kind === "arcsinh") return scale.a >= 0 && scale.a <= scale.m;
  const { w, m, a } = scale;
  return (scale.kind === "logicle" ? w >= 0 : w > 0) && 2 * w <= m && a >= -w && a <= m - 2 * w;
}

function scaleOf(element: XmlElement): Scale {
  const number = (name: string) => requiredNumber(element, space, name);
  switch (element.name) {
    case "flin":
      return { kind: "linear", t: number("T"), a: number("A") };
    case "flog":
      return { kind: "log", t: number("T"), m: number("M") };
    case "fasinh":
      return { kind: "arcsinh", t: number("T"), m: number("M"), a: number("A") };
    case "logicle":
    case "hyperlog":
      return { kind: element.name, t: number("T"), w: number("W"), m: number("M"), a: number("A") };
    default:
      throw new Unreadable(element.name);
  }
}

function readScale(transformation: XmlElement): ReadScale {
  const children = transformation.children.filter(({ namespace }) => namespace === space);
  const child = children[0];
  if (!child || children.length > 1) return { kind: "unusable", what: "transformation" };
  if (child.name === "fratio") return { kind: "ratio" };
  const bound = ["boundMin", "boundMax"].find((name) => attribute(transformation, space, name) !== undefined);
  if (bound !== undefined) return { kind: "unusable", what: bound };
  try {
    const scale = scaleOf(child);
    return isUsableScale(scale) ? { kind: "scale", scale } : { kind: "unusable", what: child.name };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: "unusable", what: error.what };
    throw error;
  }
}

/** The transformations of a document by their id. */
export function readScales(root: XmlElement): ReadonlyMap<string, ReadScale> {
  const found = new Map<string, ReadScale>();
  for (const element of xmlChildren(root, space, "transformation")) {
    const id = attribute(element, space, "id");
    if (id === undefined) continue;
    found.set(id, found.has(id) ? { kind: "unusable", what: "id" } : readScale(element));
  }
  return found;
}

function dimensions(element: XmlElement, name: string): readonly string[] {
  const list = xmlChildren(onlyChild(element, name, space), datatypesNamespace, "fcs-dimension");
  const names = list.map((one) => requiredAttribute(one, datatypesNamespace, "name"));
  if (names.length === 0 || new Set(names).size !== names.length) throw new Unreadable(name);
  return names;
}

/** A spectrum matrix of the document by its id as written, or in words what is wrong with it. */
export function readMatrix(root: XmlElement, id: string): SpectrumMatrix | string {
  const found = xmlChildren(root, space, "spectrumMatrix").filter(
    (one) => attribute(one, space, "id") === id,
  );
  const element = found[0];
  if (!element || found.length > 1) return "spectrumMatrix";
  try {
    const fluorochromes = dimensions(element, "fluorochromes");
    const detectors = dimensions(element, "detectors");
    const inverted = flag(element, space, "matrix-inverted-already");
    const matrix = xmlChildren(element, space, "spectrum").map((row) =>
      xmlChildren(row, space, "coefficient").map((one) => requiredNumber(one, space, "value")),
    );
    const isShaped =
      matrix.length === fluorochromes.length && matrix.every((row) => row.length === detectors.length);
    return isShaped ? { id: fromXmlId(id), fluorochromes, detectors, matrix, inverted } : "spectrum";
  } catch (error) {
    if (error instanceof Unreadable) return error.what;
    throw error;
  }
}

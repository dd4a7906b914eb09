import { type XmlElement, xmlAttribute, xmlChildren } from "../../../../containers/xml.ts";
import { gatingNamespace } from "./gating-ml.ts";

/** Thrown and caught inside the reader: what of a gate is missing or not valid. */
export class Unreadable {
  readonly what: string;

  constructor(what: string) {
    this.what = what;
  }
}

/** An attribute by its qualified name, or without a namespace as some programs write it. */
export function attribute(element: XmlElement, namespace: string, name: string): string | undefined {
  return xmlAttribute(element, namespace, name) ?? xmlAttribute(element, "", name);
}

export function requiredAttribute(element: XmlElement, namespace: string, name: string): string {
  const value = attribute(element, namespace, name);
  if (value === undefined || value === "") throw new Unreadable(`${element.name}@${name}`);
  return value;
}

const decimal = /^[ \n\t]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)[ \n\t]*$/;

/** A finite xs:double. */
export function finiteNumber(text: string | undefined, what: string): number {
  const found = decimal.exec(text ?? "");
  const value = found ? Number(found[1]) : Number.NaN;
  if (!Number.isFinite(value)) throw new Unreadable(what);
  return value;
}

export function requiredNumber(element: XmlElement, namespace: string, name: string): number {
  return finiteNumber(attribute(element, namespace, name), `${element.name}@${name}`);
}

export function optionalNumber(element: XmlElement, namespace: string, name: string): number | null {
  return attribute(element, namespace, name) === undefined ? null : requiredNumber(element, namespace, name);
}

/** An xs:boolean, false where it is absent. */
export function flag(element: XmlElement, namespace: string, name: string): boolean {
  const value = attribute(element, namespace, name)?.trim();
  if (value === undefined || value === "false" || value === "0") return false;
  if (value === "true" || value === "1") return true;
  throw new Unreadable(`${element.name}@${name}`);
}

/** The only child of the gating namespace with this name. */
export function onlyChild(element: XmlElement, name: string, namespace = gatingNamespace): XmlElement {
  const found = xmlChildren(element, namespace, name);
  if (found.length !== 1) throw new Unreadable(name);
  return found[0]!;
}

const nameStart =
  "A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d";
const nameMore = "\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd";
const notInName = new RegExp(`[^${nameStart}${nameMore}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]`, "g");
const notFirst = new RegExp(`^[^${nameStart}${nameMore}]`);

function hexadecimal(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** A name as an xs:ID, with `_xHHHH_` for what an ID cannot hold (the rule of ECMA-376 and .NET). */
export function toXmlId(name: string): string {
  const kept = name.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return kept.replace(notInName, hexadecimal).replace(notFirst, hexadecimal);
}

export function fromXmlId(id: string): string {
  return id.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

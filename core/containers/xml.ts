import { accepted, type Issue, isRefused, type Result, refused } from "../kernel/index.ts";
import { xmlIssues } from "./xml-issues.ts";
import { type XmlAttribute, XmlScanner, type XmlTag } from "./xml-scanner.ts";

export type { XmlAttribute } from "./xml-scanner.ts";

/** One element of an XML document; names without their prefix, namespaces as their URI, `""` where there is none. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Characters directly inside the element, those between its children joined. */
  readonly text: string;
  /** Line of the opening tag, from 1. */
  readonly line: number;
}

/** What a hostile text may not exceed. */
export interface XmlLimits {
  readonly characters: number;
  readonly elements: number;
  readonly depth: number;
  /** Of one element. */
  readonly attributes: number;
  /** Namespace declarations in force at one place. */
  readonly namespaces: number;
  /** Namespace declarations in all. */
  readonly declarations: number;
}

export const xmlLimits: XmlLimits = {
  characters: 100_000_000,
  elements: 2_000_000,
  depth: 200,
  attributes: 500,
  namespaces: 40,
  declarations: 100_000,
};

interface Open {
  readonly tag: XmlTag;
  readonly scope: ReadonlyMap<string, string>;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  text: string;
}

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
const outermost: ReadonlyMap<string, string> = new Map([["xml", xmlNamespace]]);
const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/**
 * The root element of an XML 1.0 text with namespaces: the five entities and numeric references only, a DOCTYPE refused,
 * nothing fetched. Issues: `xml-malformed`, `xml-doctype`, `xml-too-large`, each with the line. Source: W3C XML 1.0 (fifth
 * edition) and Namespaces in XML 1.0.
 */
export function readXml(text: string, limits: XmlLimits = xmlLimits): Result<XmlElement> {
  if (text.length > limits.characters) return refused(tooLarge("characters", limits.characters, 1));
  const scanner = new XmlScanner(text.startsWith("\ufeff") ? text.slice(1) : text, limits.attributes);
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  let declarations = 0;
  for (;;) {
    const token = scanner.next();
    if (token.kind === "wrong") return refused(token.issue);
    if (token.kind === "end") break;
    const top = stack.at(-1);
    if (token.kind === "text") {
      if (top) top.text += token.text;
      else if (token.text.trim() !== "" || token.cdata)
        return refused(malformed("text outside the root element", token.line));
      continue;
    }
    if (token.kind === "close") {
      if (top?.tag.name !== token.name)
        return refused(malformed(`</${token.name}> closes nothing`, token.line));
      stack.pop();
      root = attach(finished(top), stack);
      continue;
    }
    if (root !== null && stack.length === 0) return refused(malformed("two root elements", token.line));
    if (++elements > limits.elements) return refused(tooLarge("elements", limits.elements, token.line));
    if (stack.length >= limits.depth) return refused(tooLarge("nested elements", limits.depth, token.line));
    const outer = top?.scope ?? outermost;
    const opened = open(token, outer, limits);
    if (isRefused(opened)) return opened;
    if (opened.value.scope !== outer) declarations += token.attributes.filter(isDeclaration).length;
    if (declarations > limits.declarations)
      return refused(tooLarge("namespace declarations", limits.declarations, token.line));
    if (token.empty) root = attach(finished(opened.value), stack);
    else stack.push(opened.value);
  }
  const left = stack.at(-1);
  if (left) return refused(malformed(`<${left.tag.name}> is not closed`, left.tag.line));
  return root === null ? refused(malformed("no element", 1)) : accepted(root);
}

function attach(element: XmlElement, stack: readonly Open[]): XmlElement | null {
  const parent = stack.at(-1);
  if (!parent) return element;
  parent.children.push(element);
  return null;
}

function isDeclaration({ name }: { readonly name: string }): boolean {
  return name.startsWith("xmlns") && (name.length === 5 || name[5] === ":");
}

/** The namespaces in force inside `tag`; `outer` itself where the tag declares none. */
function scopeOf(
  tag: XmlTag,
  outer: ReadonlyMap<string, string>,
  limits: XmlLimits,
): Result<ReadonlyMap<string, string>> {
  const declared = tag.attributes.filter(isDeclaration);
  if (declared.length === 0) return accepted(outer);
  const own = new Map<string, string>();
  for (const { name, value } of declared) {
    const prefix = name.slice(6);
    const reserved = prefix === "xmlns" || (prefix === "xml") !== (value === xmlNamespace);
    if (reserved || own.has(prefix) || value === xmlnsNamespace || (value === "" && prefix !== ""))
      return refused(malformed(`namespace ${name}`, tag.line));
    own.set(prefix, value);
  }
  const scope = new Map([...outer, ...own]);
  return scope.size > limits.namespaces
    ? refused(tooLarge("namespace declarations", limits.namespaces, tag.line))
    : accepted(scope);
}

const fewAttributes = 10;

/** True where two attributes of an element have one name in one namespace. */
function hasTwice(attributes: readonly XmlAttribute[]): boolean {
  if (attributes.length > fewAttributes) {
    return new Set(attributes.map(({ namespace, name }) => `${namespace} ${name}`)).size < attributes.length;
  }
  return attributes.some((one, i) => {
    for (let k = 0; k < i; k++) {
      if (attributes[k]!.name === one.name && attributes[k]!.namespace === one.namespace) return true;
    }
    return false;
  });
}

function open(tag: XmlTag, outer: ReadonlyMap<string, string>, limits: XmlLimits): Result<Open> {
  const scope = scopeOf(tag, outer, limits);
  if (isRefused(scope)) return scope;
  const attributes: XmlAttribute[] = [];
  for (const attribute of tag.attributes) {
    if (isDeclaration(attribute)) continue;
    const { name, value } = attribute;
    const resolved = qualified(name, scope.value, "");
    if (resolved === null) return refused(malformed(`prefix of ${name} is not declared`, tag.line));
    attributes.push({ namespace: resolved.namespace, name: resolved.name, value });
  }
  if (hasTwice(attributes)) return refused(malformed(`an attribute twice in <${tag.name}>`, tag.line));
  if (qualified(tag.name, scope.value, "") === null)
    return refused(malformed(`prefix of ${tag.name} is not declared`, tag.line));
  return accepted({ tag, scope: scope.value, attributes, children: [], text: "" });
}

function qualified(
  name: string,
  scope: ReadonlyMap<string, string>,
  plain: string,
): { namespace: string; name: string } | null {
  const colon = name.indexOf(":");
  if (colon < 0) return { namespace: plain, name };
  const namespace = scope.get(name.slice(0, colon));
  const local = name.slice(colon + 1);
  return namespace === undefined || local === "" || local.includes(":") ? null : { namespace, name: local };
}

function finished({ tag, scope, attributes, children, text }: Open): XmlElement {
  const { namespace, name } = qualified(tag.name, scope, scope.get("") ?? "")!;
  return { namespace, name, attributes, children, text, line: tag.line };
}

function malformed(reason: string, line: number): Issue {
  return xmlIssues.raise("xml-malformed", { reason }, { place: { line } });
}

function tooLarge(what: string, limit: number, line: number): Issue {
  return xmlIssues.raise("xml-too-large", { what, limit }, { place: { line } });
}

/** The value of an attribute by namespace and name, or undefined. */
export function xmlAttribute(element: XmlElement, namespace: string, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name && one.namespace === namespace)?.value;
}

/** The children of a namespace and name, in their order. */
export function xmlChildren(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && child.namespace === namespace);
}

/** An element to be written; names with their prefix (`gating:PolygonGate`), which the root has to declare. */
export interface XmlNode {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly XmlNode[];
  /** Only where there are no children. */
  readonly text?: string;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => escapes[character]!);
}

function written(node: XmlNode, indent: string): string {
  const attributes = Object.entries(node.attributes ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(Object.is(value, -0) ? "-0" : String(value))}"`)
    .join("");
  const children = node.children ?? [];
  const head = `${indent}<${node.name}${attributes}`;
  if (children.length > 0) {
    const inside = children.map((child) => written(child, `${indent}  `)).join("");
    return `${head}>\n${inside}${indent}</${node.name}>\n`;
  }
  return node.text === undefined ? `${head}/>\n` : `${head}>${escaped(node.text)}</${node.name}>\n`;
}

/** The XML text of `root`, indented by two blanks; every character of attributes and texts has to pass `isXmlText`. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}`;
}

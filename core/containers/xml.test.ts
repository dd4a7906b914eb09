import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAccepted } from "../kernel/index.ts";
import { codes, value } from "../statistics/golden.test-support.ts";
import { mutations, truncations } from "../testing/mutate.test-support.ts";
import { readXml, type XmlElement, xmlAttribute, xmlChildren, xmlLimits } from "./xml.ts";
import { isXmlText } from "./xml-scanner.ts";
import { writeXml, type XmlNode } from "./xml-writer.ts";

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<!-- gates -->
<g:root xmlns:g="urn:g" xmlns="urn:plain" g:id='a&amp;b' id="2">
  <item>x &lt; &#x3b1;<![CDATA[ <raw> ]]>y</item>
  <g:item g:value="1&#10;2"/>
  <inner xmlns=""><leaf/></inner>
</g:root>
`;

function lineOf(text: string): number | undefined {
  const result = readXml(text);
  return isAccepted(result) ? undefined : result.issues[0]!.place?.line;
}

test("names are resolved by the prefixes in force, attributes without a prefix have no namespace", () => {
  const root = value(readXml(sample));
  expect([root.namespace, root.name, root.line]).toEqual(["urn:g", "root", 3]);
  expect(xmlAttribute(root, "urn:g", "id")).toBe("a&b");
  expect(xmlAttribute(root, "", "id")).toBe("2");
  expect(root.children.map(({ namespace, name, line }) => [namespace, name, line])).toEqual([
    ["urn:plain", "item", 4],
    ["urn:g", "item", 5],
    ["", "inner", 6],
  ]);
  expect(xmlChildren(root, "urn:g", "item")).toHaveLength(1);
  expect(root.children[2]!.children[0]!.namespace).toBe("");
});

test("references and CDATA become characters", () => {
  const root = value(readXml(sample));
  expect(root.children[0]!.text).toBe("x < α <raw> y");
  expect(xmlAttribute(root.children[1]!, "urn:g", "value")).toBe("1\n2");
});

test("lines are counted for LF, CR LF and CR, and a byte order mark is passed over", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const root = value(readXml(`\ufeff${sample.replaceAll("\n", end)}`));
    expect(root.children.map(({ line }) => line)).toEqual([4, 5, 6]);
  }
});

describe("refused with the line", () => {
  test.each([
    ["", "xml-malformed", 1],
    ["<a>\n<b></a>", "xml-malformed", 2],
    ["<a>\n\n<b>", "xml-malformed", 3],
    ["<a/>\n<b/>", "xml-malformed", 2],
    ["<a/>\nx", "xml-malformed", 1],
    ["<a>\n&nbsp;</a>", "xml-malformed", 2],
    ["<a>&#0;</a>", "xml-malformed", 1],
    ["<a>&#xD800;</a>", "xml-malformed", 1],
    ["<a>&#x110000;</a>", "xml-malformed", 1],
    ["<a>&amp</a>", "xml-malformed", 1],
    ["<a>]]></a>", "xml-malformed", 1],
    ["<a x='1' x='2'/>", "xml-malformed", 1],
    ["<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", "xml-malformed", 1],
    ["<a xmlns:p='u' xmlns:p='v'/>", "xml-malformed", 1],
    ["<a xmlns:xml='u'/>", "xml-malformed", 1],
    ["<a a='' b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' b=''/>", "xml-malformed", 1],
    ["<p:a/>", "xml-malformed", 1],
    ["<a p:x='1'/>", "xml-malformed", 1],
    ["<a xmlns:p=''/>", "xml-malformed", 1],
    ["<a x=1/>", "xml-malformed", 1],
    ["<a x='<'/>", "xml-malformed", 1],
    ["<a x='1'y='2'/>", "xml-malformed", 1],
    ["<a>\n<!-- </a>", "xml-malformed", 2],
    ["<a>\n<?php </a>", "xml-malformed", 2],
    ["<a><![CDATA[</a>", "xml-malformed", 1],
    ["<a>\n\u0001</a>", "xml-malformed", 2],
    ["<a>\ud800</a>", "xml-malformed", 1],
    ["<!-- x -->\n<!DOCTYPE a><a/>", "xml-doctype", 2],
  ])("%j gives %s at line %d", (text, code, line) => {
    expect(codes(readXml(text))).toEqual([code]);
    expect(lineOf(text)).toBe(line);
  });
});

describe("hostile texts are refused", () => {
  test("entities that unfold without end", () => {
    const entities = Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
    const text = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY e0 "lol">${entities.join("")}]><a>&e10;</a>`;
    expect(codes(readXml(text))).toEqual(["xml-doctype"]);
  });

  test("a million nested elements", () => {
    expect(codes(readXml("<a>".repeat(1_000_000)))).toEqual(["xml-too-large"]);
    const deepest = `${"<a>".repeat(xmlLimits.depth)}${"</a>".repeat(xmlLimits.depth)}`;
    expect(isAccepted(readXml(deepest))).toBe(true);
  });

  test("a million attributes", () => {
    const names = Array.from({ length: 1_000_000 }, (_, i) => ` a${i}=""`);
    expect(codes(readXml(`<a${names.join("")}/>`))).toEqual(["xml-too-large"]);
  });

  test("namespace declarations that pile up", () => {
    const declare = (level: number) =>
      `<a ${Array.from({ length: 20 }, (_, i) => `xmlns:p${level}x${i}="u"`).join(" ")}>`;
    const text = Array.from({ length: 100 }, (_, level) => declare(level)).join("");
    expect(codes(readXml(text))).toEqual(["xml-too-large"]);
  });

  test("namespace declarations without end", () => {
    const small = { ...xmlLimits, declarations: 5 };
    expect(codes(readXml(`<a>${'<b xmlns:p="u"/>'.repeat(5)}</a>`, small))).toEqual([]);
    expect(codes(readXml(`<a>${'<b xmlns:p="u"/>'.repeat(6)}</a>`, small))).toEqual(["xml-too-large"]);
  });

  test("more elements and characters than the limits", () => {
    const small = { ...xmlLimits, elements: 3, characters: 40 };
    expect(codes(readXml("<a><b/><b/></a>", small))).toEqual([]);
    expect(codes(readXml("<a><b/><b/><b/></a>", small))).toEqual(["xml-too-large"]);
    expect(codes(readXml(`<a>${"x".repeat(40)}</a>`, small))).toEqual(["xml-too-large"]);
  });
});

test("a text cut at each byte is refused, but at its trailing line end", () => {
  const bytes = new TextEncoder().encode(sample);
  for (const variant of truncations(bytes)) {
    const text = new TextDecoder("windows-1252").decode(variant.bytes);
    expect(isAccepted(readXml(text)), variant.label).toBe(variant.length === bytes.length - 1);
  }
});

test("10,000 damaged copies neither throw nor are refused without a line of the text", () => {
  const outcomes = { refused: 0, read: 0 };
  for (const variant of mutations(new TextEncoder().encode(sample), 10_000, 1)) {
    const text = new TextDecoder("windows-1252").decode(variant.bytes);
    const result = readXml(text);
    outcomes[isAccepted(result) ? "read" : "refused"]++;
    if (isAccepted(result)) continue;
    const lines = text.split(/\r\n?|\n/).length;
    expect(result.issues[0]!.place!.line, variant.label).toBeGreaterThanOrEqual(1);
    expect(result.issues[0]!.place!.line, variant.label).toBeLessThanOrEqual(lines);
  }
  expect(outcomes.refused).toBeGreaterThan(5000);
  expect(outcomes.read).toBeGreaterThan(100);
});

const words = fc.string({ unit: "binary" }).filter(isXmlText);
const names = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/).filter((name) => !/^xml/i.test(name));
const attributes = fc.dictionary(names, words, { maxKeys: 4 });
const nodeOf = (children: fc.Arbitrary<XmlNode[]>): fc.Arbitrary<XmlNode> =>
  fc.record({ name: names, attributes, children, text: words });
const leaf = nodeOf(fc.constant([]));
const nodes = nodeOf(fc.array(nodeOf(fc.array(leaf, { maxLength: 3 })), { maxLength: 3 }));

test("what is written is read back", () => {
  fc.assert(
    fc.property(nodes, (node) => {
      const compare = (sent: XmlNode, got: XmlElement): void => {
        expect(got.name).toBe(sent.name);
        expect(Object.fromEntries(got.attributes.map((one) => [one.name, one.value]))).toEqual({
          ...sent.attributes,
        });
        expect(got.children).toHaveLength(sent.children!.length);
        if (sent.children!.length === 0) expect(got.text).toBe(sent.text);
        for (const [i, child] of sent.children!.entries()) compare(child, got.children[i]!);
      };
      compare(node, value(readXml(writeXml(node))));
    }),
    { numRuns: 200 },
  );
});

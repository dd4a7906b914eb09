import type { Issue } from "../kernel/index.ts";
import { xmlIssues } from "./xml-issues.ts";

export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

export interface XmlTag {
  readonly kind: "open";
  /** With its prefix. */
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly empty: boolean;
  readonly line: number;
}

export type XmlToken =
  | XmlTag
  | { readonly kind: "close"; readonly name: string; readonly line: number }
  | { readonly kind: "text"; readonly text: string; readonly cdata: boolean; readonly line: number }
  | { readonly kind: "end" }
  | { readonly kind: "wrong"; readonly issue: Issue };

const nameForm = /[A-Za-z_:\u00c0-\ud7ff\uf900-\ufffd][\w.:\-\u00b7-\ud7ff\uf900-\ufffd]*/y;
const mostNames = 10_000;
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** True for text that an XML document can hold. */
export function isXmlText(text: string): boolean {
  return !forbidden.test(text) && text.isWellFormed();
}

/** The characters of a reference without its `&` and `;`, or null where it is none of the five nor a character's number. */
function referenced(name: string): string | null {
  if (Object.hasOwn(entities, name)) return entities[name]!;
  const found = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!found) return null;
  const code = found[1] === undefined ? Number(found[2]) : Number.parseInt(found[1], 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  const character = String.fromCodePoint(code);
  return forbidden.test(character) ? null : character;
}

/** `text` with its references replaced, or the first reference that cannot be. */
function decoded(text: string): { readonly text: string } | { readonly wrong: string } {
  if (!text.includes("&")) return { text };
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
    const end = text.slice(at, at + 12).indexOf(";");
    const character = end < 0 ? null : referenced(text.slice(at + 1, at + end));
    if (character === null) return { wrong: text.slice(at, at + 12) };
    parts.push(text.slice(from, at), character);
    from = at + end + 1;
  }
  parts.push(text.slice(from));
  return { text: parts.join("") };
}

/** Splits an XML text into tags and text in one pass; the caller checks nesting and namespaces. */
export class XmlScanner {
  private readonly text: string;
  private readonly mostAttributes: number;
  private readonly names = new Map<string, string>();
  private at = 0;
  private line = 1;
  private counted = 0;

  constructor(text: string, mostAttributes: number) {
    this.text = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    this.mostAttributes = mostAttributes;
  }

  next(): XmlToken {
    const { text } = this;
    if (this.at === 0) {
      const found = forbidden.exec(text);
      if (found) return this.wrong("a control character", found.index);
      if (!text.isWellFormed()) return this.wrong("half a surrogate pair");
    }
    for (;;) {
      if (this.at >= text.length) return { kind: "end" };
      if (text[this.at] !== "<") return this.characters();
      const second = text[this.at + 1];
      if (second === "/") return this.close();
      if (second === "?") {
        if (!this.skip("?>")) return this.wrong("a processing instruction does not end");
      } else if (second !== "!") {
        return this.open();
      } else if (text.startsWith("<!--", this.at)) {
        this.at += 2;
        if (!this.skip("-->")) return this.wrong("a comment does not end");
      } else if (text.startsWith("<![CDATA[", this.at)) {
        return this.cdata();
      } else if (text.startsWith("<!DOCTYPE", this.at)) {
        return { kind: "wrong", issue: xmlIssues.raise("xml-doctype", {}, { place: { line: this.here() } }) };
      } else return this.wrong("<! begins nothing known");
    }
  }

  /** The line of the place reached. */
  private here(place = this.at): number {
    for (; this.counted < place; this.counted++) if (this.text.charCodeAt(this.counted) === 10) this.line++;
    return this.line;
  }

  private wrong(reason: string, place = this.at): XmlToken {
    const where = { place: { line: this.here(place) } };
    return { kind: "wrong", issue: xmlIssues.raise("xml-malformed", { reason }, where) };
  }

  private skip(mark: string): boolean {
    const end = this.text.indexOf(mark, this.at + 2);
    if (end >= 0) this.at = end + mark.length;
    return end >= 0;
  }

  private blanks(): boolean {
    const from = this.at;
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 9) break;
    }
    return this.at > from;
  }

  /** The name at the place reached, one string for all that are the same; empty where there is none. */
  private name(): string {
    nameForm.lastIndex = this.at;
    const found = nameForm.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    const known = this.names.get(found);
    if (known !== undefined) return known;
    if (this.names.size < mostNames) this.names.set(found, found);
    return found;
  }

  private characters(): XmlToken {
    const line = this.here();
    const found = this.text.indexOf("<", this.at);
    const end = found < 0 ? this.text.length : found;
    const raw = this.text.slice(this.at, end);
    if (raw.includes("]]>")) return this.wrong("]]> outside CDATA");
    const text = decoded(raw);
    if ("wrong" in text) return this.wrong(`the reference ${text.wrong}`, this.at + raw.indexOf(text.wrong));
    this.at = end;
    return { kind: "text", text: text.text, cdata: false, line };
  }

  private cdata(): XmlToken {
    const line = this.here();
    const from = this.at + 9;
    const end = this.text.indexOf("]]>", from);
    if (end < 0) return this.wrong("a CDATA section does not end");
    this.at = end + 3;
    return { kind: "text", text: this.text.slice(from, end), cdata: true, line };
  }

  private close(): XmlToken {
    const line = this.here();
    this.at += 2;
    const name = this.name();
    this.blanks();
    if (name === "" || this.text[this.at] !== ">") return this.wrong("a closing tag does not end");
    this.at++;
    return { kind: "close", name, line };
  }

  private open(): XmlToken {
    const line = this.here();
    this.at++;
    const name = this.name();
    if (name === "") return this.wrong("< begins no tag");
    const attributes: { name: string; value: string }[] = [];
    for (;;) {
      const spaced = this.blanks();
      const mark = this.text[this.at];
      if (mark === ">" || this.text.startsWith("/>", this.at)) {
        this.at += mark === ">" ? 1 : 2;
        return { kind: "open", name, attributes, empty: mark === "/", line };
      }
      const attribute = spaced ? this.attribute() : this.wrong(`the tag <${name}> does not end`);
      if ("kind" in attribute) return attribute;
      attributes.push(attribute);
      if (attributes.length > this.mostAttributes) {
        const parameters = { what: "attributes of one element", limit: this.mostAttributes };
        return { kind: "wrong", issue: xmlIssues.raise("xml-too-large", parameters, { place: { line } }) };
      }
    }
  }

  private attribute(): { readonly name: string; readonly value: string } | XmlToken {
    const name = this.name();
    this.blanks();
    if (name === "" || this.text[this.at] !== "=") return this.wrong("an attribute has no value");
    this.at++;
    this.blanks();
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") return this.wrong(`the value of ${name} is not quoted`);
    const end = this.text.indexOf(quote, this.at + 1);
    if (end < 0) return this.wrong(`the value of ${name} does not end`);
    const raw = this.text.slice(this.at + 1, end);
    if (raw.includes("<")) return this.wrong(`< in the value of ${name}`);
    const value = decoded(/[\t\n]/.test(raw) ? raw.replace(/[\t\n]/g, " ") : raw);
    if ("wrong" in value) return this.wrong(`the reference ${value.wrong}`);
    this.at = end + 1;
    return { name, value: value.text };
  }
}
